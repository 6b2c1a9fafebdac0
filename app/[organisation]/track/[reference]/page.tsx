import { getOwnCase } from "#lib/cases/queries/tracker.ts";
import { enterIfProved, requester } from "#lib/web/gates.ts";
import { arrive, one, type Query } from "../../arrive.ts";
import { Conversation } from "./conversation.tsx";
import { codeStates, Outside } from "./outside.tsx";
import { homeOf, shownReference } from "./own.ts";
import { Whole } from "./whole.tsx";
import { safely } from "../../safely.tsx";

type Props = { params: Promise<{ organisation: string; reference: string }>; searchParams: Query };

/** The durable address of a request. It opens nothing by itself: a proof decides how much of it is shown. */
async function TrackPage({ params, searchParams }: Props) {
  const { organisation, reference } = await params;
  const query = await searchParams;
  const here = await arrive(organisation);
  const { typed, shown } = shownReference(reference);
  const isAgain = one(query["prove"]) === "again" || one(query["next"]) === "download";
  const code = codeStates.find((state) => state === one(query["code"])) ?? null;
  const person =
    isAgain || code ? null : await enterIfProved(requester(organisation, typed, { scope: "conversation" }));
  if (!person) return <Outside here={here} typed={typed} shown={shown} code={code} isAgain={isAgain} />;
  const own = await getOwnCase(person);
  const props = {
    here,
    person,
    own,
    home: homeOf(here.slug, own.reference),
    isWritten: one(query["written"]) !== null,
    files: one(query["files"]),
  };
  // Awaited here, so that a fault in any part of the page is one of the page.
  return own.whole ? Whole({ ...props, whole: own.whole }) : Conversation(props);
}

export default safely(TrackPage);
