import { Agent, request as plainRequest, type IncomingMessage } from "node:http";
import { request as safeRequest } from "node:https";
import { buffer } from "node:stream/consumers";

export type Answer = { status: number; headers: string[]; location: string | null; body: string };

/** A browser without scripts: keeps cookies and its connection, sends forms as the page wrote them. */
export class Visitor {
  readonly #origin: string;
  readonly #agent: Agent;
  readonly #cookies = new Map<string, string>();

  /** @param address an address of this machine to call from; null for whichever the system takes */
  constructor(origin: string, address: string | null) {
    this.#origin = origin;
    this.#agent = new Agent({
      keepAlive: true,
      maxSockets: 1,
      ...(address ? { localAddress: address, family: 4 } : {}),
    });
  }

  get(path: string): Promise<Answer> {
    return this.#send("GET", path, null);
  }

  async post(path: string, fields: FormData): Promise<Answer> {
    const encoded = new Response(fields);
    const body = Buffer.from(await encoded.arrayBuffer());
    return this.#send("POST", path, { type: encoded.headers.get("content-type") ?? "", body });
  }

  close(): void {
    this.#agent.destroy();
  }

  async #send(method: string, path: string, sent: { type: string; body: Buffer } | null): Promise<Answer> {
    const url = new URL(path, this.#origin);
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = {
      accept: "text/html",
      "accept-language": "en",
      ...(cookie ? { cookie } : {}),
      ...(sent
        ? {
            origin: this.#origin,
            "sec-fetch-site": "same-origin",
            "content-type": sent.type,
            "content-length": sent.body.length,
          }
        : {}),
    };
    const isSafe = url.protocol === "https:";
    const message = await new Promise<IncomingMessage>((resolve, reject) => {
      const asked = (isSafe ? safeRequest : plainRequest)(
        url,
        { method, headers, ...(isSafe ? {} : { agent: this.#agent }) },
        resolve,
      );
      asked.once("error", reject);
      asked.end(sent?.body);
    });
    const body = (await buffer(message)).toString("utf8");
    for (const line of message.headers["set-cookie"] ?? []) this.#keep(line);
    return {
      status: message.statusCode ?? 0,
      headers: message.rawHeaders,
      location: message.headers.location ?? null,
      body,
    };
  }

  #keep(line: string): void {
    const [pair = ""] = line.split(";");
    const at = pair.indexOf("=");
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    if (value === "" || /max-age=0\b/i.test(line)) this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}

/** The hidden fields of the form in a page that has a field of this name. @throws where there is no such form */
export function hiddenFields(page: string, having: string): FormData {
  const form = (page.match(/<form\b.*?<\/form>/gs) ?? []).find((markup) =>
    markup.includes(` name="${having}"`),
  );
  if (!form) throw new Error(`The page has no form with a field "${having}".`);
  const fields = new FormData();
  for (const [input] of form.matchAll(/<input\b[^>]*\btype="hidden"[^>]*>/g)) {
    const name = /\bname="([^"]*)"/.exec(input)?.[1];
    if (name !== undefined) fields.append(plain(name), plain(/\bvalue="([^"]*)"/.exec(input)?.[1] ?? ""));
  }
  return fields;
}

const entities: Record<string, string> = {
  "&quot;": '"',
  "&#x27;": "'",
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
};

function plain(markup: string): string {
  return markup.replace(/&(quot|#x27|lt|gt|amp);/g, (entity) => entities[entity] ?? entity);
}
