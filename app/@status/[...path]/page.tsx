import { StatusLine } from "../../_components/shell/status-line.tsx";
import { type PageSearch, readPageAsOf } from "../../_data/as-of.ts";
import { loadStatus } from "../../_data/status.ts";

/**
 * The line at the head of every page: how the store stands, or stood on the day that the page looks back to. It is a
 * page of its own beside each, because a layout is not told the address and stays as it is when that changes.
 */
export default async function Status({ searchParams }: { readonly searchParams: PageSearch }) {
  const asked = await readPageAsOf(searchParams);
  return <StatusLine status={await loadStatus(asked.ok ? asked.value : {})} />;
}
