import { connact } from "#db/seed/connact/index.ts";
import { connactStories } from "#db/seed/connact/stories.ts";
import { immediateConnect } from "#db/seed/immediate-connect/index.ts";
import { immediateConnectStories } from "#db/seed/immediate-connect/stories.ts";
import { informetric } from "#db/seed/informetric/index.ts";
import { informetricStories } from "#db/seed/informetric/stories.ts";
import { instantConnect } from "#db/seed/instant-connect/index.ts";
import { instantConnectStories } from "#db/seed/instant-connect/stories.ts";
import { ipc } from "#db/seed/ipc/index.ts";
import { ipcStories } from "#db/seed/ipc/stories.ts";
import type { DemoOrganisation } from "#db/seed/organisation.ts";
import type { Story } from "#db/seed/story.ts";

/** The organisations of the demo, each with what is told of it; the first is the one the walk goes through. */
export const scripts: readonly { organisation: DemoOrganisation; stories: readonly Story[] }[] = [
  { organisation: ipc, stories: ipcStories },
  { organisation: informetric, stories: informetricStories },
  { organisation: connact, stories: connactStories },
  { organisation: instantConnect, stories: instantConnectStories },
  { organisation: immediateConnect, stories: immediateConnectStories },
];
