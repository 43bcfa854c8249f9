import Link from "next/link";
import type { NamedSeries } from "../../../_data/named-series.ts";

/** A series by its code, as the way to its page where it has one. */
export function SeriesLink({ series: { code, hasPage } }: { readonly series: NamedSeries }) {
  if (!hasPage) return <code>{code}</code>;
  return (
    <Link href={`/series/${code}`} prefetch={false}>
      <code>{code}</code>
    </Link>
  );
}
