// Whoever reads us through a pipe may leave before we are done; that is no reason to fall over.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

/** Tells whoever sits at the terminal what is going on. */
export function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

/** The same, for what went wrong. */
export function complain(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
