import { Form } from "#components/forms/form.tsx";
import { Headline } from "#components/ui/headline.tsx";
import { listControllers } from "#lib/controllers/queries/register.ts";
import { enter, staff } from "#lib/web/gates.ts";
import { add } from "../actions.ts";
import { ControllerFields } from "../controller-fields.tsx";
import { ControllersPage } from "../controllers-page.tsx";

/** Takes a controller into the register. */
export default async function NewController() {
  const ctx = await enter(staff("settings.write"));
  const register = await listControllers(ctx);
  return (
    <ControllersPage ctx={ctx} register={register} current={null}>
      <Headline level={1} title="Add a controller" className="mb-5" />
      <Form action={add} locale="en" title="Add a controller – Habeas" className="max-w-160">
        <ControllerFields register={register} entry={null} />
      </Form>
    </ControllersPage>
  );
}
