/**
 * The one way to write HTML outside React: letters, mails and bundle pages. Every value put into the template is
 * escaped for the place it stands in; places where no escaping helps are refused.
 */
export class Html {
  readonly #markup: string;
  constructor(markup: string) {
    this.#markup = markup;
  }
  toString(): string {
    return this.#markup;
  }
}

export type HtmlValue = Html | string | number | null | undefined | false | readonly HtmlValue[];

/** Marks markup as trusted. Only for constants of this project, never for anything a person or a source wrote. */
export function raw(markup: string): Html {
  return new Html(markup);
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "\0": "\uFFFD",
};

/** Text for an element or a quoted attribute. NUL and lone surrogates, which no HTML file can hold, become U+FFFD. */
export function escapeHtml(value: string): string {
  return value.toWellFormed().replace(/[&<>"'\0]/g, (character) => entities[character] ?? character);
}

/**
 * `html\`<a href="${address}">${name}</a>\``. Values may be text, numbers, other `html` pieces or lists of them;
 * null, undefined and false leave nothing. Throws on a value in an unquoted attribute, a tag or attribute name,
 * a comment, a script or style element, and on a link with a scheme other than http, https, mailto and tel.
 */
export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  const places = placesOf(strings);
  let markup = strings[0] ?? "";
  values.forEach((value, index) => {
    markup += fill(value, places[index] ?? textPlace) + (strings[index + 1] ?? "");
  });
  return new Html(markup);
}

type Place = {
  kind: "text" | "attribute" | "inside-tag" | "raw" | "comment";
  attribute: string;
  atStart: boolean;
};
const textPlace: Place = { kind: "text", attribute: "", atStart: false };

function fill(value: HtmlValue, place: Place): string {
  if (value === null || value === undefined || value === false) return "";
  if (Array.isArray(value)) return value.map((item: HtmlValue) => fill(item, place)).join("");
  if (value instanceof Html) {
    if (place.kind === "attribute" || place.kind === "comment")
      throw new Error(`html: markup inside ${place.kind}`);
    return value.toString();
  }
  if (place.kind !== "text" && place.kind !== "attribute")
    throw new Error(`html: a value cannot stand in ${place.kind}`);
  const text = String(value);
  if (place.atStart && linkAttributes.has(place.attribute)) refuseForeignScheme(text);
  return escapeHtml(text);
}

const linkAttributes = new Set(["href", "src", "action", "formaction", "poster", "cite"]);

function refuseForeignScheme(address: string): void {
  // Browsers drop control characters and leading blanks before they read the scheme.
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address.replace(/[\p{Cc}\p{Zs}]/gu, ""))?.[1];
  if (scheme && !["http", "https", "mailto", "tel"].includes(scheme.toLowerCase())) {
    throw new Error(`html: a link may not use the scheme ${scheme}`);
  }
}

const known = new WeakMap<TemplateStringsArray, Place[]>();

function placesOf(strings: TemplateStringsArray): Place[] {
  const cached = known.get(strings);
  if (cached) return cached;
  const places = scan(strings);
  known.set(strings, places);
  return places;
}

/** Reads the fixed parts of a template as a browser would and notes where each value stands. */
function scan(strings: TemplateStringsArray): Place[] {
  let state: "text" | "tag" | "double" | "single" | "raw" | "comment" = "text";
  let tag = "";
  let attribute = "";
  const places: Place[] = [];
  strings.slice(0, -1).forEach((part) => {
    let position = 0;
    let lastQuote = -1;
    while (position < part.length) {
      const rest = part.slice(position);
      const character = part[position];
      position += 1;
      if (state === "text" && rest.startsWith("<!--")) state = "comment";
      else if (state === "comment" && rest.startsWith("-->")) state = "text";
      else if (state === "raw" && rest.toLowerCase().startsWith(`</${tag}`)) [state, tag] = ["tag", ""];
      else if (state === "text" && /^<([a-z/!]|$)/i.test(rest)) {
        state = "tag";
        tag = /^<([a-z][^\s/>]*)/i.exec(rest)?.[1]?.toLowerCase() ?? "";
      } else if (state === "tag" && (character === '"' || character === "'")) {
        state = character === '"' ? "double" : "single";
        attribute = /([^\s"'<>/=]+)\s*=\s*$/.exec(part.slice(0, position - 1))?.[1]?.toLowerCase() ?? "";
        lastQuote = position;
      } else if (state === "tag" && character === ">")
        state = tag === "script" || tag === "style" ? "raw" : "text";
      else if ((state === "double" && character === '"') || (state === "single" && character === "'"))
        state = "tag";
    }
    const quoted = state === "double" || state === "single";
    places.push({
      kind: quoted
        ? "attribute"
        : state === "tag"
          ? "inside-tag"
          : state === "text"
            ? "text"
            : state === "raw"
              ? "raw"
              : "comment",
      attribute: quoted ? attribute : "",
      atStart: quoted && lastQuote === part.length,
    });
  });
  return places;
}
