import { composeLetter, type LetterInput, type LetterRoute } from "#lib/decisions/letter.ts";
import { routesBlocks } from "#lib/decisions/letter/sections.ts";
import type { Locale } from "#lib/locales/index.ts";
import type {
  AboutCategory,
  BundleCategory,
  BundleFile,
  BundleGroup,
  BundleInput,
  RecordSource,
} from "./input.ts";
import { redacted, redactedText, type BundleRecord } from "./values.ts";

/** A fictional person's bundle with every kind of page, field and marker; the same at every call. */
export function sampleInput(locale: Locale = "en", more: Partial<BundleInput> = {}): BundleInput {
  const letter = sampleLetter(locale);
  return {
    bundleId: "6f1c2a54-0000-4000-8000-0000000000a1",
    reference: "HB-7K4Q-2M9X",
    locale,
    zone: "Europe/London",
    createdAt: "2026-11-24T10:48:00.000Z",
    productVersion: "0.1.0",
    organisation: {
      name: "Instant Prospect Conversion",
      accent: null,
      contact: {
        email: "privacy@ipc.example",
        telephone: "+44 20 7946 0018",
        hours: "Monday to Friday, 9:00 to 17:00",
        post: "1 Harbour Road, Dublin",
      },
    },
    personName: "Maya Santos",
    letter: composeLetter(letter),
    about: {
      elements: [
        "purposes",
        "categories",
        "recipients",
        "retention",
        "rights",
        "complaint",
        "source",
        "automated",
        "safeguards",
        "copy",
      ],
      categories: sampleAbout,
      soldOrShared: null,
      thirdPartyKinds: [],
    },
    data: {
      collectedOn: "2026-11-12",
      categories: sampleCategories(),
      notHeld: ["Voice prints and face geometry"],
    },
    leftOut: letter.leftOut.map((entry, index) => ({ ...entry, kind: index === 0 ? "covered" : "withheld" })),
    searched: [
      {
        name: "Account database",
        what: "where your account lives",
        identifiers: ["account number", "e-mail address"],
        searchedAt: "2026-11-12T09:14:03Z",
        unreadable: 0,
        unopened: [],
        outcome: { kind: "found", records: 245 },
      },
      {
        name: "Support desk",
        what: "your messages with our helpers",
        identifiers: ["e-mail address"],
        searchedAt: "2026-11-12T09:15:40Z",
        unreadable: 0,
        unopened: [],
        outcome: { kind: "found", records: 18 },
      },
      {
        name: "Marketing exports",
        what: "lists for our newsletters",
        identifiers: ["e-mail address"],
        searchedAt: "2026-11-12T09:16:00Z",
        unreadable: 0,
        unopened: [],
        outcome: { kind: "failed", sentWithout: "the file of 2024 is damaged and cannot be read" },
      },
      {
        name: "Partner portal",
        what: "accounts of resellers",
        identifiers: ["e-mail address"],
        searchedAt: "2026-11-12T09:16:21Z",
        unreadable: 0,
        unopened: [],
        outcome: { kind: "not-known-here" },
      },
      {
        name: "Phone system",
        what: "recorded calls",
        identifiers: [],
        searchedAt: null,
        unreadable: 0,
        unopened: [],
        outcome: { kind: "skipped", reason: "You never gave us a phone number." },
      },
    ],
    history: {
      throughEvent: 44,
      events: [
        {
          number: 1,
          at: "2026-11-03T08:12:00Z",
          who: "you",
          sentence: "The request came in through the form.",
        },
        { number: 2, at: "2026-11-03T08:13:30Z", who: "our system", sentence: "Two account facts matched." },
        {
          number: 44,
          at: "2026-11-24T10:46:00Z",
          who: "privacy team",
          sentence: "The answer was put together.",
        },
      ],
      messages: [
        { at: "2026-11-05T12:00:00Z", from: "us", text: "Do you mean all years?\n\nOr only the last one?" },
        { at: "2026-11-09T12:00:00Z", from: "you", text: "All years, please <b>" },
      ],
    },
    rights: {
      again: routesBlocks(letter.claims, { locale }),
      others: ["rectification", "erasure", "restriction", "objection"],
      requestUrl: "https://privacy.ipc.example/ipc/track/HB-7K4Q-2M9X",
    },
    redactionReasons: {
      "other-person-name": "another person’s name",
      "other-person-contact": "another person’s address",
    },
    ...more,
  };
}

