/** The most bytes in a call's body. */
export const MAX_CALL_BYTES = 1_000_000;
/** The most bytes in a sign-in form. */
export const MAX_SIGN_IN_BYTES = 64_000;
/** How deep JSON may nest. */
export const MAX_JSON_DEPTH = 20;
/** The most calls in one request. */
export const MAX_BATCH = 10;
/** How long a client may take to send a call. */
export const BODY_DEADLINE_MS = 20_000;
