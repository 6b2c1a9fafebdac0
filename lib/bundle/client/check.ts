import { createHash } from "node:crypto";
import { access } from "node:fs/promises";
import { pageProblems, styleProblems } from "../check/page.ts";
import { mostProblems, type CheckReport, type Problem } from "../check/report.ts";
import { categoryPaths, paths } from "../layout.ts";
import { manifestSchema, parseChecksums, type Manifest } from "../manifest.ts";
import { assertPath, topFolder } from "../names.ts";
import { compareCategory, type BundleFiles } from "./check-category.ts";
import { containerProblems } from "./container.ts";
import { openZip, type ZipReader } from "./unzip.ts";

/**
 * Checks a bundle on disk without anything else: every byte against manifest and checksums, nothing missing, nothing
 * added, no page that could reach the network, and the same records in JSON, CSV and HTML (B1, B2, B12). It makes
 * CSV lines and rows again from the JSON and compares them. Throws only when the file itself cannot be read.
 */
export async function checkBundle(file: string): Promise<CheckReport> {
  await access(file);
  const zip = await openZip(file).catch((fault: unknown) => (fault as Error).message);
  if (typeof zip === "string") {
    const says = `This is not an archive of Habeas: ${zip}.`;
    return { ok: false, problems: [{ path: null, says }], files: 0, records: 0, manifestHash: null };
  }
  try {
    return await new Check(file, zip).run();
  } finally {
    zip.close();
  }
}

class Check {
  readonly #file: string;
  readonly #zip: ZipReader;
  readonly #problems: Problem[] = [];
  #folder = "";
  #records = 0;

  constructor(file: string, zip: ZipReader) {
    this.#file = file;
    this.#zip = zip;
  }

  async run(): Promise<CheckReport> {
    for (const says of await containerProblems(this.#file, this.#zip)) this.#say(null, says);
    const inside = this.#namesInside();
    const manifest = inside && (await this.#manifest());
    let manifestHash: string | null = null;
    if (inside && manifest) {
      const hashes = await this.#hashes(inside);
      manifestHash = hashes.get(paths.manifest)?.sha256 ?? null;
      this.#compareWithManifest(manifest.value, hashes);
      await this.#compareWithChecksums(hashes);
      await this.#pages(inside);
      await this.#categories(manifest.value, hashes);
    }
    const problems = this.#problems.slice(0, mostProblems);
    return {
      ok: problems.length === 0,
      problems,
      files: this.#zip.entries.length,
      records: this.#records,
      manifestHash,
    };
  }

  #name(path: string): string {
    return `${this.#folder}/${path}`;
  }

  /** A file as text; null where it is missing, damaged (which its hash has told already) or no UTF-8. */
  async #text(path: string): Promise<string | null> {
    return this.#zip.text(this.#name(path)).catch(() => null);
  }

  #say(path: string | null, says: string): void {
    this.#problems.push({ path, says });
  }

  /** Paths below the one top folder; null where the archive has another shape. */
  #namesInside(): string[] | null {
    const names = this.#zip.entries.map(({ fileName }) => fileName);
    const [folder = ""] = names[0]?.split("/") ?? [];
    const taken = new Set<string>();
    const wrong = names.flatMap((name) => {
      try {
        assertPath(name, taken);
        return name.startsWith(`${folder}/`) ? [] : [`"${name}" lies outside the folder of the bundle.`];
      } catch (fault) {
        return [(fault as Error).message];
      }
    });
    for (const says of names.length === 0 ? ["The archive is empty."] : wrong) this.#say(null, says);
    if (names.length === 0 || wrong.length > 0) return null;
    this.#folder = folder;
    return names.map((name) => name.slice(folder.length + 1));
  }

  async #manifest(): Promise<{ value: Manifest } | null> {
    try {
      const value = manifestSchema.parse(JSON.parse(await this.#zip.text(this.#name(paths.manifest))));
      if (this.#folder !== topFolder(value.reference))
        this.#say(paths.manifest, "names another case than the folder");
      return { value };
    } catch {
      this.#say(paths.manifest, "is missing or cannot be read");
      return null;
    }
  }

  async #hashes(names: readonly string[]) {
    const hashes = new Map<string, { sha256: string; bytes: number }>();
    for (const name of names) {
      const hash = createHash("sha256");
      let bytes = 0;
      try {
        for await (const chunk of this.#zip.stream(this.#name(name))) {
          hash.update(chunk);
          bytes += chunk.length;
        }
        hashes.set(name, { sha256: hash.digest("hex"), bytes });
      } catch {
        this.#say(name, "is damaged inside the archive");
        hashes.set(name, { sha256: "", bytes });
      }
    }
    return hashes;
  }

  #compareWithManifest(
    manifest: Manifest,
    found: ReadonlyMap<string, { sha256: string; bytes: number }>,
  ): void {
    const listed = new Set<string>([paths.manifest, paths.checksums]);
    for (const { path, sha256, bytes } of manifest.files) {
      const is = found.get(path);
      if (listed.has(path)) this.#say(path, "is listed twice in the manifest");
      listed.add(path);
      if (!is) this.#say(path, "is in the manifest and missing in the archive");
      else if (is.sha256 !== sha256 || is.bytes !== bytes) this.#say(path, "is not what the manifest says");
    }
    for (const path of found.keys())
      if (!listed.has(path)) this.#say(path, "is in the archive and not in the manifest");
    const sums = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0);
    const { totals } = manifest;
    if (totals.files !== manifest.files.length || totals.bytes !== sums)
      this.#say(paths.manifest, "has totals that do not add up");
  }

  async #compareWithChecksums(found: ReadonlyMap<string, { sha256: string }>): Promise<void> {
    const sums = parseChecksums((await this.#text(paths.checksums)) ?? "?");
    if (!sums) return this.#say(paths.checksums, "is missing or cannot be read");
    for (const [path, { sha256 }] of found) {
      if (path !== paths.checksums && sums.get(path) !== sha256)
        this.#say(path, "is not what the list of checksums says");
    }
    for (const path of sums.keys())
      if (!found.has(path)) this.#say(path, "is in the list of checksums and missing in the archive");
  }

  async #pages(names: readonly string[]): Promise<void> {
    for (const name of names.filter((path) => /\.(html|css)$/.test(path))) {
      const text = await this.#text(name);
      if (text === null) this.#say(name, "cannot be read");
      const problems = text === null ? [] : name.endsWith(".html") ? pageProblems(text) : styleProblems(text);
      for (const says of problems) this.#say(name, says);
    }
  }

  async #categories(manifest: Manifest, found: ReadonlyMap<string, { sha256: string }>): Promise<void> {
    const named = new Set(manifest.files.flatMap(({ category }) => category ?? []));
    const files: BundleFiles = {
      text: (path) => this.#zip.text(this.#name(path)),
      lines: (path) => this.#zip.lines(this.#name(path)),
    };
    for (const category of named) {
      try {
        const csvHash = found.get(categoryPaths(category).csv)?.sha256;
        const { records, problems } = await compareCategory(category, manifest, files, csvHash);
        this.#problems.push(...problems);
        this.#records += records;
      } catch (fault) {
        this.#say(null, `The category "${category}" cannot be compared: ${(fault as Error).message}`);
      }
    }
    const { totals } = manifest;
    if (totals.categories !== named.size) this.#say(paths.manifest, "does not count its categories right");
    if (totals.records !== this.#records) this.#say(paths.manifest, "does not count its records right");
  }
}
