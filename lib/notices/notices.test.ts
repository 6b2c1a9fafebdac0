import { expect, test } from "vitest";
import { events, type EventType } from "#lib/audit/events.ts";
import { deliveries } from "#lib/cases/guards.ts";
import { locales, type Locale } from "#lib/locales/index.ts";
import { notices } from "./index.ts";
import { isTeam, noticeKinds, type Audience, type NoticeKind, type Setting } from "./notice.ts";
import { noticesAnswering } from "./occasions.ts";
import { renderLetter, renderNotice } from "./render.ts";

const details = {
  "request-received": { receivedOn: "2026-11-03", dueOn: "2026-12-03", lastDueOn: "2026-12-18" },
  code: { code: "048215", scope: "full" },
  "message-for-you": {},
  "answer-ready": { appealUntil: "2027-01-23" },
  "answer-posted": { appealUntil: "2027-01-23", happenedOn: "2026-11-24", delivery: "paper" },
  "answer-enclosed": { appealUntil: "2027-01-23", delivery: "paper" },
  "link-renewed": { until: "2026-12-29T23:30:00.000Z" },
  withdrawn: { happenedOn: "2026-11-09" },
  "appeal-received": { appeal: { kind: "complaint", receivedOn: "2026-12-01", decideBy: "2026-12-31" } },
  "appeal-answered": {},
  "agent-sign-in": {},
  "agent-request-received": { receivedOn: "2026-11-03", dueOn: "2026-12-03" },
  "agent-news": {},
  "permission-asked": { until: "2026-11-17", isOffer: false },
  "permission-ended": { happenedOn: "2026-11-09" },
  "team-disowned": {},
  "team-new-request": { dueOn: "2026-12-03" },
  "team-approval-asked": {},
  "passed-on": { controller: "Sol de Casa", isCopy: true, happenedOn: "2026-11-24" },
  "controller-answered": { controller: "Sol de Casa" },
  "controller-asked": { rights: ["access"], passedOn: "2026-11-24", days: 30 },
  "controller-reminded": { rights: ["access"], passedOn: "2026-11-24", days: 30 },
  "team-controller": { controller: "Sol de Casa" },
  "team-finding": { source: "sales-book", collection: "cards", field: "card_code" },
} satisfies Record<NoticeKind, object>;

function setting(changes: Partial<Setting> = {}): Setting {
  return {
    locale: "en",
    organisation: {
      name: "Instant Prospect Conversion",
      imprint: "Instant Prospect Conversion, Dublin and San Jose",
      accent: null,
      email: "privacy@ipc.example",
      telephone: "+44 20 7946 0018",
      post: "Instant Prospect Conversion, 1 Harbour Row, Dublin 1, Ireland",
    },
    way: "mail",
    zone: "Europe/Berlin",
    reference: "HB-7K4Q-2M9X",
    url: "https://privacy.ipc.example/ipc/track/HB-7K4Q-2M9X",
    audience: "typed",
    name: "Maya Santos",
    ...changes,
  };
}

