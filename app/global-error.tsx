"use client";

import { fonts } from "./fonts.ts";
import { Fault } from "./[organisation]/fault.tsx";
import "./globals.css";

/** Not even the frame around every page could be drawn. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en" className={fonts}>
      <body>
        <Fault digest={error.digest} />
      </body>
    </html>
  );
}
