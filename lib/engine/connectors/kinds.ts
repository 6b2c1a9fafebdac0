/** The kinds of stores Habeas can read; each has a folder of its own here, registered in `index.ts`. */
export const connectorKinds = ["postgres", "sqlite", "files"] as const;
export type ConnectorKind = (typeof connectorKinds)[number];
