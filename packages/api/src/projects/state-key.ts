/** A key made of a state's name: lower-case letters, digits and underscores. */
export function slugOf(name: string): string {
  const slug = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .slice(0, 50);
  return slug.replace(/^_+|_+$/g, "") || "state";
}

/** The key itself, or with the first number behind it that makes it nobody's. */
export function freeKey(slug: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n += 1) {
    const key = n === 1 ? slug : `${slug}_${n}`;
    if (!taken.has(key)) return key;
  }
}
