import { CheckboxChoices } from "#components/forms/checkbox-choices.tsx";
import { DateField } from "#components/forms/date-field.tsx";
import { TextArea } from "#components/forms/text-area.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { noticeLabel, type Notice } from "#lib/intake/notice.ts";
import { caps } from "#lib/text.ts";

/** What stands in a Shine the Light notice. Whatever it lacks stays empty, and the person is told. */
export function NoticeFields({ notice = null }: { notice?: Notice | null }) {
  const [year = "", month = "", day = ""] = notice?.certifiedOn?.split("-") ?? [];
  return (
    <>
      <CheckboxChoices
        name="noticeSays"
        legend="What it says"
        look="plain"
        value={notice?.isLabelled ? ["label"] : []}
        options={[{ value: "label", label: `“${noticeLabel}”` }]}
      />
      <TextField name="noticeFirst" label="First name" optional value={notice?.firstName ?? ""} />
      <TextField name="noticeLast" label="Last name" optional value={notice?.lastName ?? ""} />
      <TextArea
        name="noticeAddress"
        label="Mailing address"
        optional
        max={caps.line}
        rows={3}
        value={notice?.address ?? ""}
      />
      <DateField
        name="certifiedOn"
        legend="Day on which they certified that they live in California"
        hint="The day of the notice, where it has none of its own"
        optional
        value={notice?.certifiedOn ? { day: String(Number(day)), month: String(Number(month)), year } : {}}
      />
    </>
  );
}
