import { createServer } from "node:net";

/** Whether nothing listens on this port of this host (`undefined`: of any address of this machine). */
export function isPortFree(port: number, host?: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** Free for a server that people reach as `localhost`: neither loopback address answers there already. */
export async function isLocalPortFree(port: number): Promise<boolean> {
  const onFour = await isPortFree(port, "127.0.0.1");
  return onFour && ((await isPortFree(port, "::1")) || !(await hasLoopbackSix()));
}

/** Without IPv6 every port of ::1 looks taken; port 0 tells the two apart. */
function hasLoopbackSix(): Promise<boolean> {
  return isPortFree(0, "::1");
}

/** The first free port at or above `from`, at most `tries` further. Throws when there is none. */
export async function nextFreePort(from: number, tries = 200): Promise<number> {
  for (let port = from; port < from + tries && port <= 65_535; port++) {
    if (await isLocalPortFree(port)) return port;
  }
  throw new Error(`No free port between ${from} and ${from + tries - 1}. Set PORT to one that is free.`);
}

/**
 * A free port below 32768 at a random place: above that the system hands ports to outgoing connections
 * (Linux `ip_local_port_range`), and one of those could take the database's port between two starts.
 */
export function freeServerPort(): Promise<number> {
  return nextFreePort(15_000 + Math.floor(Math.random() * 15_000));
}
