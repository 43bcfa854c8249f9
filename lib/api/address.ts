/** An address on this server; parameters without a value are left out. */
export function address(
  path: string,
  query: Readonly<Record<string, string | undefined>> = {},
  fragment = "",
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, value);
  return `${path}${search.size > 0 ? `?${search}` : ""}${fragment && `#${fragment}`}`;
}
