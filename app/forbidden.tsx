import type { Metadata } from "next";
import Link from "next/link";
import { PageHead } from "./_components/ui/page-head.tsx";

export const metadata: Metadata = { title: "Not for your role" };

/** For a page that takes another role than the one who asks for it has. */
export default function Forbidden() {
  return (
    <>
      <PageHead title="Your role does not allow this">
        An admin can give you another one; they find you under People.
      </PageHead>
      <p>
        <Link className="button" href="/account" prefetch={false}>
          Your account
        </Link>
      </p>
    </>
  );
}
