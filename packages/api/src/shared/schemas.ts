import { colors, priorities, workspaceRoles } from "@slacky/db/vocabulary";
import { z } from "zod";

import { limits } from "./limits";

/** Any well-formed uuid; one that nobody has is not found rather than malformed. */
export const id = z.guid().toLowerCase();

// Postgres stores neither a NUL nor half of a surrogate pair, and no person types them.
const storable = (value: string) => !value.includes("\0") && !/\p{Surrogate}/u.test(value);
const UNSTORABLE = "Must not contain a NUL or half a character";

/** One line of text, trimmed, not blank. */
export const line = (max: number) => z.string().trim().min(1).max(max).refine(storable, UNSTORABLE);

/** Text as it is, of any number of lines. */
export const text = (max: number) => z.string().max(max).refine(storable, UNSTORABLE);

export const title = line(limits.title);
export const body = text(limits.text);
export const name = line(limits.name);
/** An address as it is kept: trimmed and in lower case. */
export const email = z.string().trim().toLowerCase().max(limits.email).pipe(z.email());

export const role = z.enum(workspaceRoles);
export const priority = z.enum(priorities);
export const color = z.enum(colors);
export const stateKey = z.string().min(1).max(64).refine(storable, UNSTORABLE);

/** A day without a time: 2026-11-22. */
export const day = z.iso.date().refine((value) => value >= "0001", "There is no year 0");

export const cursor = z.string().min(1).max(2000);
export const limit = z.int().min(1).max(limits.page).default(50);
