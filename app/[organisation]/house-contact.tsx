"use client";

import { createContext } from "react";

const contact = createContext<string | null>(null);

/** The address of the organisation whose pages these are. */
export const HouseContact = contact.Provider;
export const houseContact = contact;