/** What a reader sees of the HTML: words without marks, entities resolved. */
function visible(html: string): string {
  return html
    .replace(/<head>.*<\/head>/s, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&nbsp;", " ")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

/** Words only, so that two layouts of the same text are equal. */
const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

const without = (left: string[], ...right: string[][]) => left.filter((word) => !right.flat().includes(word));

const all = noticeKinds.flatMap((kind) => locales.map((locale) => [kind, locale] as const));

const audienceOf = (kind: NoticeKind): Audience => notices[kind].to[0] ?? "typed";

test.each(all)(
  "%s in %s: text and HTML say the same, with reference, address, next step and the promise",
  (kind, locale) => {
    const { subject, text, html } = renderNotice(
      kind,
      setting({ locale, audience: audienceOf(kind) }),
      details[kind],
    );
    const shown = visible(html);
    for (const version of [text, shown]) {
      expect(version).toContain("HB-7K4Q-2M9X");
      expect(version).toContain("https://privacy.ipc.example/ipc/track/HB-7K4Q-2M9X");
      expect(version).toContain(locale === "en" ? "What happens next" : "Wie es weitergeht");
      expect(version).toMatch(
        locale === "en" ? /never asks? for your password/ : /(fragen|fragt) nie nach Ihrem Passwort/,
      );
      expect(version).toMatch(
        locale === "en" ? /You get this mail because/ : /Sie erhalten diese E-Mail, weil/,
      );
    }
    const onlyHtml = words(locale === "en" ? "Or open this address:" : "Oder öffnen Sie diese Adresse:");
    expect(without(words(shown), words(text), onlyHtml)).toEqual([]);
    expect(without(words(text), words(shown))).toEqual([]);
    // A link to sign in is about no request.
    if (kind !== "agent-sign-in") expect(subject).toContain("HB-7K4Q-2M9X");
    expect(subject).not.toContain("Maya");
  },
);

test.each(all)("%s in %s is HTML a mail program can show without fetching anything", (kind, locale) => {
  const { html } = renderNotice(kind, setting({ locale }), details[kind]);
  expect(html).toMatch(new RegExp(`^<!doctype html>\n<html lang="${locale}"`));
  expect(html.match(/<h1[ >]/g)).toHaveLength(1);
  expect(html).not.toMatch(/<(img|script|link|iframe|object|form|svg|base)\b|url\(|@import|\bon\w+=/i);
  const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, link]) => link);
  expect(new Set(links)).toEqual(new Set(["https://privacy.ipc.example/ipc/track/HB-7K4Q-2M9X"]));
});

test.each(all)("%s in %s never names an outcome", (kind, locale) => {
  const { subject, text } = renderNotice(kind, setting({ locale }), details[kind]);
  expect(`${subject} ${text}`).not.toMatch(
    /grant|refus|reject|denied|approved|success|delet|copy of your data|nothing held|abgelehnt|bewilligt|gelöscht|stattgegeben|Kopie Ihrer Daten|verif/i,
  );
});

const onPaper = all.filter(([kind]) => !notices[kind].ways || notices[kind].ways.includes("post"));

test.each(onPaper.filter(([kind]) => !isTeam(audienceOf(kind))))(
  "%s in %s on paper speaks of a letter, and sends nobody to a mail or a button",
  (kind, locale) => {
    const sheet = renderLetter(kind, setting({ locale, way: "post" }), {
      ...details[kind],
      ...(kind === "code" ? { code: "7K4Q-2M9X" } : {}),
      ...(kind === "message-for-you" ? { message: "Which year?\n\nOr both?" } : {}),
    });
    const read = [sheet.title, ...sheet.lead.map((line) => line.text), ...sheet.next.lines, ...sheet.end];
    expect(sheet.end.join(" ")).toMatch(locale === "en" ? /this letter/ : /diesen Brief/);
    expect(read.slice(0, -1).join(" ")).not.toMatch(
      locale === "en" ? /this mail|another mail|press|click/ : /diese[rn]? E-Mail|wieder eine E-Mail|klicken/,
    );
    expect(sheet.reference.value).toBe("HB-7K4Q-2M9X");
    expect(sheet.slip?.code ?? null).toBe(kind === "code" ? "7K4Q-2M9X" : null);
    // What may lie open beside the slip never holds its code.
    expect(read.join(" ")).not.toContain("7K4Q-2M9X");
    if (kind === "message-for-you") expect(read).toEqual(expect.arrayContaining(["Which year?", "Or both?"]));
  },
);

test("what is written to her stands in a letter and never in a mail", () => {
  const { text, html } = renderNotice("message-for-you", setting(), { message: "Which year?" });
  expect(text + html).not.toContain("Which year?");
});

