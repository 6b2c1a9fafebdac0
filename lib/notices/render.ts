import { getNotice } from "./index.ts";
import { letterSheet, mailHtml, mailText, type LetterSheet } from "./layout.ts";
import { noticeWords, type NoticeKind, type Setting } from "./notice.ts";

/** A mail as it is kept (sealed) and sent: a retry sends these very words again. */
export type Mail = {
  subject: string;
  text: string;
  html: string;
  fromName: string;
  replyTo: string;
  locale: string;
};

/**
 * Writes one notice as a mail. `details` may hold more than the notice asks for; what is missing or of the wrong shape
 * throws, so that no half sentence ever leaves.
 */
export function renderNotice(kind: NoticeKind, setting: Setting, details: Record<string, unknown>): Mail {
  const { words, content } = written(kind, setting, details);
  return {
    subject: content.subject,
    text: mailText(words, setting, content),
    html: mailHtml(words, setting, content),
    fromName: setting.organisation.name,
    replyTo: setting.organisation.email,
    locale: setting.locale,
  };
}

/** The same notice as a letter, in the parts a sheet of paper has. */
export function renderLetter(
  kind: NoticeKind,
  setting: Setting,
  details: Record<string, unknown>,
): LetterSheet {
  const { words, content } = written(kind, setting, details);
  return letterSheet(words, setting, content);
}

function written(kind: NoticeKind, setting: Setting, details: Record<string, unknown>) {
  const notice = getNotice(kind);
  const words = noticeWords(setting.locale, setting.way);
  return { words, content: notice.write(words, notice.details.parse(details), setting) };
}
