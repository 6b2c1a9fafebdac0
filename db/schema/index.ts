export * from "./organisations.ts";
export * from "./people.ts";
export * from "./cases.ts";
export * from "./preferences.ts";
export * from "./sources.ts";
export * from "./answers.ts";
export * from "./controllers.ts";
export * from "./audit.ts";
