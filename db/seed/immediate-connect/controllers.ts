import type { DemoController } from "../organisation.ts";

/** The partners for whom `immediate-connect` only processes, and the platform behind one of them. */
export const immediateConnectControllers = [
  {
    key: "casa",
    name: "Casa Platform",
    email: "privacy@casa-platform.example",
    locale: "en",
    contract: null,
    help: [],
    isPublic: false,
  },
  {
    key: "sol",
    name: "Sol de Casa",
    email: "datos@soldecasa.example",
    locale: "en",
    contract: "Partner agreement 118, 3 February 2025",
    help: ["search", "export", "erase"],
    isPublic: true,
    platform: "casa",
  },
  {
    key: "dach",
    name: "Dach & Wärme Krause",
    email: "datenschutz@krause-dach.example",
    locale: "de",
    contract: "Partner agreement 131, 9 July 2025",
    help: ["search", "export"],
    isPublic: true,
  },
  {
    key: "quick",
    name: "Quick Kitchens",
    email: "hello@quick-kitchens.example",
    locale: "en",
    contract: "Partner agreement 140, 12 January 2026",
    help: ["search"],
    isPublic: true,
  },
] as const satisfies readonly DemoController[];
