import { getNotice } from "./index.ts";
import { mailHtml, mailText } from "./layout.ts";
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
 * Writes one notice. `details` may hold more than the notice asks for; what is missing or of the wrong shape throws,
 * so that no half sentence ever leaves.
 */
export function renderNotice(kind: NoticeKind, setting: Setting, details: Record<string, unknown>): Mail {
  const notice = getNotice(kind);
  const words = noticeWords(setting.locale);
  const content = notice.write(words, notice.details.parse(details), setting);
  return {
    subject: content.subject,
    text: mailText(words, setting, content),
    html: mailHtml(words, setting, content),
    fromName: setting.organisation.name,
    replyTo: setting.organisation.email,
    locale: setting.locale,
  };
}
