import type { Metadata } from "next";
import { PageHead } from "./_components/ui/page-head.tsx";

export const metadata: Metadata = { title: "Not found" };

/** For an address that leads nowhere: says so and offers the search. */
export default function NotFound() {
  return (
    <>
      <PageHead title="There is nothing at this address" here="Not found">
        A series may have another code, or the address may be mistyped. Codes are never reused.
      </PageHead>
      <search>
        <form className="inline-search" action="/series" method="get">
          <label htmlFor="not-found-words">Search the series by words or code</label>
          <input className="field" id="not-found-words" type="search" name="q" />
          <button className="button lead" type="submit">
            Search
          </button>
        </form>
      </search>
    </>
  );
}
