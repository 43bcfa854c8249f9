const BASE = "http://own.invalid";

/** Where to go after signing in: a path of this site, or the dashboard for anything that leads elsewhere. */
export function nextPath(text: string | undefined): string {
  if (!text?.startsWith("/") || !URL.canParse(text, BASE)) return "/";
  const { origin, pathname, search, hash } = new URL(text, BASE);
  // A path may turn into `//elsewhere` only when its dots are resolved.
  return origin === BASE && !pathname.startsWith("//") ? `${pathname}${search}${hash}` : "/";
}
