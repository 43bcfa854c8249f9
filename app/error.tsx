"use client";

/** What a page shows when it cannot be made; the rest of the shell stays. */
export default function ErrorPage({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  return (
    <div className="page-head">
      <h1>This page could not be made</h1>
      <p className="lede">
        The fault is on the server’s side and has been written to its log{reference(error)}. Other pages may
        work.
      </p>
      <p className="notice">
        <button className="button lead" type="button" onClick={retry}>
          Try again
        </button>
      </p>
    </div>
  );
}

/** The id under which the server logged the error, where there is one. */
function reference(error: unknown): string {
  return error instanceof Error && "digest" in error ? ` under ${String(error.digest)}` : "";
}
