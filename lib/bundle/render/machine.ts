import { jsonFile } from "../json.ts";
import type { BundleAbout, BundleInput, SearchedPlace } from "../input.ts";

/** The files beside the pages for other programs: the same facts as folders 2, 6 and 7 show, under stable names. */
export function aboutJson(about: BundleAbout, input: BundleInput): string {
  return jsonFile({
    elements: about.elements,
    categories: about.categories.map(
      ({
        id,
        title,
        what,
        purposes,
        legalBasis,
        recipients,
        origin,
        retention,
        keptUntil,
        transfers,
        automated,
      }) => ({
        id,
        title,
        description: what,
        purposes,
        legalBasis,
        recipients,
        sources: origin,
        retention,
        keptUntil,
        transfers,
        automatedDecisions: automated,
      }),
    ),
    soldOrShared: about.soldOrShared,
    thirdPartyKinds: about.thirdPartyKinds,
    nothingHeld: input.data?.notHeld ?? [],
    contact: input.organisation.contact,
  });
}

export function searchedJson(places: readonly SearchedPlace[]): string {
  return jsonFile(
    places.map(({ name, what, identifiers, searchedAt, outcome, unreadable }) => ({
      name,
      description: what,
      identifiers,
      searchedAt,
      outcome,
      unreadable,
    })),
  );
}

export function historyJson({ history }: BundleInput): string {
  return jsonFile({ throughEvent: history.throughEvent, events: history.events, messages: history.messages });
}
