/**
 * The content security policy of one answer. Scripts run only with this request's nonce or when such a script loads
 * them; forms go to ourselves and to where the organisation's people sign in; nothing frames us.
 * @param formOrigins origins besides our own that a form may lead to
 */
export function contentSecurityPolicy(
  nonce: string,
  { isHttps, formOrigins }: { isHttps: boolean; formOrigins: readonly string[] },
): string {
  const directives = [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    ["form-action 'self'", ...formOrigins].join(" "),
    "frame-ancestors 'none'",
    // On the demo's http address it would break sign-in and styles in some browsers.
    ...(isHttps ? ["upgrade-insecure-requests"] : []),
    "report-to csp",
  ];
  return directives.join("; ");
}
