import { z } from "zod";
import { rightIds } from "#lib/rights/ids.ts";
import { formatDay } from "#lib/locales/format.ts";
import { translator } from "#lib/locales/index.ts";
import { day, notice, paragraph, type NoticeKind } from "./notice.ts";

const details = z.object({ rights: z.array(z.enum(rightIds)), passedOn: day, days: z.number().int() });

/** To a controller: somebody asks about data we process for it. Who it is stands behind the link alone. */
const toController = (
  kind: Extract<NoticeKind, "controller-asked" | "controller-reminded">,
  words: "controllerAsked" | "controllerReminded",
) =>
  notice({
    kind,
    when: [],
    to: [],
    details,
    write: (t, { rights, passedOn, days }, { reference, locale, organisation }) => {
      const names = translator(locale, "rights");
      const list = new Intl.ListFormat(locale, { type: "conjunction" });
      return {
        subject: t(`${words}.subject`, { reference }),
        title: t(`${words}.title`),
        lead: [
          paragraph(
            t(`${words}.about`, { organisation: organisation.name, day: formatDay(passedOn, locale) }),
          ),
          paragraph(
            t("controllerAsked.what", { what: list.format(rights.map((right) => names(`legal.${right}`))) }),
          ),
        ],
        action: t("controllerAsked.open"),
        next: [t("controllerAsked.next"), t("controllerAsked.lasts", { days })],
      };
    },
  });

export const controllerAsked = toController("controller-asked", "controllerAsked");
export const controllerReminded = toController("controller-reminded", "controllerReminded");
