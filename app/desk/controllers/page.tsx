import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { listControllers } from "#lib/controllers/queries/register.ts";
import { enter, staff } from "#lib/web/gates.ts";
import { ControllersPage } from "./controllers-page.tsx";

export const metadata: Metadata = { title: "Controllers – Habeas" };

/** Leads to the first entry of the register, or says what it is for. */
export default async function Controllers() {
  const ctx = await enter(staff("settings.read"));
  const register = await listControllers(ctx);
  const [first] = register;
  if (first) redirect(`/desk/controllers/${first.id}`);
  return (
    <ControllersPage ctx={ctx} register={register} current={null}>
      <EmptyState title="No controller is in the register yet">
        Enter for whom you only process: partners, customers. Requests of their people are passed on to them,
        and their answers are tracked.
      </EmptyState>
    </ControllersPage>
  );
}
