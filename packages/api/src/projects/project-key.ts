/** What a ticket's key may begin with: two to ten letters, digits and underscores, a letter first. */
export const projectKeyPattern = /^[A-Z][A-Z0-9_]{1,9}$/;

/** A key for a project's name: initials of several words, else the first letters of one. */
export function projectKeyOf(name: string): string {
  const words =
    name
      .normalize("NFKD")
      .toUpperCase()
      .match(/[A-Z0-9]+/g) ?? [];
  const initials = words.map((word) => word[0]).join("");
  const key = (words.length > 1 ? initials : (words[0] ?? "")).replace(/^[0-9]+/, "").slice(0, 3);
  return projectKeyPattern.test(key) ? key : "PRJ";
}

/** The nth key to try when the first is taken: ENG, ENG2, ENG3. */
export function nthKey(key: string, n: number): string {
  return n === 1 ? key : `${key.slice(0, 10 - String(n).length)}${n}`;
}
