import { readFile } from "node:fs/promises";
import { mediaTypes } from "../entry.ts";
import type { BundleAsset } from "../input.ts";
import { fontFiles } from "../style/sheet.ts";

const packages = {
  sans: "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
  mono: "@fontsource-variable/atkinson-hyperlegible-mono/files/atkinson-hyperlegible-mono-latin-wght-normal.woff2",
  licences: [
    "@fontsource-variable/atkinson-hyperlegible-next/LICENSE",
    "@fontsource-variable/atkinson-hyperlegible-mono/LICENSE",
  ],
} as const;

let loaded: Promise<BundleAsset[]> | undefined;

/** The two fonts (52 kB, SIL Open Font License 1.1) and their licences, which must travel with them. Read once. */
export function bundleAssets(): Promise<BundleAsset[]> {
  loaded ??= loadAssets();
  return loaded;
}

async function loadAssets(): Promise<BundleAsset[]> {
  const [sans, mono, ...licences] = await Promise.all(
    [packages.sans, packages.mono, ...packages.licences].map(load),
  );
  if (!sans || !mono) throw new Error("the bundle's fonts are missing");
  return [
    { path: fontFiles.mono, mediaType: "font/woff2", bytes: mono },
    { path: fontFiles.sans, mediaType: "font/woff2", bytes: sans },
    { path: fontFiles.licence, mediaType: mediaTypes.text, bytes: Buffer.concat(licences) },
  ];
}

function load(file: string): Promise<Buffer> {
  return readFile(new URL(import.meta.resolve(file)));
}
