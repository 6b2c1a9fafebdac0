import { expect, type Page } from "@playwright/test";
import { ipcPolicy } from "#db/seed/ipc/policy.ts";
import { demoPeople, spokenAccountNo, type DemoPersonKey } from "#lib/demo/people.ts";
import type { Locale } from "#lib/locales/index.ts";
import type { RightId } from "#lib/rights/ids.ts";
import { factLabel, words } from "./fixtures.ts";

export type Fact = "billing-postcode" | "date-of-birth" | "card-last4";

export type Wish = {
  rights: readonly RightId[];
  /** What is typed where a right asks for more; the others stay empty. */
  details?: Partial<Record<RightId, string>>;
  narrow?: string;
  proof:
    | { facts: readonly Fact[]; wrong?: boolean }
    | "login"
    | { invoice: { amount: string; month: string; year: string } };
  locale?: Locale;
};

export type Sent = {
  reference: string;
  /** As the page says it: "24 December 2026". */
  answerBy: string;
};

/** Goes on from one question to the next. */
export async function goOn(page: Page, locale: Locale = "en"): Promise<void> {
  const before = page.url();
  await page.getByRole("button", { name: words(locale, "intake")("go"), exact: true }).click();
  await page.waitForURL((url) => url.href !== before);
}

export async function answerResidence(page: Page, residence: string, locale: Locale = "en"): Promise<void> {
  const t = words(locale, "intake");
  const [country = "", state] = residence.split("-");
  const area = country === "GB" ? "uk" : state ? "us" : europe.has(country) ? "europe" : "other";
  await page.getByRole("radio", { name: t(`residence.area.${area}`), exact: true }).check();
  if (area === "us") await page.getByLabel(t("residence.state"), { exact: true }).selectOption(residence);
  if (area === "europe")
    await page.getByLabel(t("residence.europe"), { exact: true }).selectOption(residence);
  if (area === "other")
    await page.getByLabel(t("residence.country"), { exact: true }).selectOption(residence);
}

/** Says whom it is for, where that is asked: nobody is asked who only says no to something. */
export async function answerWhose(page: Page, whose: "me" | "child", locale: Locale = "en"): Promise<void> {
  if (!page.url().endsWith("/whose")) return;
  await page.getByRole("radio", { name: words(locale, "intake")(`whose.${whose}`), exact: true }).check();
  await goOn(page, locale);
}

const europe = new Set(["DE", "FI", "AT", "IE", "FR", "HR", "PL", "NO"]);

export async function answerContact(
  page: Page,
  { name, email }: { name: string; email: string },
  locale: Locale = "en",
): Promise<void> {
  const t = words(locale, "intake");
  await page.getByRole("textbox", { name: t("contact.name"), exact: true }).fill(name);
  await page.getByRole("textbox", { name: t("contact.email"), exact: true }).fill(email);
}

/** Types facts that fit the stores; `wrong` ones look alike and fit nobody. */
export async function answerFacts(
  page: Page,
  key: DemoPersonKey,
  facts: readonly Fact[],
  wrong = false,
  locale: Locale = "en",
): Promise<void> {
  const person = demoPeople[key];
  await chooseFacts(page, locale);
  await page
    .getByRole("textbox", { name: factLabel("account-number", locale), exact: true })
    .fill(wrong ? "IP 9999 0000" : spokenAccountNo(person.accountNo));
  for (const fact of facts) {
    await page
      .getByRole(person.residence === "US-CA" ? "checkbox" : "radio", {
        name: factLabel(fact, locale),
        exact: true,
      })
      .check();
    if (fact === "billing-postcode") await textbox(page, factLabel(fact, locale)).fill(person.postcode);
    if (fact === "card-last4") await textbox(page, factLabel(fact, locale)).fill(person.cardLast4);
    if (fact === "date-of-birth") {
      const [year = "", month = "", day = ""] = person.born.split("-");
      const t = words(locale, "ui");
      for (const [part, value] of [
        ["day", day],
        ["month", month],
        ["year", year],
      ] as const) {
        await shown(page, t(`form.${part}`)).fill(value);
      }
    }
  }
}

