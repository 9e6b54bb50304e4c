/** Of the file as it arrives, and again of what it unpacks to. */
export const UPLOAD_BYTES = 100 * 1024 * 1024;

/** For everything: waiting for a turn, receiving, reading and writing. */
export const UPLOAD_DEADLINE_MS = 120_000;

/** Files read at once by this process: each one is held in memory until it is written. */
export const UPLOADS_AT_ONCE = 2;

/** How long a sender may send nothing: the turn is somebody else's then. */
export const UPLOAD_QUIET_MS = 15_000;
