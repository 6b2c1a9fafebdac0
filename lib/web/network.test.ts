import { expect, test } from "vitest";
import { clientNetwork, networkOf, proxyList } from "./network.ts";

test.each([
  ["203.0.113.9", "203.0.113.9/32"],
  ["203.0.113.9:51234", "203.0.113.9/32"],
  ["::ffff:203.0.113.9", "203.0.113.9/32"],
  ["::FFFF:127.0.0.1", "127.0.0.1/32"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:0DB8:0001:0002::1", "2001:db8:1:2::/64"],
  ["[2001:db8:1:2::9]:443", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["1:2:3:4:5:6:7::", "1:2:3:4::/64"],
  ["unknown", null],
  ["", null],
  ["203.0.113.9.evil.example", null],
])("%s counts as %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});

const none = proxyList([]);
const ours = proxyList(["127.0.0.1", "10.0.0.0/8", "fd00::/8", "not an address"]);

test.each([
  [
    "no proxy set up: what the client writes counts for nothing",
    "203.0.113.9",
    "198.51.100.1",
    none,
    "203.0.113.9/32",
  ],
  ["behind our proxy: who it saw", "10.0.0.5", "203.0.113.9", ours, "203.0.113.9/32"],
  ["behind two of ours", "127.0.0.1", "203.0.113.9, 10.1.1.1", ours, "203.0.113.9/32"],
  [
    "what stands before a foreign hop was written by somebody",
    "10.0.0.5",
    "198.51.100.1, 203.0.113.9",
    ours,
    "203.0.113.9/32",
  ],
  ["a stranger who says he is our proxy", "203.0.113.9", "10.0.0.5, 10.0.0.6", ours, "203.0.113.9/32"],
  ["an IPv6 proxy", "fd00::7", "2001:db8:9:9::1", ours, "2001:db8:9:9::/64"],
  ["our proxy seen in IPv6's clothes", "::ffff:10.0.0.5", "203.0.113.9", ours, "203.0.113.9/32"],
  ["our proxy itself asks", "10.0.0.5", null, ours, "10.0.0.5/32"],
  ["rubbish from our proxy", "10.0.0.5", "<script>", ours, "unknown"],
  ["nobody at all", null, null, none, "unknown"],
])("%s", (_what, peer, forwarded, proxies, network) => {
  expect(clientNetwork(peer, forwarded, proxies)).toBe(network);
});
