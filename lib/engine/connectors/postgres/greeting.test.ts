import { describe, expect, test } from "vitest";
import { Greeting } from "./greeting.ts";

/** One message of the protocol: its letter, its length, its body. */
function message(kind: string, body: Buffer | string = ""): Buffer {
  const bytes = Buffer.from(body);
  const head = Buffer.alloc(5);
  head.write(kind, "latin1");
  head.writeUInt32BE(bytes.length + 4, 1);
  return Buffer.concat([head, bytes]);
}

function signIn(way: number, more = ""): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(way);
  return message("R", Buffer.concat([head, Buffer.from(more)]));
}

const welcome = signIn(0);
const scram = [signIn(10, "SCRAM-SHA-256-PLUS\0SCRAM-SHA-256\0\0"), signIn(11, "r=abc,s=QUJDRA==,i=4096")];

describe("a server that is heard out", () => {
  test.each<[string, Buffer[]]>([
    ["lets in at once", [welcome]],
    ["asks for the password", [signIn(3), welcome]],
    ["asks for MD5", [signIn(5, "salt"), welcome]],
    ["asks for SCRAM", [...scram, signIn(12, "v=c2ln"), welcome]],
    ["asks for many rounds", [signIn(11, "r=abc,s=QQ==,i=1000000,m=x"), welcome]],
    ["notes something first", [message("N", "SNOTICE\0\0"), message("v", "\0\x03\0\0\0\0\0\0"), welcome]],
    ["goes on at once", [Buffer.concat([welcome, message("S", "server_version\x0018\0")])]],
  ])("%s", (_, messages) => {
    const whole = new Greeting();
    expect(messages.map((one) => whole.hear(one)).indexOf(true)).toBe(messages.length - 1);
    const piecemeal = new Greeting();
    const bytes = Buffer.concat([...messages.slice(0, -1), welcome]);
    const answers = Array.from(bytes, (byte) => piecemeal.hear(Buffer.from([byte])));
    expect(answers.indexOf(true)).toBe(bytes.length - 1);
  });

  test("refuses with an error of its own, which is the driver's to tell", () => {
    expect(new Greeting().hear(message("E", "SFATAL\0C28P01\0Mno\0\0"))).toBe(false);
  });
});

describe("what is refused before the driver hears it", () => {
  test.each<[string, string, Buffer]>([
    ["unreachable", "an HTTP server", Buffer.from("HTTP/1.1 400 Bad Request\r\n\r\n")],
    ["unreachable", "an SSH server", Buffer.from("SSH-2.0-OpenSSH_9.2\r\n")],
    ["unreachable", "a row before anybody was let in", message("D", "\0\0")],
    ["unreachable", "a length that cannot be", Buffer.from([82, 0, 0, 0, 3])],
    ["unreachable", "a length without an end", Buffer.from([69, 255, 255, 255, 255])],
    ["unreachable", "a way of signing in cut short", message("R", "\0\0")],
    ["unreachable", "MD5 without its salt", signIn(5, "s")],
    ["unreachable", "a challenge without a salt", signIn(11, "nonsense")],
    ["unreachable", "a challenge without rounds", signIn(11, "r=a,s=QQ==,i=0")],
    ["sign-in-refused", "rounds that would take minutes", signIn(11, "r=a,s=QQ==,i=1000001")],
    ["sign-in-refused", "Kerberos", signIn(7)],
    ["sign-in-refused", "SASL without SCRAM-SHA-256", signIn(10, "OAUTHBEARER\0\0")],
  ])("%s: %s", (fault, _, bytes) => {
    expect(() => new Greeting().hear(bytes)).toThrow(expect.objectContaining({ fault }) as Error);
  });
});
