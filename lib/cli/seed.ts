import { closeDatabase } from "#db/client.ts";
import { seedDemo } from "#lib/demo/seed.ts";
import { closeQueue } from "#lib/jobs/queue.ts";
import { say } from "./say.ts";

/** Fills the demo, in a process of its own: it may take a while, and must not take the house with it. */
await seedDemo({ say });
await closeQueue();
await closeDatabase();
