import { Fragment } from "react";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Link } from "./link.tsx";
import { Shape } from "./shape.tsx";

export type Column<Row> = {
  key: string;
  head: string;
  /** Beside the value where rows become blocks: one short word, where the head is longer than that. */
  label?: string;
  /** What stands in the head where that is more than the name. */
  headContent?: ReactNode;
  /** `null` or "" leaves the cell empty; on a narrow page it is left out. */
  cell: (row: Row) => ReactNode;
  /** The cell that names the row. */
  isRowHeader?: boolean;
  /** The cell with the checkbox. Its head is read but not shown. */
  isPick?: boolean;
  align?: "end";
  /** For values of bounded length only: a reference, a date; never a name. */
  nowrap?: boolean;
  muted?: boolean;
  className?: string;
  /** A list that can be sorted by this column: where the link leads, and how it is sorted now. */
  sort?: { href: string; now: "ascending" | "descending" | null };
  /** Which place a value takes in `pairs`; the others fill the two columns in turn. */
  place?: "first" | "second";
};

/** What a row is: chosen, the one that needs a decision, or taken out. */
export type RowTone = "selected" | "marked" | "gone";

const rowTones = { selected: "selected", marked: "marked", gone: "text-muted" } satisfies Record<
  RowTone,
  string
>;

const stacks = { labels: "stack", pairs: "stack stack-pairs", never: "" };

function Head<Row>({ column }: { column: Column<Row> }) {
  const { sort } = column;
  const content = column.headContent ?? column.head;
  return (
    <th
      scope="col"
      role="columnheader"
      aria-sort={sort?.now ?? undefined}
      className={classNames(column.isPick && "pick", column.align)}
    >
      {sort ? (
        <Link
          href={sort.href}
          className="inline-flex min-h-6 items-center gap-1.5 text-inherit no-underline hover:text-ink hover:underline"
        >
          {content}
          {sort.now && <Shape name={sort.now === "ascending" ? "down" : "up"} className="size-[0.6em]" />}
        </Link>
      ) : column.isPick ? (
        <span className="sr-only">{content}</span>
      ) : (
        content
      )}
    </th>
  );
}

function isEmpty(content: ReactNode): boolean {
  return content === null || content === undefined || content === "" || content === false;
}

function Cells<Row>({ columns, row }: { columns: readonly Column<Row>[]; row: Row }) {
  let paired = 0;
  return columns.map((column) => {
    const content = column.cell(row);
    const empty = isEmpty(content);
    const isFree = !column.isPick && !column.place && !empty;
    const side = isFree ? (paired++ % 2 === 0 ? "left" : "right") : undefined;
    const className = classNames(
      column.isPick && "pick",
      column.align,
      column.nowrap && "md:whitespace-nowrap",
      column.muted && "text-muted",
      empty && "empty",
      column.place,
      side,
      column.className,
    );
    const shared = { className, "data-label": column.isPick ? "" : (column.label ?? column.head) };
    return column.isRowHeader ? (
      <th key={column.key} scope="row" role="rowheader" {...shared}>
        {content}
      </th>
    ) : (
      <td key={column.key} role="cell" {...shared}>
        {content}
      </td>
    );
  });
}

/**
 * A table. Below 48 rem its rows become labelled blocks: `labels` one value a line, `pairs` two side by side.
 * `groupOf` puts a heading above each run of rows of the same group (the days of a history).
 */
export function DataTable<Row>(props: {
  caption: string;
  /** Shows the caption; else it is only read. */
  showCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  rowTone?: (row: Row) => RowTone | undefined;
  /** An id per row, so that links can lead to it. */
  rowId?: (row: Row) => string | undefined;
  groupOf?: (row: Row) => string;
  stack?: keyof typeof stacks;
  /** `roomy` for the audit room; `wide` for rows of text that reach over the column's edges. */
  look?: "usual" | "roomy" | "wide";
  className?: string;
}) {
  const { columns, rows } = props;
  let group: string | undefined;
  return (
    <table
      role="table"
      className={classNames(
        "data-table",
        stacks[props.stack ?? "labels"],
        props.look === "roomy" && "table-roomy",
        props.look === "wide" && "table-wide",
        props.className,
      )}
    >
      <caption className={props.showCaption ? "pb-2 text-muted person:text-small" : "sr-only"}>
        {props.caption}
      </caption>
      <thead role="rowgroup">
        <tr role="row" data-label="Sort by">
          {columns.map((column) => (
            <Head key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => {
          const rowGroup = props.groupOf?.(row);
          const opensGroup = rowGroup !== undefined && rowGroup !== group;
          group = rowGroup;
          const tone = props.rowTone?.(row);
          return (
            <Fragment key={props.rowKey(row)}>
              {opensGroup && (
                <tr role="row" className="day">
                  <th scope="rowgroup" role="rowheader" colSpan={columns.length} data-label="">
                    {rowGroup}
                  </th>
                </tr>
              )}
              <tr
                role="row"
                id={props.rowId?.(row)}
                aria-selected={tone === "selected" ? true : undefined}
                className={tone && rowTones[tone]}
              >
                <Cells columns={columns} row={row} />
              </tr>
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

/** The look of a row's link on its reference. */
export function RowLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      data-row=""
      className="font-mono text-log font-[550] tracking-[-0.035em] whitespace-nowrap text-ink decoration-control"
    >
      {children}
    </Link>
  );
}
