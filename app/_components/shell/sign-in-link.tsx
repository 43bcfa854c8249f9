"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

/** The way in, and back to the page that is open. */
export function SignInLink() {
  const path = usePathname();
  const href = path === "/" || path === "/sign-in" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`;
  return (
    <Link className="sign-in-link" href={href} prefetch={false}>
      Sign in
    </Link>
  );
}
