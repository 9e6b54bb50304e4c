export const JOB_SCHEMA = "graphile_worker";

/** How the job queue's own driver reaches the database: as the driver of everything else does. */
export function jobQueueUrl(databaseUrl: string, role?: string): string {
  const url = new URL(databaseUrl);
  // Without it `sslmode=require` would verify the certificate, which it does nowhere else.
  if (url.searchParams.has("sslmode")) url.searchParams.set("uselibpqcompat", "true");
  url.searchParams.set("application_name", "slacky-jobs");
  if (role) url.searchParams.set("options", `-c role=${role.replace(/[\\ ]/g, "\\$&")}`);
  return url.href;
}
