/**
 * The content security policy is not here: it carries a nonce per request and is set in proxy.ts. Nor are the headers
 * of data below `/api`, which is no document: its answers set what they need, since these five would cost an
 * unchanged answer some per cent of its time.
 * Type errors are found by `npm run check`; a build on an operator's machine does not repeat it.
 *
 * @type {import("next").NextConfig}
 */
export default {
  agentRules: false,
  // forbidden() answers 403; without it a page for another role could only be shown with 200.
  experimental: { authInterrupts: true },
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["@electric-sql/pglite", "postgres"],
  typescript: { ignoreBuildErrors: true },
  // Some browsers ask for it by this name whatever a page says, and would log that it is missing.
  redirects: () => [{ source: "/favicon.ico", destination: "/icon.svg", permanent: false }],
  headers: () => [
    {
      source: "/((?!api/).*)",
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
        { key: "X-Frame-Options", value: "DENY" },
        { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=()" },
        { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
      ],
    },
    ...["/admin/:path*", "/account", "/sign-in", "/setup", "/invitation", "/recover"].map((source) => ({
      source,
      headers: [{ key: "X-Robots-Tag", value: "noindex, nofollow" }],
    })),
  ],
};
