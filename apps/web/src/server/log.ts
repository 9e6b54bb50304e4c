import { describeError } from "@slacky/api/describe-error";
import pino from "pino";

/** Lines are written together, within the second; at a fault and at the end, at once. */
const output = pino.destination({ sync: false, minLength: 4096, periodicFlush: 1000 });

/** JSON lines on standard output. Bodies, cookies and tokens are never handed to it. */
export const log = pino({ serializers: { err: describeError } }, output);
