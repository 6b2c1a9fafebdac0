/** The laws Habeas knows, and the organisation's own promise for everybody else. Each has a file in `regimes/`. */
export const regimeIds = [
  "eu-gdpr",
  "uk-gdpr",
  "us-ca-ccpa",
  "us-ca-shine",
  "us-va",
  "us-co",
  "default-row",
] as const;
export type RegimeId = (typeof regimeIds)[number];
