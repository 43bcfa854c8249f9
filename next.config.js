/**
 * The content security policy is not here: it carries a nonce per request and is set in proxy.ts.
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
      source: "/:path*",
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
