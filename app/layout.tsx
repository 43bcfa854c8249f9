import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import "./_styles/tokens.css";
import "./_styles/base.css";
import "./_styles/shell.css";
import "./_styles/ui.css";
import "./_styles/forms.css";
import type { Actor } from "../lib/auth/person.ts";
import { accountLinks } from "./_components/shell/account-links.ts";
import { AccountMenu } from "./_components/shell/account-menu.tsx";
import { Masthead } from "./_components/shell/masthead.tsx";
import { SignInLink } from "./_components/shell/sign-in-link.tsx";
import { SiteFooter } from "./_components/shell/site-footer.tsx";
import { StatusLine } from "./_components/shell/status-line.tsx";
import { THEME_COOKIE, themeFrom } from "./_components/shell/theme.ts";
import { ActionForm } from "./_components/ui/action-form.tsx";
import { shownPerson } from "./_data/actor.ts";
import { loadStatus } from "./_data/status.ts";
import { Providers } from "./_queries/providers.tsx";
import { faces } from "./_styles/fonts.ts";
import { signOut } from "./(account)/sign-out/actions.ts";

export const metadata: Metadata = {
  title: { default: "Bubblescope", template: "%s · Bubblescope" },
  description:
    "Is money flowing into AI the way it flowed into the internet before March 2000, and how sure can one be?",
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf9f5" },
    { media: "(prefers-color-scheme: dark)", color: "#14171a" },
  ],
};

/** Differs from every tag, so that the page renews itself once the store answers. */
const NO_REVISION = { revision: 0, tag: "" };

interface Props {
  readonly children: ReactNode;
  /** The status line of the page, from `@status`; an address at which there is no page has none. */
  readonly status?: ReactNode;
}

/** Reading the theme's cookie makes every page render per request, which the data and the nonce need anyway. */
export default async function RootLayout({ children, status }: Props) {
  const theme = themeFrom((await cookies()).get(THEME_COOKIE)?.value);
  const [now, person] = await Promise.all([loadStatus(), shownPerson()]);
  return (
    <html lang="en" className={faces} data-theme={theme === "system" ? undefined : theme}>
      <body>
        <a className="skip-link" href="#main">
          Skip to content
        </a>
        <div className="page">
          <header>
            <Masthead theme={theme} account={<Account person={person} />} />
            {status ?? <StatusLine status={now} />}
          </header>
          <Providers revision={now?.view ?? NO_REVISION}>
            <main id="main">{children}</main>
          </Providers>
          <SiteFooter />
        </div>
      </body>
    </html>
  );
}

function Account({ person }: { readonly person: Actor | null }) {
  if (person === null) return <SignInLink />;
  return (
    <AccountMenu name={person.name} role={person.role} links={accountLinks(person.role)}>
      <ActionForm action={signOut} label="Sign out">
        <button type="submit">Sign out</button>
      </ActionForm>
    </AccountMenu>
  );
}