export const sampleRoute: LetterRoute = {
  kind: "complaint",
  windowDays: 60,
  lastOn: null,
  acknowledgeDays: 30,
  decideDays: null,
  regulators: [
    {
      name: "Information Commissioner",
      url: "https://ico.example/complain",
      post: "1 High Street, Wilmslow",
    },
  ],
  court: true,
};

export function sampleLetter(locale: Locale): LetterInput {
  return {
    locale,
    reference: "HB-7K4Q-2M9X",
    organisation: { name: "Instant Prospect Conversion", place: "Dublin" },
    personName: "Maya Santos",
    identity: "proved",
    identityLaw: "UK GDPR Art. 12(6)",
    requestedOn: "2026-11-03",
    writtenOn: "2026-11-24",
    claims: [{ right: "access", outcome: "in-part", reasons: [], tasks: [], route: sampleRoute }],
    search: { copy: "everything", places: 3, found: 307, given: 305, files: 2, covered: 3 },
    leftOut: [
      {
        what: "Names and addresses of other people, covered in your messages",
        count: 3,
        reason: "They have a right to privacy too",
        law: "UK GDPR Art. 15(4)",
        ask: null,
      },
      {
        what: "Messages with our lawyers about a claim",
        count: 2,
        reason: "What lawyers and their clients write is private",
        law: "DPA 2018 Sch. 2 para. 19",
        ask: "Write to privacy@ipc.example",
      },
    ],
    sentWithout: [
      { place: "Marketing exports", reason: "the file of 2024 is damaged and cannot be read", records: 0 },
    ],
    promises: {
      deleted: [],
      unopened: [],
      accountOwner: null,
      restarted: [],
      answerThemselves: [],
      notices: [],
      complaints: [],
    },
    byPost: null,
  };
}

function about(id: string, title: string, what: string): AboutCategory {
  return {
    id,
    title,
    what,
    purposes: ["To run your account and help you."],
    legalBasis: ["It is part of our contract with you (Art. 6(1)(b))."],
    recipients:
      id === "support-messages"
        ? [{ name: "Fernleaf Support Ltd", place: "Ireland", why: "They run our help desk." }]
        : [],
    origin: ["From you, and from our own staff."],
    retention: ["3 years after the last entry."],
    keptUntil: id === "support-messages" ? "2029-05-31" : null,
    transfers: [],
    automated: [],
  };
}

const sampleAbout: AboutCategory[] = [
  about("account", "Account", "What we need to know to give you an account."),
  about("invoices", "Invoices", "What you paid for and when."),
  about("meetings", "Meetings", "The meetings you held or joined, without what was said in them."),
  about(
    "support-messages",
    "Support messages",
    "What you wrote to our support team and what they wrote back.",
  ),
  about("marketing", "Marketing", "The letters we sent you and what you did with them."),
  about("inferences", "Guesses about you", "What we think you could be interested in."),
];

export function fixedRecords(records: readonly BundleRecord[], perPage = 7): RecordSource {
  return {
    count: records.length,
    open: async function* () {
      for (let start = 0; start < records.length; start += perPage)
        yield records.slice(start, start + perPage);
    },
  };
}

export function fixedFile(
  id: string,
  name: string | null,
  on: string | null,
  mediaType: string,
  text: string,
): BundleFile {
  const bytes = Buffer.from(text, "utf8");
  return {
    id,
    name,
    on,
    mediaType,
    sizeBytes: bytes.length,
    open: async function* () {
      yield bytes;
    },
  };
}

const pad = (number: number) => String(number).padStart(2, "0");

/** A category of one group, with nothing withheld. */
export function sampleCategory(id: string, group: BundleGroup): BundleCategory {
  return { id, groups: [group], withheld: 0, filesLeftOut: [], namedOnly: [], files: [] };
}

