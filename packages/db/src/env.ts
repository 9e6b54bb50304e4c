/** The database a command line works on. */
export function databaseUrl(): string {
  const url = process.env.DATABASE_URL;
  if (!url)
    throw new Error(
      "DATABASE_URL is not set: name the database, as postgres://user:password@host/name.",
    );
  return url;
}
