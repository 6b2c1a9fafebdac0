import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { listSources } from "#lib/engine/sources/queries/sources.ts";
import { getHouse } from "#lib/organisations/queries.ts";
import { enter, staff } from "#lib/web/gates.ts";
import { SourcesPage } from "./sources-page.tsx";

export const metadata: Metadata = { title: "Sources – Habeas" };

/** Leads to the first source, or says how to connect one. */
export default async function Sources() {
  const ctx = await enter(staff("settings.read"));
  const [first] = await listSources(ctx);
  if (first) redirect(`/desk/sources/${first.id}`);
  const { zone } = await getHouse(ctx);
  return (
    <SourcesPage ctx={ctx} zone={zone} current={null}>
      <EmptyState title="No source is connected yet">
        Connect the stores that hold people’s data. Until then nothing can be collected, and facts cannot be
        compared.
      </EmptyState>
    </SourcesPage>
  );
}
