import { Visitor, hiddenFields, type Answer } from "./visitor.ts";

/** Two account facts as somebody types them: the number, and a date of birth. */
export type Typed = { accountNo: string; born: string };

export type Submitted = {
  /** From pressing the button until the page that answers has arrived whole. */
  ms: number;
  reference: string;
  shown: Shown;
};

/** What came back, headers included, without what is this one request's own; and how long the page was as it came. */
export type Shown = { text: string; sizeBytes: number };

const slug = "ipc";

/** What is typed on each page; only the facts differ from one request to the next. */
function answersOn(step: string, { accountNo, born }: Typed): Record<string, string> {
  const [year = "", month = "", day = ""] = born.split("-");
  const pages: Record<string, Record<string, string>> = {
    residence: { area: "uk" },
    rights: { rights: "access" },
    relationship: { relationship: "customer" },
    contact: { name: "Alex Example", email: "alex@mail.example", telephone: "" },
    narrow: { narrow: "" },
    proof: {
      how: "facts",
      "fact-account-number": accountNo,
      facts: "date-of-birth",
      "fact-date-of-birth-day": day,
      "fact-date-of-birth-month": month,
      "fact-date-of-birth-year": year,
    },
  };
  const answers = pages[step];
  if (!answers) throw new Error(`The form asks something this bench has no answer to: ${step}.`);
  return answers;
}

/** Fills the form page by page, then sends it; only the sending is timed. */
export async function submit(origin: string, address: string | null, typed: Typed): Promise<Submitted> {
  const visitor = new Visitor(origin, address);
  try {
    let path = `/${slug}/request/residence`;
    let page = await visitor.get(path);
    while (!path.endsWith("/check")) {
      const fields = hiddenFields(page.body, "step");
      for (const [name, value] of Object.entries(answersOn(path.split("/").at(-1) ?? "", typed)))
        fields.append(name, value);
      path = nextPath(await visitor.post(path, fields), origin);
      page = await visitor.get(path);
    }
    const fields = hiddenFields(page.body, "seen");
    fields.append("website", "");
    const startedAt = performance.now();
    const sent = await visitor.post(path, fields);
    const answer = await visitor.get(nextPath(sent, origin));
    const ms = performance.now() - startedAt;
    const reference = /HB-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(answer.body)?.[0];
    if (!reference) throw new Error(`The form answered with status ${answer.status} and no reference.`);
    const text = `${withoutOwn(sent, reference)}\n\n${withoutOwn(answer, reference)}`;
    return { ms, reference, shown: { text, sizeBytes: Buffer.byteLength(answer.body) } };
  } finally {
    visitor.close();
  }
}

/** The page of a request, as somebody sees it who only knows its reference. */
export async function outsideView(origin: string, address: string | null, reference: string): Promise<Shown> {
  const visitor = new Visitor(origin, address);
  try {
    const answer = await visitor.get(`/${slug}/track/${reference}`);
    return { text: withoutOwn(answer, reference), sizeBytes: Buffer.byteLength(answer.body) };
  } finally {
    visitor.close();
  }
}

function nextPath({ status, location, body }: Answer, origin: string): string {
  if (status !== 303 || !location) {
    const alert =
      /role="alert"[^>]*>(.*?)<\/(?:div|p|section)>/s.exec(body)?.[1]?.replace(/<[^>]*>/g, " ") ?? "";
    throw new Error(`The form did not go on (status ${status}). ${alert.trim()}`);
  }
  return new URL(location, origin).pathname;
}

/**
 * The page, and behind it, sorted, the data for its scripts. React sends these parts, numbers them and names their script
 * files early or not as they happen to be ready, which differs from one answer to the next for everybody.
 */
function inOneOrder(page: string): string {
  const pieces: string[] = [];
  const markup = page
    .replaceAll(/<script src="[^>]*"><\/script>/g, "")
    .replaceAll(
      /<script[^>]*>self\.__next_f\.push\((.*?)\)<\/script>/gs,
      (_whole, piece: string) => (pieces.push(piece), ""),
    );
  const data = pieces.map((piece) => (JSON.parse(piece) as [number, string?])[1] ?? "").join("");
  const parts = data
    .split("\n")
    .map((part) => part.replace(/^[0-9a-f]+:/, "").replaceAll(/"\$([A-Zh@]?)[0-9a-f]+(?=[":])/g, '"$$$1#'));
  return [markup, ...parts.toSorted()].join("\n");
}

/** Status, headers and body without the request's own reference, moment and random marks. */
function withoutOwn({ status, headers, body }: Answer, reference: string): string {
  const lines = headers.flatMap((name, index) =>
    index % 2 === 0 ? [`${name.toLowerCase()}: ${headers[index + 1]}`] : [],
  );
  const nonce = /'nonce-([^']+)'/.exec(lines.join("\n"))?.[1] ?? null;
  const told = [
    String(status),
    ...lines.filter((line) => !/^(date|x-request-id|set-cookie): /.test(line)),
    ...lines
      .filter((line) => line.startsWith("set-cookie: "))
      .map((line) => line.replace(/=[^;]*/, "=(own)")),
    "",
    inOneOrder(body),
  ].join("\n");
  const spelled = reference.replaceAll("-", ", ").replaceAll(/(\w)(?=\w)/g, "$1 ");
  return (
    (nonce ? told.replaceAll(nonce, "(nonce)") : told)
      .replaceAll(reference, "(reference)")
      .replaceAll(spelled, "(reference)")
      // The bar of the demo counts the mails of everybody.
      .replaceAll(/Mailbox, \d+ new/g, "Mailbox, (count) new")
      // The framework numbers the forms of a page in the order in which their parts are ready.
      .replaceAll(/\$ACTION_(REF_)?\d+/g, "$ACTION_$1(number)")
      .replaceAll(/\b\d{1,2}:\d{2}\b/g, "(time)")
      .replaceAll(
        /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b/g,
        "(day)",
      )
      .replaceAll(/\b\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?/g, "(day)")
  );
}
