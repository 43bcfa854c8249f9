"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import type { AccountLink } from "./account-links.ts";

/**
 * Who is signed in, and what is theirs to open. It opens and closes without scripts; with them it also closes on
 * Escape, on a press elsewhere, and once a page was chosen.
 */
export function AccountMenu({
  name,
  role,
  links,
  children,
}: {
  readonly name: string;
  readonly role: string;
  readonly links: readonly AccountLink[];
  /** The way to sign out. */
  readonly children: ReactNode;
}) {
  const menu = useRef<HTMLDetailsElement>(null);
  const path = usePathname();

  // biome-ignore lint/correctness/useExhaustiveDependencies: it closes when another page is shown
  useEffect(() => close(menu.current), [path]);

  useEffect(() => {
    const closeOutside = ({ target }: Event) => {
      if (target instanceof Node && !menu.current?.contains(target)) close(menu.current);
    };
    document.addEventListener("pointerdown", closeOutside);
    document.addEventListener("focusin", closeOutside);
    return () => {
      document.removeEventListener("pointerdown", closeOutside);
      document.removeEventListener("focusin", closeOutside);
    };
  }, []);

  function closeOnEscape(event: KeyboardEvent) {
    if (event.key !== "Escape") return;
    close(menu.current);
    menu.current?.querySelector("summary")?.focus();
  }

  return (
    <details ref={menu} className="account-menu" onKeyDown={closeOnEscape}>
      <summary>
        <span className="visually-hidden">Account of </span>
        <span className="account-name">{name}</span>
        <span className="account-role">, {role}</span>
      </summary>
      <nav aria-label="Account">
        <ul>
          {links.map(({ href, label }) => (
            <li key={href}>
              <Link href={href} prefetch={false} aria-current={path === href ? "page" : undefined}>
                {label}
              </Link>
            </li>
          ))}
          <li>{children}</li>
        </ul>
      </nav>
    </details>
  );
}

function close(menu: HTMLDetailsElement | null) {
  if (menu) menu.open = false;
}
