import { defaultLocale, translator } from "#lib/locales/index.ts";
import { DataTable } from "#components/ui/data-table.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { StatusWord } from "#components/ui/status-word.tsx";
import { Disclosure } from "#components/ui/text-parts.tsx";
import { layoutGraph } from "./graph-layout.ts";
import type { Graph, GraphLayout } from "./graph-layout.ts";

/** As many characters as fit a box. The whole name is in the list. */
function short(label: string, max: number): string {
  return label.length > max ? `${label.slice(0, max - 1)}…` : label;
}

function Arrow({ id, className }: { id: string; className: string }) {
  return (
    <marker id={id} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
      <path d="M0 0 8 4 0 8z" className={className} />
    </marker>
  );
}

function Node({ node, by }: { node: GraphLayout["nodes"][number]; by: string }) {
  const { x, y, width, height } = node;
  const middle = y + height / 2;
  return (
    <>
      <rect
        {...{ x, y, width, height }}
        rx="4"
        className={
          node.trouble
            ? "fill-surface stroke-danger stroke-2 [stroke-dasharray:5_4]"
            : "fill-surface stroke-control"
        }
      />
      <text x={x + 14} y={y + 20} className="fill-ink font-mono text-[13px] font-[550]">
        {short(node.label, 18)}
      </text>
      <text x={x + 14} y={y + 37} className="fill-muted text-[13px]">
        {short(by, 22)}
      </text>
      {node.trouble && (
        <>
          <path d={`M${x + width + 12} ${middle + 5}l6 -11.5 6 11.5z`} className="fill-danger" />
          <text x={x + width + 30} y={middle + 5} className="fill-danger text-[13px] font-strong">
            {node.trouble}
          </text>
        </>
      )}
    </>
  );
}

/** How records are found for one person, drawn from the datasets; the same stands below as a list. */
export function DatasetGraph({ graph, title, id }: { graph: Graph; title: string; id: string }) {
  const t = translator(defaultLocale, "ui");
  const layout = layoutGraph(graph);
  const names = new Map([...graph.seeds, ...graph.nodes].map((item) => [item.id, item.label]));
  const stores = new Map(graph.stores.map((store) => [store.id, store.label]));
  const byFrom = Map.groupBy(graph.edges, (edge) => edge.from);
  const description = [...byFrom].map(([from, edges]) =>
    t("graph.summary", {
      from: names.get(from) ?? from,
      to: edges.map((edge) => names.get(edge.to) ?? edge.to).join(", "),
    }),
  );
  return (
    <>
      <ScrollRegion label={title} className="mt-5">
        <svg
          role="img"
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-about`}
          viewBox={`0 0 ${layout.width} ${layout.height}`}
          width={`${layout.width / 16}rem`}
          height={`${layout.height / 16}rem`}
          className="font-sans"
        >
          <title id={`${id}-title`}>{title}</title>
          <desc id={`${id}-about`}>{description.join(" ")}</desc>
          <defs>
            <Arrow id={`${id}-arrow`} className="fill-control" />
            <Arrow id={`${id}-trouble`} className="fill-danger" />
          </defs>
          <text x="0" y="14" className="fill-ink text-[14px] font-strong">
            {t("graph.known")}
          </text>
          {layout.lanes.map(({ store, top }, index) => (
            <g key={store.id}>
              {index > 0 && (
                <line x1="176" x2={layout.width} y1={top - 12} y2={top - 12} className="stroke-line" />
              )}
              <text x="208" y={top + 14} className="fill-ink text-[14px] font-strong">
                {store.label}
                <tspan dx="8" className="fill-muted text-[13px] font-normal">
                  {store.kind}
                </tspan>
              </text>
            </g>
          ))}
          {layout.edges.map((edge) => (
            <path
              key={`${edge.from} ${edge.to}`}
              d={edge.path}
              markerEnd={`url(#${id}-${edge.isTrouble ? "trouble" : "arrow"})`}
              className={
                edge.isTrouble
                  ? "fill-none stroke-danger stroke-[1.5] [stroke-dasharray:5_4]"
                  : "fill-none stroke-control stroke-[1.5]"
              }
            />
          ))}
          {layout.seeds.map((seed) => (
            <g key={seed.id}>
              <rect
                x={seed.x + 1}
                y={seed.y}
                width={seed.width - 2}
                height={seed.height}
                rx={seed.height / 2}
                className="fill-bar stroke-control"
              />
              <text
                x={seed.x + seed.width / 2}
                y={seed.y + seed.height / 2 + 5}
                textAnchor="middle"
                className="fill-on-bar text-[13px]"
              >
                {short(seed.label, 20)}
              </text>
            </g>
          ))}
          {layout.nodes.map((node) => (
            <Node
              key={node.id}
              node={node}
              by={node.field ? t("graph.by", { field: node.field }) : t("graph.nothing")}
            />
          ))}
        </svg>
      </ScrollRegion>
      <Disclosure summary={t("graph.asList")} className="mt-5 max-w-208">
        <DataTable
          caption={t("graph.caption")}
          rows={graph.nodes}
          rowKey={(node) => node.id}
          className="mt-3"
          columns={[
            { key: "store", head: t("graph.store"), cell: (node) => stores.get(node.store) ?? node.store },
            {
              key: "place",
              head: t("graph.place"),
              isRowHeader: true,
              cell: (node) => <span className="mono">{node.label}</span>,
            },
            {
              key: "from",
              head: t("graph.from"),
              cell: (node) =>
                graph.edges
                  .filter((edge) => edge.to === node.id)
                  .map((edge) => names.get(edge.from) ?? edge.from)
                  .join(", ") || t("graph.nothing"),
            },
            {
              key: "field",
              head: t("graph.field"),
              cell: (node) =>
                node.trouble ? (
                  <StatusWord status="late" inTable>
                    {node.trouble}
                  </StatusWord>
                ) : (
                  [
                    ...new Set(graph.edges.filter((edge) => edge.to === node.id).map((edge) => edge.field)),
                  ].join(", ")
                ),
            },
          ]}
        />
      </Disclosure>
    </>
  );
}
