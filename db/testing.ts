export { clonedDatabase, emptyDatabase, type TestDatabase } from "./testing/databases.ts";
export { testServer } from "./testing/server.ts";
