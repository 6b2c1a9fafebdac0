/**
 * The same pages, each read while the one before is worked on. Never more than one waits, and one that fails is told
 * when it is asked for: not before, and not at all where the work has ended.
 */
export async function* oneAhead<P>(pages: AsyncIterable<P>): AsyncGenerator<P> {
  const reader = pages[Symbol.asyncIterator]();
  const read = () => {
    const page = reader.next();
    page.catch(() => {});
    return page;
  };
  let next = read();
  try {
    for (let page = await next; !page.done; page = await next) {
      next = read();
      yield page.value;
    }
  } finally {
    await next.catch(() => {});
    await reader.return?.();
  }
}