test.each(locales)(
  "an answer that comes by post is told so in the same words whatever it says, with its days (%s)",
  (locale) => {
    const told = ["granted", "in-part", "refused"].map(
      (outcome) =>
        renderNotice("answer-posted", setting({ locale }), {
          ...details["answer-posted"],
          outcome,
          version: 2,
        }).text,
    );
    expect(new Set(told).size).toBe(1);
    for (const day of locale === "en"
      ? ["24 November 2026", "23 January 2027"]
      : ["24. November 2026", "23. Januar 2027"])
      expect(told[0]).toContain(day);
    expect(told[0]).toContain(
      locale === "en" ? "cannot be opened on the page" : "lässt sie sich nicht öffnen",
    );
    // Nothing promises that the answer can be opened or read there.
    expect(told[0]).not.toMatch(/you can read the answer|Antwort lesen/);
  },
);

test.each(locales)("the outcome of an appeal comes the way the answer came (%s)", (locale) => {
  const by = (delivery: string | null) =>
    renderNotice("appeal-answered", setting({ locale }), { delivery }).text;
  expect(by("paper")).toMatch(/by post|mit der Post/);
  expect(by("code")).not.toMatch(/by post|mit der Post/);
  expect(by("code")).toBe(by(null));
});

test("of the mails about an answer exactly one is sent, however it is handed over; on paper a letter lies over it", () => {
  for (const delivery of [...deliveries, null, undefined]) {
    const sent = noticesAnswering("send").filter(
      (kind) => kind !== "agent-news" && (notices[kind].only?.({ delivery } as never) ?? true),
    );
    const told = delivery === "paper" ? ["answer-posted", "answer-enclosed"] : ["answer-ready"];
    expect([delivery, sent]).toEqual([delivery, told]);
  }
});

test("the answer's mail is the same but for its day, whatever the event said", () => {
  const outcomes = ["granted", "in-part", "refused"].map(
    (outcome) =>
      renderNotice("answer-ready", setting(), { appealUntil: "2027-01-23", outcome, version: 2 }).text,
  );
  expect(new Set(outcomes).size).toBe(1);
  expect(outcomes[0]).toContain(
    "If you do not agree with our answer, you can tell us on the same page until 23 January 2027.",
  );
  expect(renderNotice("answer-ready", setting(), { appealUntil: null }).text).toContain(
    "If you do not agree with our answer, you can tell us on the same page.",
  );
});

test.each<[Locale, string]>([
  ["en", "Thursday 3 December 2026"],
  ["de", "Donnerstag, 3. Dezember 2026"],
])("the first mail in %s shows the day to answer by in words", (locale, day) => {
  const { text, html } = renderNotice("request-received", setting({ locale }), details["request-received"]);
  expect(text).toContain(day);
  expect(html).toContain(day);
});

test("the end of a link is told as clocks of the case show it", () => {
  expect(renderNotice("link-renewed", setting(), details["link-renewed"]).text).toContain(
    "30 December 2026, 0:30 (Central European Time)",
  );
  expect(renderNotice("link-renewed", setting({ locale: "de" }), details["link-renewed"]).text).toContain(
    "30. Dezember 2026, 0:30 Uhr (Mitteleuropäische Zeit)",
  );
});

test.each<[Locale, RegExp]>([
  ["en", /^– your mailing address$/m],
  ["de", /^– Ihre Postanschrift$/m],
])("an incomplete notice is told what is missing and where to send it, in %s", (locale, missing) => {
  const lacking = {
    ...details["request-received"],
    lacks: ["address", "certificate"],
    noticeTo: "privacy@ipc.example",
  };
  for (const text of [
    renderNotice("request-received", setting({ locale }), lacking).text,
    renderLetter("request-received", setting({ locale, way: "post" }), lacking)
      .lead.map((line) => line.text)
      .join("\n"),
  ]) {
    expect(text).toMatch(missing);
    expect(text).toContain("privacy@ipc.example");
    expect(text).not.toMatch(/have to do anything|müssen jetzt nichts tun/);
  }
  expect(renderNotice("request-received", setting({ locale }), details["request-received"]).text).not.toMatch(
    missing,
  );
});

