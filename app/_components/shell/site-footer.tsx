/** What the numbers are and are not, what the colours mean, and where the same data are for programs. */
export function SiteFooter() {
  return (
    <footer className="site-footer">
      <p>
        <b>Comparisons, not forecasts and not advice.</b> Every number carries its source, and every
        comparison of unlike things says so. None of it can say when, or whether, prices fall.
      </p>
      <p>
        <b>Petrol</b> is the AI era and <b>copper</b> the dot-com era on every page; grey is everything else.
        A hollow mark is provisional, or claimed and not verified. A gap is a value that nobody published.
      </p>
      <p>
        The series that may be passed on, as JSON: <a href="/api/v1/series">all series</a>. For scripts that
        add to them: <a href="/docs/uploads">uploading by script</a>. Self-hosted: nothing on this page is
        loaded from elsewhere.
      </p>
    </footer>
  );
}
