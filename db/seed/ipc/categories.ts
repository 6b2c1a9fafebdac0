import type { Policy } from "#lib/organisations/policy.ts";

/** The kinds of data under which people of `ipc` read their answer: never one per table. */
export const categories: Policy["categories"] = [
  {
    id: "account",
    title: { en: "Account", de: "Konto" },
    about: {
      en: "What we need to know to run your account, and how you sign in.",
      de: "Was wir wissen müssen, um Ihr Konto zu führen, und wie Sie sich anmelden.",
    },
    collections: ["ipc_accounts:accounts", "ipc_accounts:login", "ipc_support:customers"],
  },
  {
    id: "invoices",
    title: { en: "Invoices", de: "Rechnungen" },
    about: {
      en: "What we charged you, when, and how you paid.",
      de: "Was wir Ihnen berechnet haben, wann, und wie Sie bezahlt haben.",
    },
    collections: ["ipc_accounts:invoices"],
  },
  {
    id: "devices",
    title: { en: "Devices", de: "Geräte" },
    about: {
      en: "The phones, computers and rooms you used us with.",
      de: "Die Telefone, Computer und Räume, mit denen Sie uns genutzt haben.",
    },
    collections: ["ipc_accounts:devices"],
  },
  {
    id: "meetings",
    title: { en: "Meetings", de: "Treffen" },
    about: {
      en: "When you met, and under which topic. What was said in a meeting is not in here.",
      de: "Wann Sie sich getroffen haben und zu welchem Thema. Was in einem Treffen gesagt wurde, steht hier nicht.",
    },
    collections: ["ipc_accounts:meetings", "ipc_accounts:participants"],
  },
  {
    id: "support-messages",
    title: { en: "Support messages", de: "Nachrichten an den Kundendienst" },
    about: {
      en: "What you wrote to our support team and what they wrote back.",
      de: "Was Sie unserem Kundendienst geschrieben haben und was er geantwortet hat.",
    },
    collections: ["ipc_support:tickets", "ipc_support:messages", "ipc_support:attachments"],
  },
  {
    id: "marketing",
    title: { en: "Marketing", de: "Werbung" },
    about: {
      en: "Letters we sent you, what you clicked in them, and what we guess you like.",
      de: "Newsletter, die wir Ihnen geschickt haben, was Sie darin angeklickt haben und was Sie unserer Vermutung nach mögen.",
    },
    collections: [
      "ipc_marketing:contacts.csv",
      "ipc_marketing:clicks.json",
      "ipc_marketing:newsletter.ndjson",
    ],
  },
];
