import { Socket, type SocketConnectOpts } from "node:net";

/** What the database's client tells of the server it wants to reach. */
type Target = { host: string[]; port: number[]; path?: string | false };

/**
 * A connection that closes itself when nothing has come or gone for a while: a server that was frozen, or is gone from
 * the network, says nothing about it, and whoever asked would wait for ever.
 * @param silentMs longer than any statement may take
 */
export function patientSocket(silentMs: number): (target: Target) => Socket {
  return ({ host: [host = "localhost"], port: [port = 5432], path }) => {
    const socket = new SilenceEnds();
    socket.setTimeout(silentMs);
    const to: SocketConnectOpts = path ? { path } : { host, port };
    // By this name a certificate is checked.
    return Object.assign(socket.connect(to), { host, port });
  };
}

/** The client takes all listeners away when it begins to encrypt, so that none would hear of the silence. */
class SilenceEnds extends Socket {
  override emit(event: string | symbol, ...given: unknown[]): boolean {
    if (event === "timeout") this.destroy();
    return super.emit(event as "data", ...(given as [never]));
  }
}
