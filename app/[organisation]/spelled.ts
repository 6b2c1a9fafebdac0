/** A reference as it is read aloud: "H B, 7 K 4 Q, 2 M 9 X". */
export function spelled(reference: string): string {
  return reference
    .split("-")
    .map((part) => part.split("").join(" "))
    .join(", ");
}

/** An address of which only the reader knows the rest: "m•••@mail.example". */
export function masked(address: string): string {
  const [local = "", domain = ""] = address.split("@");
  return `${Array.from(local)[0] ?? ""}•••@${domain}`;
}
