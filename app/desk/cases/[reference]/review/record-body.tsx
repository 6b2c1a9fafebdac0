import { Hit, Redacted } from "#components/case/redaction-marks.tsx";
import { Link } from "#components/ui/link.tsx";
import { reasonName } from "#lib/bundle/assemble/reasons.ts";
import { isNeverOutMark } from "#lib/engine/datasets/never-out.ts";
import type { Json } from "#lib/engine/datasets/values.ts";
import { formatSize } from "#lib/locales/format.ts";
import { filesWithheld, marksOf, type ReviewRecord } from "#lib/review/queries/records.ts";
import { markText, valueText } from "#lib/review/view.ts";

/** A record field by field. Words that name somebody else are marked, covered ones shown as covered. */
export function RecordBody({
  reference,
  record,
  isAsDelivered,
}: {
  reference: string;
  record: ReviewRecord;
  isAsDelivered: boolean;
}) {
  if (isAsDelivered && record.redactions.some((one) => one.field === null))
    return <p className="text-muted">Not in the answer.</p>;
  const fields = record.fields.filter((field) => valueText(record.record[field.name]) !== "");
  return (
    <>
      <dl className="grid gap-x-4 gap-y-1 md:grid-cols-[minmax(8rem,auto)_minmax(0,1fr)]">
        {fields.map((field) => (
          <div key={field.name} className="contents">
            <dt className="text-muted">
              {field.label}{" "}
              <span className="font-mono text-tiny max-md:hidden">
                {field.label.toLowerCase() === field.name ? "" : field.name}
              </span>
            </dt>
            <dd className="min-w-0 whitespace-pre-line wrap-anywhere max-md:mb-1.5" dir="auto">
              <Value record={record} field={field.name} isAsDelivered={isAsDelivered} />
            </dd>
          </div>
        ))}
      </dl>
      {record.files.length > 0 && (
        <ul className="mt-2">
          {record.files.map((file) => (
            <li key={file.id} className="wrap-anywhere">
              {filesWithheld(record) ? (
                <span className="text-muted">{isAsDelivered ? "" : `${file.name}, kept back`}</span>
              ) : (
                <>
                  <Link href={`/desk/cases/${reference}/files/${file.id}`}>{file.name}</Link>{" "}
                  <span className="text-muted">
                    {formatSize(file.sizeBytes, "en")}
                    {isSearched(file.mediaType) ? "" : ", not searched for names: look inside"}
                  </span>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const isSearched = (mediaType: string) => /^text\/|json$/.test(mediaType);

function Value({
  record,
  field,
  isAsDelivered,
}: {
  record: ReviewRecord;
  field: string;
  isAsDelivered: boolean;
}) {
  if (isNeverOutMark((record.record[field] ?? null) as Json))
    return <Redacted kind="held, never given out, not copied" />;
  const marks = marksOf(record, field);
  const reason = record.redactions.find((one) => one.field === field)?.reason;
  const kind = reason ? reasonName(reason, "en").toLowerCase() : "covered";
  if (marks.isCovered) return <Redacted kind={kind} />;
  const pieces = markText(valueText(record.record[field]), marks.covered, isAsDelivered ? [] : marks.hits);
  return pieces.map((piece, index) =>
    piece.kind === "covered" ? (
      <Redacted key={index} kind={kind} />
    ) : piece.kind === "hit" ? (
      <Hit key={index}>{piece.text}</Hit>
    ) : (
      <span key={index}>{piece.text}</span>
    ),
  );
}
