import { sql } from "drizzle-orm";
import { customType, pgPolicy, uuid } from "drizzle-orm/pg-core";

/**
 * A moment as an ISO string. Three digits, because JavaScript keeps milliseconds and a
 * cursor that drops microseconds loses rows.
 */
export const moment = customType<{ data: string; driverData: string }>({
  dataType: () => "timestamp (3) with time zone",
  fromDriver: (value) => new Date(value).toISOString(),
});

/** Byte order, so that fractional keys sort alike in Postgres and in JavaScript. */
export const rankText = customType<{ data: string; driverData: string }>({
  dataType: () => 'text COLLATE "C"',
});

export const createdAt = () => moment().notNull().default(sql`clock_timestamp()`);

/** The first column of every tenant table. */
export const workspaceId = () => uuid().notNull();

const enteredWorkspace = sql`workspace_id = (select nullif(current_setting('slacky.workspace_id', true), '')::uuid)`;

/** Rows of the workspace this transaction has entered, and no others. */
export const tenantPolicy = () =>
  pgPolicy("tenant", { for: "all", using: enteredWorkspace, withCheck: enteredWorkspace });
