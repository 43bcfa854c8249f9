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
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["@electric-sql/pglite", "postgres"],
  typescript: { ignoreBuildErrors: true },
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
  ],
};
