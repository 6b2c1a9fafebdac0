"use client";
import { useState } from "react";

/**
 * The nonce of the policy this document came with, where react-aria looks for it. A page that an action leads to brings
 * a nonce of its own along, but the browser goes on by the first.
 */
export function FirstNonce({ nonce }: { nonce: string }) {
  const [first] = useState(nonce);
  return <meta name="csp-nonce" nonce={first} />;
}