/** The newest invoice, as it stands on paper. */
export async function answerInvoice(
  page: Page,
  key: DemoPersonKey,
  invoice: { amount: string; month: string; year: string },
): Promise<void> {
  const t = words("en", "intake");
  await chooseFacts(page, "en");
  await textbox(page, factLabel("account-number")).fill(spokenAccountNo(demoPeople[key].accountNo));
  await page.getByRole("radio", { name: factLabel("last-invoice"), exact: true }).check();
  await textbox(page, t("proof.amount")).fill(invoice.amount);
  await shown(page, words("en", "ui")("form.month")).fill(invoice.month);
  await shown(page, words("en", "ui")("form.year")).fill(invoice.year);
}

async function chooseFacts(page: Page, locale: Locale): Promise<void> {
  const t = words(locale, "intake");
  const names = [2, 3].map((count) => t("proof.facts", { count }));
  await page.getByRole("radio", { name: new RegExp(`^(${names.join("|")})$`) }).check();
}

/** The field with this label that belongs to the chosen fact; those of other facts wait out of sight. */
const shown = (page: Page, label: string) =>
  page.getByLabel(label, { exact: true }).filter({ visible: true });

const textbox = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });

/** The form from its first page to the page that says that the request has arrived. */
export async function askForCopy(page: Page, key: DemoPersonKey, wish: Wish): Promise<Sent> {
  await fillForm(page, key, wish);
  return send(page, wish.locale);
}

/** The form up to its last page, on which everything stands once more. */
export async function fillForm(page: Page, key: DemoPersonKey, wish: Wish): Promise<void> {
  const { locale = "en" } = wish;
  const person = demoPeople[key];
  const t = words(locale, "intake");
  const rights = words(locale, "rights");
  await page.goto("/ipc/request/residence");
  await answerResidence(page, person.residence, locale);
  await goOn(page, locale);
  for (const right of wish.rights)
    await page.getByRole("checkbox", { name: rights(`title.${right}`), exact: true }).check();
  await goOn(page, locale);
  await answerWhose(page, "me", locale);
  if (page.url().endsWith("/details")) {
    for (const [right, text] of Object.entries(wish.details ?? {}))
      await page.locator(`[name="details-${right}"]`).fill(text);
    await goOn(page, locale);
  }
  const customer = ipcPolicy.relationships.find(({ id }) => id === "customer")?.label[locale] ?? "";
  await page.getByRole("radio", { name: customer, exact: true }).check();
  await goOn(page, locale);
  await answerContact(page, { name: person.name, email: person.email ?? "" }, locale);
  await goOn(page, locale);
  if (page.url().endsWith("/narrow")) {
    if (wish.narrow)
      await page.getByRole("textbox", { name: new RegExp(escaped(t("narrow.title"))) }).fill(wish.narrow);
    await goOn(page, locale);
  }
  if (wish.proof === "login") {
    await page.getByRole("radio", { name: t("proof.login"), exact: true }).check();
    await goOn(page, locale);
    return;
  }
  if ("invoice" in wish.proof) await answerInvoice(page, key, wish.proof.invoice);
  else await answerFacts(page, key, wish.proof.facts, wish.proof.wrong, locale);
  await goOn(page, locale);
}

/** Presses the last button, and reads what the page then says. */
export async function send(page: Page, locale: Locale = "en"): Promise<Sent> {
  const t = words(locale, "intake");
  await expect(page.getByRole("heading", { level: 1, name: t("check.title") })).toBeVisible();
  await page.getByRole("button", { name: t("send"), exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: t("sent.title") })).toBeVisible();
  const text = await page.getByRole("main").innerText();
  const reference = /HB-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0] ?? "";
  expect(reference, "the page names a reference").not.toBe("");
  const answerBy = (
    await page
      .locator("dt", { hasText: t("sent.dueBy") })
      .locator("xpath=following-sibling::dd[1]")
      .innerText()
  ).trim();
  return { reference, answerBy };
}

export const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A copy for somebody in the United Kingdom with an account, up to her contact, which is filled in and not sent yet. */
export async function fillUntilContact(page: Page, contact: { name: string; email: string }): Promise<void> {
  await page.goto("/ipc/request/residence");
  await answerResidence(page, "GB");
  await goOn(page);
  await page.getByRole("checkbox", { name: words("en", "rights")("title.access"), exact: true }).check();
  await goOn(page);
  await answerWhose(page, "me");
  await page.getByRole("radio", { name: "I have an account with you", exact: true }).check();
  await goOn(page);
  await answerContact(page, contact);
}
