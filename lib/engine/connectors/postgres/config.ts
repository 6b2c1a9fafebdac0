import { z } from "zod";
import { asked, orDefault } from "../form.ts";

/** A new schema each time: what a setting is called hangs on the schema itself. */
const line = () => z.string().trim().min(1).max(255);

/** How to reach a Postgres and what to look at there. */
export const postgresConfig = z.strictObject({
  host: line().register(asked, {
    label: "Host",
    hint: "Only hosts that the operator has allowed",
    control: "text",
    guardsSecrets: true,
  }),
  port: orDefault(z.coerce.number().int().min(1).max(65_535), 5432).register(asked, {
    label: "Port",
    control: "number",
    guardsSecrets: true,
  }),
  database: line().register(asked, {
    label: "Database",
    control: "text",
    guardsSecrets: true,
  }),
  schema: orDefault(line(), "public").register(asked, {
    label: "Schema",
    hint: "Where the dataset does not say so itself",
    control: "text",
  }),
  user: line().register(asked, {
    label: "User",
    hint: "An account that may read and nothing else",
    control: "text",
    guardsSecrets: true,
  }),
  tls: z
    .enum(["verify", "off"])
    .default("verify")
    .register(asked, {
      label: "Encryption",
      control: "choice",
      guardsSecrets: true,
      options: {
        verify: "TLS, certificate checked",
        off: "None (only within one machine or a closed network)",
      },
    }),
  ca: z
    .string()
    .trim()
    .max(100_000)
    .refine(
      (pem) => pem === "" || pem.includes("-----BEGIN CERTIFICATE-----"),
      "must be a certificate in PEM form",
    )
    .default("")
    .register(asked, {
      label: "Certificate authority",
      hint: "PEM, where it is not a public one",
      control: "lines",
      guardsSecrets: true,
    }),
  attachments: z.string().trim().max(1_000).default("").register(asked, {
    label: "Folder of attachments",
    hint: "Where rows name files by path",
    control: "text",
  }),
  patienceSeconds: orDefault(z.coerce.number().int().min(1).max(110), 30).register(asked, {
    label: "Patience in seconds",
    hint: "How long one answer may take",
    control: "number",
  }),
});

export const postgresSecrets = z.strictObject({
  password: z.string().max(1_000).default("").register(asked, { label: "Password", control: "password" }),
});

export type PostgresConfig = z.infer<typeof postgresConfig>;