test("several last days are told only where there are several", () => {
  const several = /not all have the same last day/;
  const one = { ...details["request-received"], lastDueOn: "2026-12-03" };
  expect(renderNotice("request-received", setting(), details["request-received"]).text).toMatch(several);
  expect(renderNotice("request-received", setting(), one).text).not.toMatch(several);
});

test.each([
  ["a day is missing", "link-renewed", {}],
  ["a day is not a day", "withdrawn", { happenedOn: "2026-02-30" }],
  ["a code is not six digits", "code", { code: "48215", scope: "full" }],
  ["a scope is unknown", "code", { code: "048215", scope: "everything" }],
] as const)("where %s, nothing is written", (_why, kind, given) => {
  expect(() => renderNotice(kind, setting(), given)).toThrow();
});

test("the code mail says how far the code opens, and never to tell it", () => {
  const full = renderNotice("code", setting({ audience: "on-file", name: null }), {
    code: "048215",
    scope: "full",
  });
  const part = renderNotice("code", setting(), { code: "048215", scope: "conversation" });
  expect(full.text).toContain("can see the request and the answer");
  expect(part.text).toContain("can read and write the messages");
  for (const { text, subject } of [full, part]) {
    expect(text).toContain("Never tell it to anybody, not even to us.");
    expect(text).toContain("048215");
    expect(subject).not.toContain("048215");
  }
});

test.each<[Audience, RegExp]>([
  ["typed", /this address was given with a request/],
  ["on-file", /has this address in its records/],
  ["caseworkers", /you work on privacy requests/],
  ["approvers", /you work on privacy requests/],
])("a mail to %s says why it came there", (audience, why) => {
  const { text } = renderNotice("answer-ready", setting({ audience }), details["answer-ready"]);
  expect(text).toMatch(why);
  expect(text.includes("Was it not you?")).toBe(audience === "typed" || audience === "on-file");
});

test("an organisation's accent colours tab and button, and nothing it is called becomes markup", () => {
  const organisation = {
    name: `O'Brien & <b>Co</b> "X"`,
    imprint: "<i>Dublin</i>",
    accent: "#a8201a",
    email: "p@x.example",
    telephone: null,
    post: null,
  };
  const { html } = renderNotice("answer-ready", setting({ organisation }), details["answer-ready"]);
  expect(html.match(/background:#a8201a/g)).toHaveLength(2);
  expect(html).not.toMatch(/<b>Co|<i>/);
  expect(visible(html)).toContain(`O'Brien & <b>Co</b> "X"`);
});

test("events and notices name each other", () => {
  const answered = Object.keys(events).flatMap((type) =>
    noticesAnswering(type as EventType).map((kind) => `${type} > ${kind}`),
  );
  expect(answered).toEqual([
    "bundle-built > team-approval-asked",
    "send > answer-ready",
    "send > answer-posted",
    "send > answer-enclosed",
    "send > agent-news",
    "renew-link > link-renewed",
    "withdraw > withdrawn",
    "withdraw > agent-news",
    "appeal > appeal-received",
    "acknowledge-appeal > appeal-received",
    "uphold-appeal > appeal-answered",
    "overturn-appeal > appeal-answered",
    "write-to-person > message-for-you",
    "pass-on > passed-on",
    "controller-silent > team-controller",
    "controller-answer > controller-answered",
    "controller-answer > team-controller",
    "controller-instruct > team-controller",
    "make-demand > agent-news",
    "accept-authority > agent-news",
    "reject-authority > agent-news",
    "take-over > agent-news",
    "disown > agent-news",
    "disown > team-disowned",
    "lift-freeze > agent-news",
    "end-permission > agent-news",
    "end-permission > permission-ended",
    "write-to-agent > agent-news",
    "finding.open > team-finding",
    "case.open > request-received",
    "case.open > agent-request-received",
    "case.open > team-new-request",
  ]);
});
