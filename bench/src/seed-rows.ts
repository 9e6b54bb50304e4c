import type { Sql } from "postgres";

/** People, by their place, and the two projects: the last one is the board's, of 5,000 tickets. */
export const PEOPLE = 8;
export const BOARD_TICKETS = 5000;
export const LABELS = 9;

/**
 * The same tickets for whoever asks with the same seed, in a temporary table of this connection: half
 * their attributes are drawn, and the moments rise with the number.
 */
export async function drawTickets(sql: Sql, seed: number, tickets: number): Promise<void> {
  await sql`create temp table drawn as
    select i, md5(${seed}::text || ' ticket ' || i)::uuid as id,
      i >= ${tickets - BOARD_TICKETS}::int as on_board,
      case when i >= ${tickets - BOARD_TICKETS}::int then i - ${tickets - BOARD_TICKETS}::int else i end + 1 as number,
      (array['Rain gauge', 'Wind vane', 'Gateway', 'Map'])[1 + i % 4] || ' ' || i as title,
      repeat('What happens, and what should. ', 10) as description,
      (array['open', 'in_progress', 'resolved', 'closed'])[1 + abs(hashint4extended(i, ${seed}) % 4)] as state,
      abs(hashint4extended(-i, ${seed}) % 5)::smallint as priority,
      case when i % 3 = 0 then (abs(hashint4extended(i, ${seed + 1}) % ${PEOPLE}) + 1)::int end as person,
      case when i % 3 = 1 then date '2026-01-01' + i % 900 end as due_on,
      case when i % 4 = 0 then 1 + i / 4 % ${LABELS} end as label,
      timestamptz '2026-01-01' + i * interval '1 minute' as created_at
    from generate_series(0, ${tickets - 1}::int) i`;
}

/** Its own way to the same ids for both services. */
export const labelId = (sql: Sql, seed: number) =>
  sql`md5(${seed}::text || ' label ' || label)::uuid`;
