import type { Db } from "@slacky/db";

const PROBE_MS = 2000;

/** Whether the database answers in good time. Migrations are done before the server listens. */
export async function isReady(db: Db): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, PROBE_MS, false);
  });
  const probe = db.$client`select 1`.then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([probe, late]);
  } finally {
    clearTimeout(timer);
  }
}
