/** A source by name, linked to where it is published when that has an address. */
export function SourceLink({ title, url }: { readonly title: string; readonly url: string }) {
  if (!/^https?:\/\//.test(url)) return <>{title}</>;
  return (
    <a href={url} rel="noopener noreferrer external">
      {title}
    </a>
  );
}
