import type { Metadata } from "next";
import Link from "next/link";
import type { ShownAs, Verdict } from "../../lib/claims/claim.ts";
import { PageHead } from "../_components/ui/page-head.tsx";
import { ScrollRegion } from "../_components/ui/scroll-region.tsx";
import { TableHead } from "../_components/ui/table-head.tsx";
import { type ClaimView, listClaims } from "../_data/claims.ts";
import "./facts.css";

export const metadata: Metadata = { title: "The October 2024 story, checked" };

const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  OK: "agrees",
  DIFF: "differs",
  MIXED: "true number, wrong comparison",
  UNVERIFIED: "not verified",
  OPINION: "opinion",
};

const VERDICT_CLASSES: Readonly<Record<Verdict, string>> = {
  OK: "tag",
  DIFF: "tag hollow",
  MIXED: "tag method",
  UNVERIFIED: "tag hollow",
  OPINION: "tag hollow",
};

const SHOWN_WORDS: Readonly<Record<ShownAs, string | null>> = {
  reported: null,
  claimed: "as claimed",
  note: "in a note",
};

const COLUMNS = [
  { label: "No.", isNumber: true },
  { label: "What is said" },
  { label: "Checked" },
  { label: "Shown at" },
];

const CHAPTERS = [
  { title: "OpenAI’s round of October 2024", from: 1, to: 16 },
  { title: "OpenAI’s finances and ownership", from: 17, to: 23 },
  { title: "The comparison with the internet bubble", from: 24, to: 29 },
  { title: "People, competitors, events", from: 30, to: Number.POSITIVE_INFINITY },
] as const;

/** Every claim of the article that started this site, what checking it gave, and where it is shown. */
export default async function FactsPage() {
  const claims = await listClaims();
  return (
    <>
      <PageHead title="The October 2024 story, checked">
        In October 2024 an article set OpenAI’s new valuation beside the venture capital of 1999, and AI’s
        share of funding beside a bubble. These are its claims in our words, with what independent reports say
        of each.
      </PageHead>
      {CHAPTERS.map(({ title, from, to }) => (
        <Chapter
          key={title}
          title={title}
          claims={claims.filter(({ number }) => number >= from && number <= to)}
        />
      ))}
    </>
  );
}

function Chapter({ title, claims }: { readonly title: string; readonly claims: readonly ClaimView[] }) {
  if (claims.length === 0) return null;
  const id = `chapter-${claims[0]?.number}`;
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ScrollRegion label={`Claims: ${title}`}>
        <table className="table stacks claims">
          <TableHead columns={COLUMNS} />
          {claims.map((claim) => (
            <ClaimRows key={claim.number} claim={claim} />
          ))}
        </table>
      </ScrollRegion>
    </section>
  );
}

function ClaimRows({ claim: { number, lines } }: { readonly claim: ClaimView }) {
  return (
    <tbody id={`claim-${number}`}>
      {lines.map(({ text, verdict, places }, at) => (
        <tr key={text}>
          {at === 0 && (
            <th scope="rowgroup" rowSpan={lines.length} className="number">
              {number}
            </th>
          )}
          <td className="claim">{text}</td>
          <td>
            <span className={VERDICT_CLASSES[verdict]}>{VERDICT_WORDS[verdict]}</span>
          </td>
          <td className="places">
            {places.map(({ href, label, shownAs }) => (
              <p key={href}>
                <Link href={href} prefetch={false}>
                  {label}
                </Link>
                {SHOWN_WORDS[shownAs] && <span className="muted">, {SHOWN_WORDS[shownAs]}</span>}
              </p>
            ))}
          </td>
        </tr>
      ))}
    </tbody>
  );
}
