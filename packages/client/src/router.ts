import { flatten } from "./flatten";

/**
 * The API, written out. Only its type is used, and only its declaration is published: no type of
 * the server's can be named in this file, so the compiler prints every input and output here.
 */
export const router = flatten();
