import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";

type NoRelations = Record<string, never>;

export type Db = PostgresJsDatabase<NoRelations> & { $client: Sql };

/** An open transaction. A function that writes or locks asks for this, never for `Db`. */
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];

export type ConnectOptions = {
  /** The role every connection acts as; without it, the one that signs in. */
  role?: string;
  /** Connections in the pool. */
  max?: number;
  applicationName?: string;
};

/** A pool. Every connection waits 2 s for a lock and 5 s for a statement at the most, and speaks UTC. */
export function connect(url: string, options: ConnectOptions = {}): Db {
  const client = postgres(url, {
    max: options.max ?? 10,
    connect_timeout: 5,
    // The driver's own grows to 20 s after a server that went away and came back at once.
    backoff: () => 0.1,
    onnotice: () => {},
    connection: {
      application_name: options.applicationName ?? "slacky",
      TimeZone: "UTC",
      lock_timeout: 2000,
      statement_timeout: 5000,
      ...(options.role === undefined ? {} : { role: options.role }),
    },
  });
  return drizzle(client, { casing: "snake_case" });
}