function sampleCategories(): BundleCategory[] {
  return [
    sampleCategory("account", {
      id: "accounts",
      title: "Your account",
      explanation: null,
      timeField: "created_at",
      fields: [
        { name: "account_no", label: "Account number", kind: "text" },
        { name: "full_name", label: "Name", kind: "text" },
        { name: "email", label: "E-mail address", kind: "text" },
        { name: "birth_date", label: "Date of birth", kind: "date" },
        { name: "plan", label: "Plan", kind: "code", codes: { F: "free", P: "paid, every month" } },
        { name: "newsletter", label: "Gets our newsletter", kind: "yes-no" },
        { name: "created_at", label: "Opened", kind: "instant" },
        {
          name: "address",
          label: "Address",
          kind: "nested",
          fields: [
            { name: "street", label: "Street", kind: "text" },
            { name: "city", label: "Town", kind: "text" },
          ],
        },
        { name: "settings", label: "Settings", explanation: "What you switched on or off.", kind: "nested" },
        {
          name: "score",
          label: "Activity score",
          explanation: "How often you used the service last year, from 0 to 1.",
          kind: "number",
        },
      ],
      records: fixedRecords([
        {
          account_no: "=A-100200",
          full_name: "Maya Santos",
          email: "maya@mail.example",
          birth_date: "1988-02-29",
          plan: "P",
          newsletter: true,
          created_at: "2019-05-04 08:00:00+00",
          address: { street: "12 O'Connell St", city: "Dublin" },
          settings: { theme: "dark", sounds: ["join", "leave"] },
          score: 0.25,
        },
        {
          account_no: "A-100201",
          full_name: "مايا سانتوس",
          email: "maya+2@mail.example",
          birth_date: null,
          plan: "X",
          newsletter: false,
          created_at: "2026-11-01T23:30:00Z",
          address: null,
          settings: {},
          score: null,
        },
      ]),
    }),
    sampleCategory("invoices", {
      id: "invoices",
      title: "Invoices",
      explanation: null,
      timeField: "issued_on",
      fields: [
        { name: "number", label: "Invoice", kind: "text" },
        { name: "issued_on", label: "Date", kind: "date" },
        { name: "period", label: "For the month", kind: "month" },
        { name: "amount", label: "Amount", kind: "money", currency: "GBP" },
        {
          name: "tax_pence",
          label: "Of this, tax",
          kind: "money",
          currency: { field: "currency" },
          unit: "minor",
        },
        { name: "currency", label: "Currency", kind: "text" },
      ],
      records: fixedRecords(
        Array.from({ length: 24 }, (_, index) => {
          const month = `${2024 + Math.floor((index + 10) / 12)}-${pad(((index + 10) % 12) + 1)}`;
          return {
            number: `INV-${1000 + index}`,
            issued_on: `${month}-01`,
            period: month,
            amount: index === 3 ? "-18.40" : "18.40",
            tax_pence: 307,
            currency: "GBP",
          };
        }),
      ),
    }),
    sampleCategory("meetings", {
      id: "meetings",
      title: "Meetings",
      explanation: null,
      timeField: "started_at",
      fields: [
        { name: "started_at", label: "Began", kind: "instant" },
        { name: "title", label: "Name of the meeting", kind: "text" },
        { name: "minutes", label: "Minutes", kind: "number" },
        { name: "role", label: "You were", kind: "code", codes: { H: "host", G: "guest" } },
      ],
      records: fixedRecords(
        Array.from({ length: 212 }, (_, index) => ({
          started_at: `${2019 + Math.floor(index / 27)}-${pad((index % 12) + 1)}-${pad((index % 28) + 1)}T18:${pad(index % 60)}:00Z`,
          title: index === 5 ? "Choir <img src=x onerror=alert(1)>" : `Choir rehearsal ${index + 1}`,
          minutes: 40 + (index % 50),
          role: index % 3 === 0 ? "H" : "G",
        })),
        50,
      ),
    }),
    sampleMessages,
    sampleCategory("marketing", {
      id: "letters",
      title: "Letters we sent you",
      explanation: null,
      timeField: "sent_at",
      fields: [
        { name: "sent_at", label: "Sent", kind: "instant" },
        { name: "campaign", label: "Letter", kind: "text" },
        { name: "channel", label: "By", kind: "text" },
        { name: "opened", label: "Opened", kind: "yes-no" },
        { name: "clicked", label: "Clicked", kind: "yes-no" },
        { name: "device", label: "On", kind: "text" },
        { name: "country", label: "In", kind: "text" },
      ],
      records: fixedRecords(
        Array.from({ length: 51 }, (_, index) => ({
          sent_at: `2025-${pad((index % 12) + 1)}-15T07:00:00+01:00`,
          campaign: `News ${index + 1}`,
          channel: "e-mail",
          opened: index % 2 === 0,
          clicked: null,
          device: "iPhone",
          country: "IE",
        })),
      ),
    }),
    { id: "inferences", groups: [], withheld: 0, filesLeftOut: [], namedOnly: [], files: [] },
  ];
}

