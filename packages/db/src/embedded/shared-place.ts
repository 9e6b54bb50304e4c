/** Where root keeps what another system user must reach when the clone is in a closed folder. */
export const sharedPlace = "/var/lib/slacky";
