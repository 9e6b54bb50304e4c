/** What the server takes of one file. */
export const UPLOAD_BYTES = 100 * 1024 * 1024;
