import { StatusWord } from "#components/ui/status-word.tsx";
import { deletedIn } from "#lib/bundle/assemble/promises.ts";
import type { SourceProgress } from "#lib/cases/queries/view.ts";
import { authorityWords } from "#lib/engine/collecting/authority.ts";
import { formatDay, formatNumber } from "#lib/locales/format.ts";
import type { Policy } from "#lib/organisations/policy.ts";

/**
 * How far the search of a source is, or what came of it.
 * @param saysWhy for whoever does not see below why it failed, and what can be done
 */
export function Progress(props: {
  source: SourceProgress;
  saysWhy: boolean;
  policy: Policy;
  names: ReadonlyMap<string, string>;
}) {
  const { source, saysWhy } = props;
  const deleted = deletedIn(source, props.policy, "en");
  if (source.outcome === "failed") {
    return (
      <>
        <StatusWord status="late" inTable>
          failed
        </StatusWord>
        {source.rows > 0 && (
          <span className="block text-muted">after {formatNumber(source.rows, "en")} records</span>
        )}
        {saysWhy && source.says && <span className="block max-w-120 text-muted">{source.says}</span>}
        {source.sentWithout && (
          <span className="block max-w-120">
            {source.rows > 0 ? "What was read goes out, without the rest: " : "Goes out without it: "}
            {source.sentWithout}
          </span>
        )}
      </>
    );
  }
  if (source.outcome) {
    return (
      <>
        <StatusWord status="done" inTable>
          {source.outcome === "found"
            ? `found ${formatNumber(source.rows, "en")}`
            : source.outcome.replace("-", " ")}
        </StatusWord>
        {deleted && (
          <span className="block">
            deleted under {deleted.rule}
            {deleted.on ? ` on ${formatDay(deleted.on, "en")}` : ""}
          </span>
        )}
        {source.unopened.length > 0 && (
          <span className="block text-muted">not opened: {source.unopened.join(", ")}</span>
        )}
        {source.authority && (
          <span className="block max-w-120 text-muted">
            Opened because {authorityWords[source.authority.ground]}, recorded by{" "}
            {props.names.get(source.authority.byRef) ?? "a colleague"}: {source.authority.note}
          </span>
        )}
        {source.problems > 0 && (
          <span className="block text-muted">
            {source.problems} {source.problems === 1 ? "record" : "records"} could not be read; the rest could
          </span>
        )}
        {saysWhy && source.says && <span className="block max-w-120 text-muted">{source.says}</span>}
      </>
    );
  }
  return (
    <>
      <StatusWord status="waiting" inTable>
        {source.state === "running"
          ? "searching"
          : source.state === "retry"
            ? "trying again soon"
            : "waiting"}
      </StatusWord>
      {source.says && <span className="block max-w-120 text-muted">{source.says}</span>}
    </>
  );
}
