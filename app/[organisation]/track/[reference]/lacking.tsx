import { Note } from "#components/ui/text-parts.tsx";
import type { OwnCase } from "#lib/cases/queries/tracker.ts";
import type { Locale } from "#lib/locales/index.ts";
import { noticeWords } from "#lib/notices/notice.ts";

/** What is missing in her notice, and where to send it; nothing where nothing is. */
export function Lacking({ own: { lacks, policy }, locale }: { own: OwnCase; locale: Locale }) {
  const t = noticeWords(locale);
  if (lacks.length === 0) return null;
  return (
    <div className="mt-10">
      <Note shape="flagged">
        <p>{t("requestReceived.lacks")}</p>
        <ul className="mt-2 list-disc pl-6">
          {lacks.map((part) => (
            <li key={part}>{t(`requestReceived.lacking.${part}`)}</li>
          ))}
        </ul>
        {policy.shineTheLight && (
          <p className="mt-2">{t("requestReceived.sendRest", { email: policy.shineTheLight.email })}</p>
        )}
      </Note>
    </div>
  );
}
