import { Form } from "#components/forms/form.tsx";
import { FormDetails } from "#components/forms/form-details.tsx";
import { Select, SelectField } from "#components/forms/select-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Button } from "#components/ui/button.tsx";
import { Link } from "#components/ui/link.tsx";
import { filesField } from "#lib/review/redaction.ts";
import type { ReviewRecord } from "#lib/review/queries/records.ts";
import { decideRecord } from "./actions.ts";
import { flagsButton } from "./words.ts";

export type Reason = { value: string; label: string };

/** What can be decided about one record: quickly where somebody else is named, by hand everywhere else. */
export function RecordActions(props: {
  reference: string;
  back: string;
  record: ReviewRecord;
  recordReasons: Reason[];
  fieldReasons: Reason[];
  /** Where to go from a record that is decided. */
  onward: { href: string; label: string };
}) {
  const { record } = props;
  const bothReasons = [
    ...new Map(
      [...props.fieldReasons, ...props.recordReasons].map((reason) => [reason.value, reason]),
    ).values(),
  ];
  const open = record.flags.filter((flag) => !flag.decided);
  const shared = (
    <>
      <input type="hidden" name="reference" value={props.reference} />
      <input type="hidden" name="back" value={props.back} />
      <input type="hidden" name="sourceId" value={record.sourceId} />
      <input type="hidden" name="source" value={record.source} />
      <input type="hidden" name="collection" value={record.collection} />
      <input type="hidden" name="recordKey" value={record.recordKey} />
    </>
  );
  if (open.length > 0) {
    return (
      <Form
        action={decideRecord}
        locale="en"
        idPrefix={record.id}
        className="mt-2.5 flex flex-wrap items-center gap-1.5 print:hidden"
      >
        {shared}
        {open.some((flag) => flag.field === filesField) && (
          <p className="basis-full text-muted">
            A file of this record names somebody else:{" "}
            {quoted(open.filter((flag) => flag.field === filesField).flatMap((flag) => flag.places))}. Nothing
            is covered inside a file: it is left out as a whole.
          </p>
        )}
        <label className="flex min-w-0 basis-full flex-wrap items-center gap-x-2 text-muted">
          Reason <Select name="reason" options={bothReasons} className="w-88" />
        </label>
        <Button type="submit" name="do" value="redact-flags">
          {flagsButton(record)}
        </Button>
        <Button type="submit" name="do" value="withhold">
          Keep the record back
        </Button>
        <Button type="submit" name="do" value="keep">
          Keep as it is
        </Button>
      </Form>
    );
  }
  if (record.redactions.length > 0) {
    return (
      <Form
        action={decideRecord}
        locale="en"
        idPrefix={record.id}
        className="mt-2.5 flex flex-wrap items-center gap-x-4 gap-y-1.5 print:hidden"
      >
        {shared}
        <Button type="submit" size="small" name="do" value="undo">
          Take this back
        </Button>
        <Link href={props.onward.href}>{props.onward.label}</Link>
      </Form>
    );
  }
  return (
    <Form action={decideRecord} locale="en" idPrefix={record.id} className="mt-1.5 text-tiny print:hidden">
      <FormDetails summary="Cover or keep back">
        <div className="mt-2 max-w-120">
          {shared}
          <SelectField name="reason" label="Reason" options={bothReasons} />
          <SelectField
            name="field"
            label="What to cover"
            options={[
              ...record.fields.map((field) => ({ value: field.name, label: field.label })),
              ...(record.files.length > 0 ? [{ value: filesField, label: "Its files" }] : []),
            ]}
          />
          <TextField
            name="words"
            label="Only these words"
            hint="Left empty, the whole field is covered"
            optional
          />
          <div className="mt-3 flex flex-wrap gap-1.5">
            <Button type="submit" name="do" value="redact">
              Cover it
            </Button>
            <Button type="submit" name="do" value="withhold">
              Keep the record back
            </Button>
          </div>
        </div>
      </FormDetails>
    </Form>
  );
}

const quoted = (words: string[]) => words.map((word) => `“${word}”`).join(", ");
