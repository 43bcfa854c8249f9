"use client";

import "./_styles/tokens.css";
import "./_styles/base.css";
import "./_styles/ui.css";

/** The last resort, when even the shell cannot be made: a document of its own. */
export default function GlobalError({ retry }: { readonly retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Bubblescope</title>
        <main className="page page-head">
          <h1>Bubblescope cannot show this page</h1>
          <p className="lede">The fault has been written to the server’s log.</p>
          <p className="notice">
            <button className="button lead" type="button" onClick={retry}>
              Try again
            </button>
          </p>
        </main>
      </body>
    </html>
  );
}
