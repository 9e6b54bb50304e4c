import { randomUUID } from "node:crypto";
import type { Socket } from "node:net";
import postgres, { type Options, type Sql } from "postgres";

import { asAdmin, urlFor } from "../testing/databases";

/** The driver knows two options more than its types do. */
type PoolOptions = Options<Record<string, never>> & {
  max_pipeline?: number;
  socket?: () => Socket;
};

/** An empty database for trials of the driver itself, and pools on it that end with it. */
export async function scratchDatabase() {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await asAdmin(`create database ${name}`);
  const url = urlFor(name);
  const pools: Sql[] = [];
  const pool = (options: PoolOptions, at = url): Sql => {
    const sql = postgres(at, { onnotice: () => {}, backoff: () => 0, ...options }) as Sql;
    pools.push(sql);
    return sql;
  };
  return {
    url,
    pool,
    admin: pool({ max: 4 }),
    close: () => Promise.all(pools.map((sql) => sql.end({ timeout: 1 }))),
  };
}
