import { BlockList, isIP } from "node:net";

/**
 * The network limits are counted by: one IPv4 address, or the /64 that an IPv6 customer gets. Null for what is no
 * address.
 */
export function networkOf(address: string): string | null {
  const plain = plainAddress(address);
  switch (isIP(plain)) {
    case 4:
      return `${plain}/32`;
    case 6:
      return `${groupsOf(plain).slice(0, 4).join(":")}::/64`;
    default:
      return null;
  }
}

/** Without port, brackets and zone; an IPv4 address in IPv6's clothes (RFC 4291 2.5.5.2) as what it is. */
function plainAddress(address: string): string {
  const bare = address
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, "$1")
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1")
    .replace(/%.*$/, "");
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1] ?? bare;
}

/** The eight groups of an IPv6 address, written out. */
function groupsOf(address: string): string[] {
  const [head = "", tail] = address.split("::");
  const split = (part: string) =>
    part
      .split(":")
      .filter(Boolean)
      .flatMap((group) => (group.includes(".") ? ["0", "0"] : [group]));
  const before = split(head);
  const after = split(tail ?? "");
  const between = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array<string>(between).fill("0"), ...after].map((group) =>
    Number.parseInt(group, 16).toString(16),
  );
}

/** Proxies of the operator: addresses or networks such as `10.0.0.0/8`. */
export function proxyList(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = "", prefix] = entry.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (!isIP(address)) continue;
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return list;
}

/**
 * The network of whoever sent a request. `X-Forwarded-For` is read from its end, and only as far as each hop is a proxy
 * of the operator's: anybody can write the rest.
 * @param peer the other end of the connection
 */
export function clientNetwork(peer: string | null, forwardedFor: string | null, proxies: BlockList): string {
  const isOurs = (address: string) => {
    const plain = plainAddress(address);
    const family = isIP(plain);
    return family !== 0 && proxies.check(plain, family === 6 ? "ipv6" : "ipv4");
  };
  const hops = [...(forwardedFor ?? "").slice(0, 1000).split(","), peer ?? ""]
    .map((hop) => hop.trim())
    .filter(Boolean);
  while (hops.length > 1 && isOurs(hops.at(-1) ?? "")) hops.pop();
  return networkOf(hops.at(-1) ?? "") ?? "unknown";
}