const name = redacted("other-person-name");
const contact = redacted("other-person-contact");

/** Messages with covered places, files, and texts that try to be something else. */
export const sampleGroup: BundleGroup = {
  id: "messages",
  title: "Messages",
  explanation: null,
  timeField: "sent_at",
  fields: [
    { name: "sent_at", label: "Sent", kind: "instant" },
    { name: "author_kind", label: "From", kind: "code", codes: { customer: "you", agent: "support" } },
    { name: "body", label: "Message", kind: "text" },
    { name: "attachments", label: "Files", kind: "nested" },
  ],
  records: fixedRecords([
    {
      sent_at: "2025-03-02T16:20:00Z",
      author_kind: "customer",
      body: "The choir recording stops after 40 minutes. Is that a limit of my plan?",
      attachments: [],
    },
    {
      sent_at: "2025-03-03T09:05:00Z",
      author_kind: "agent",
      body: "Yes, on the free plan. I have lifted it for this month.",
      attachments: [{ file: "f1" }],
    },
    {
      sent_at: "2025-06-14T21:47:00+01:00",
      author_kind: "customer",
      body: redactedText([
        "My neighbour ",
        name,
        " used my link by mistake. His mail is ",
        contact,
        ", please remove him from the list.",
      ]),
      attachments: [],
    },
    {
      sent_at: "2025-06-15T08:31:00+01:00",
      author_kind: "agent",
      body: redactedText(["Done. ", name, " is no longer on the list and had seen nothing."]),
      attachments: null,
    },
    {
      sent_at: "2026-01-11T14:12:00Z",
      author_kind: "agent",
      body: "Your refund of £18.40 is on its way.\nIt can take five working days.",
      attachments: [{ file: "unknown" }],
    },
    { sent_at: "2026-01-12T09:00:00Z", author_kind: "agent", body: name, attachments: [{ file: "f2" }] },
    {
      sent_at: null,
      author_kind: "customer",
      body: '=HYPERLINK("http://evil.example","x"); "quoted"\tand\r\nmore \u0000 \u202Eend',
      attachments: [],
    },
    ...Array.from({ length: 9 }, (_, index) => ({
      sent_at: `2026-0${(index % 5) + 1}-20T10:00:00Z`,
      author_kind: "customer",
      body: `Thank you, number ${index + 1}.`,
      attachments: [],
    })),
  ]),
};

const sampleTickets: BundleGroup = {
  id: "tickets",
  title: "Matters",
  explanation: "One line for each thing you wrote about.",
  timeField: "opened_on",
  fields: [
    { name: "ticket_id", label: "Number of the matter", kind: "number", technical: true },
    { name: "subject", label: "Subject", kind: "text" },
    { name: "status", label: "State", kind: "code", codes: { open: "open", closed: "done" } },
    { name: "opened_on", label: "Opened", kind: "date" },
    { name: "customer_id", label: "Your number", kind: "text", technical: true },
  ],
  records: fixedRecords(
    ["The recording stops", "My neighbour", "A refund"].map((subject, index) => ({
      ticket_id: 88 + index,
      subject,
      status: index === 0 ? "open" : "closed",
      opened_on: `2025-0${3 * index + 3}-02`,
      customer_id: "1007",
    })),
  ),
};

export const sampleMessages: BundleCategory = {
  id: "support-messages",
  groups: [sampleTickets, sampleGroup],
  withheld: 2,
  filesLeftOut: [],
  namedOnly: [],
  files: [
    fixedFile("f1", "receipt-00017.pdf", "2025-03-03", "application/pdf", "%PDF-1.4 not really"),
    fixedFile("f2", "../../evil\u202Egnp.html", null, "text/html", "<script>alert(1)</script>"),
  ],
};
