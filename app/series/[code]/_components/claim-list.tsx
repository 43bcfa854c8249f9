import Link from "next/link";
import type { SeriesPageView } from "../../../_data/series-page.ts";

/** What the article of October 2024 says with this series; nothing when it says nothing. */
export function ClaimList({ claims }: { readonly claims: SeriesPageView["claims"] }) {
  if (claims.length === 0) return null;
  return (
    <section className="section" aria-labelledby="claims">
      <h2 id="claims">In the October 2024 story</h2>
      <ul className="claim-list">
        {claims.map(({ claim, text }) => (
          <li key={`${claim} ${text}`}>
            {text}{" "}
            <Link href={`/facts#claim-${claim}`} prefetch={false}>
              Claim {claim}, checked
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
