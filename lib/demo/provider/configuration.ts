import { generateKeyPairSync, randomBytes } from "node:crypto";
import type { Configuration, JWK } from "oidc-provider";
import { providerId, type ProviderSettings } from "#lib/auth/provider.ts";

/** Paths of our own pages; everything else belongs to oidc-provider. */
export const signInPath = "/account/sign-in";

/**
 * A provider as a company would run it: the code flow with PKCE, one client, no page that asks for consent (the portal
 * learns nothing but the account). Everything is kept in memory: a restart signs everybody out.
 * @param appUrl the portal's canonical address
 */
export function configurationFor(
  slug: string,
  { clientId, clientSecret, idTokenAlgorithm }: ProviderSettings,
  appUrl: string,
): Configuration {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${appUrl}/api/auth/callback/${providerId(slug)}`],
        response_types: ["code"],
        grant_types: ["authorization_code"],
        id_token_signed_response_alg: idTokenAlgorithm as "RS256",
        require_auth_time: true,
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), use: "sig", alg: idTokenAlgorithm } as JWK] },
    cookies: { keys: [randomBytes(32).toString("base64url")] },
    scopes: ["openid"],
    claims: { openid: ["sub"] },
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
    },
    interactions: { url: (_ctx, interaction) => `${signInPath}/${interaction.uid}` },
    findAccount: (_ctx, subject) => ({ accountId: subject, claims: () => ({ sub: subject }) }),
    async loadExistingGrant(ctx) {
      const grant = new ctx.oidc.provider.Grant({ clientId, accountId: ctx.oidc.session?.accountId ?? "" });
      grant.addOIDCScope("openid");
      await grant.save();
      return grant;
    },
    ttl: {
      Interaction: 3600,
      Session: 24 * 3600,
      Grant: 24 * 3600,
      AuthorizationCode: 60,
      IdToken: 600,
      AccessToken: 600,
    },
  };
}
