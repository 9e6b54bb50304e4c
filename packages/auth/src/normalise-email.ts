/** One spelling per mailbox owner: people type capitals and stray blanks, databases compare bytes. */
export function normaliseEmail(email: string): string {
  return email.trim().normalize("NFC").toLowerCase();
}
