import { accessSync, constants, existsSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** Why nothing can be kept in the data folder, in a sentence that says what to do; null where it can, or can be made. */
export function dataFolderProblem(folder: string): string | null {
  const place = nearest(folder);
  if (!statSync(place).isDirectory())
    return `The data folder ${folder} cannot be made: ${place} is a file. Set HABEAS_DATA to another place.`;
  if (isWritable(place)) return null;
  return place === folder
    ? `The data folder ${folder} cannot be written by this user. Change its owner, or set HABEAS_DATA to another.`
    : `The data folder ${folder} cannot be made: this user may not write in ${place}. Make it and give it to this user, or set HABEAS_DATA to another.`;
}

/** The folder itself, or the first one above it that exists. */
function nearest(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearest(dirname(path));
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
