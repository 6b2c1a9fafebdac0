import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import { caps } from "#lib/text.ts";

const isLoopback = (host: string) => host === "localhost" || host === "[::1]" || /^127(\.\d+){3}$/.test(host);

/** An issuer identifier (OpenID Connect Core 2): https, without query and fragment; http on this machine only. */
function isIssuer(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, search, hash, username } = new URL(value);
  return (
    (protocol === "https:" || (protocol === "http:" && isLoopback(hostname))) && !search && !hash && !username
  );
}

/** What the operator writes into `oidc-<organisation>.json` beside the master keys, mode 0600. */
export const providerSettingsSchema = z.strictObject({
  issuer: z
    .string()
    .max(caps.paragraph)
    .refine(isIssuer, "must be the issuer's https address, such as https://accounts.example.org"),
  clientId: z.string().min(1).max(caps.line),
  clientSecret: z.string().min(1).max(caps.paragraph),
  /** How the provider signs its ID tokens. */
  idTokenAlgorithm: z.enum(["RS256", "PS256", "ES256", "EdDSA"]).default("RS256"),
  /** Other origins a sign-in leads through, which the page's policy must let a form go to. */
  origins: z
    .array(z.url({ protocol: /^https$/ }).transform((value) => new URL(value).origin))
    .max(10)
    .default([]),
});
export type ProviderSettings = z.infer<typeof providerSettingsSchema>;

/** Id of an organisation's provider in next-auth's addresses: `/api/auth/callback/oidc-ipc`. */
export const providerId = (slug: string) => `oidc-${slug}`;

/** The organisation whose provider an id names, or null. */
export function slugOfProvider(id: string | null | undefined): string | null {
  return /^oidc-([a-z][a-z0-9-]{0,39})$/.exec(id ?? "")?.[1] ?? null;
}

/** Origins a form may lead to when a person signs in. */
export function providerOrigins({ issuer, origins }: ProviderSettings): string[] {
  return [...new Set([new URL(issuer).origin, ...origins])];
}

/** The claims of an ID token that we read; nothing else of it is kept. */
export const claimsSchema = z.object({
  iss: z.string().max(caps.paragraph),
  sub: z.string().min(1).max(255),
  auth_time: z.number().int().positive().optional(),
});
export type Claims = z.infer<typeof claimsSchema>;

/** When the password was typed. A provider that does not say so has shown nothing recent: the beginning of time. */
export function provedAtOf({ auth_time }: Claims): Date {
  return new Date((auth_time ?? 0) * 1000);
}

/**
 * next-auth's description of the provider. A person is known by issuer and subject alone: no address is asked for, so
 * none can be mistaken for proof.
 * @param isFresh ask for the password again, whatever session the provider still has (11 CCR 7061)
 */
export function oidcProvider(
  slug: string,
  settings: ProviderSettings,
  isFresh: boolean,
): OAuthConfig<Claims> {
  return {
    id: providerId(slug),
    name: slug,
    type: "oauth",
    wellKnown: `${settings.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    clientId: settings.clientId,
    clientSecret: settings.clientSecret,
    client: { id_token_signed_response_alg: settings.idTokenAlgorithm },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    authorization: { params: { scope: "openid", ...(isFresh ? { prompt: "login", max_age: 0 } : {}) } },
    httpOptions: { timeout: 8000 },
    profile(claims) {
      const { iss, sub } = claimsSchema.parse(claims);
      if (iss !== settings.issuer)
        throw new Error("the provider speaks for another issuer than the one set up");
      return { id: sub };
    },
  };
}
