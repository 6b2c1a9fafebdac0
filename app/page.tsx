import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Letterhead } from "#components/ui/letterhead.tsx";
import { Link } from "#components/ui/link.tsx";
import { isDemo } from "#lib/demo/queries/mode.ts";
import { translator } from "#lib/locales/index.ts";
import { getHouse, listOrganisations } from "#lib/organisations/queries.ts";
import { anyone, enter, visitor } from "#lib/web/gates.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await enter(anyone());
  return { title: translator(locale, "ui")("service") };
}

/** The root: in a demo its first page, else every portal of this installation, by name. */
export default async function RootPage() {
  const { locale } = await enter(anyone());
  if (isDemo()) redirect("/demo");
  const t = translator(locale, "ui");
  const portals = await listPortals();
  return (
    <div data-room="person" lang={locale}>
      <Letterhead organisation="Habeas" what={t("service")} />
      <main id="main" tabIndex={-1} className="mx-auto max-w-248 px-5 pt-11 pb-24 outline-none">
        <h1>{t("service")}</h1>
        {portals.length === 0 && <EmptyState title={t("table.nothing")} />}
        <ul className="mt-8">
          {portals.map(({ slug, name }) => (
            <li key={slug} className="border-t border-line py-3.5">
              <Link href={`/${slug}`}>{name}</Link>
            </li>
          ))}
        </ul>
      </main>
    </div>
  );
}

async function listPortals(): Promise<{ slug: string; name: string }[]> {
  const organisations = await listOrganisations();
  const portals = organisations.map(async ({ slug }) => {
    const { policy } = await getHouse(await enter(visitor(slug)));
    return { slug, name: policy.name };
  });
  return (await Promise.all(portals)).sort((a, b) => a.name.localeCompare(b.name));
}
