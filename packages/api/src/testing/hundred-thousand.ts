import { connect } from "@slacky/db";
import { urlFor } from "@slacky/db/testing/databases";
import { sql } from "drizzle-orm";

import type { useTestWorld } from "./harness";

const PROJECTS = 5;
const TICKETS = 100_000;
const PEOPLE = 40;
const LABELS = 10;
const CHUNK = 20_000;

/**
 * A workspace of 100,000 tickets in five projects, the same each time. One ticket in a hundred has the
 * last label and one in four another; a third have a due date; one has 3,000 comments.
 */
export async function standHundredThousand(world: ReturnType<typeof useTestWorld>) {
  const { owner, at } = await world.project();
  for (let i = 1; i < PROJECTS; i++) await owner.api.projects.create({ ...at, name: `P${i}` });
  const ws = sql`${at.workspaceId}::uuid`;
  const [row] = await world.owner.execute<{ name: string }>(sql`select current_database() as name`);
  // As a superuser with triggers and foreign keys off, which would take most of the time.
  const db = connect(urlFor(row!.name), { max: 1 });
  try {
    await db.execute(sql`set session_replication_role = replica`);
    await db.execute(sql`set statement_timeout = 0`);
    await db.execute(sql`create temp table p as
      select id, row_number() over (order by key) - 1 as n from projects where workspace_id = ${ws}`);
    await db.execute(sql`with people as (
        insert into users (id, name, email)
        select md5('person' || i)::uuid, 'P' || i, i || '@example.test' from generate_series(1, ${PEOPLE}::int) i
        returning id)
      insert into memberships (workspace_id, user_id, role) select ${ws}, id, 'member' from people`);
    await db.execute(sql`insert into labels (workspace_id, id, name, color)
      select ${ws}, md5('label' || i)::uuid, 'L' || i, 'red' from generate_series(0, ${LABELS - 1}::int) i`);
    for (let from = 0; from < TICKETS; from += CHUNK) {
      await db.execute(sql`
        insert into tickets (workspace_id, id, project_id, number, title, description, state, priority, assignee_id,
          reporter_id, due_on, rank, created_at, updated_at)
        select ${ws}, md5('ticket' || i)::uuid, p.id, i / ${PROJECTS}::int + 1,
          'Ticket of ' || (array['login', 'export', 'search', 'board'])[1 + i % 4] || ' w' || i % 5000,
          repeat('What happens, and what should. ', 10),
          (array['open', 'closed', 'open', 'in_progress', 'closed', 'resolved'])[1 + abs(hashint4(i)) % 6], abs(hashint4(-i)) % 5,
          case when i % 3 = 0 then md5('person' || 1 + i / 5 % ${PEOPLE}::int)::uuid end,
          ${owner.id}::uuid, case when i % 3 = 1 then date '2026-01-01' + i % 900 end,
          'a' || lpad(i::text, 6, '0'),
          timestamptz '2026-01-01' + i / 2 * interval '1 minute',
          timestamptz '2026-06-01' + i * 7919 % ${TICKETS}::int * interval '1 minute'
        from generate_series(${from}::int, ${from + CHUNK - 1}::int) i join p on p.n = i % ${PROJECTS}::int`);
    }
    await db.execute(sql`
      insert into ticket_search (workspace_id, ticket_id, project_id, title, document, characters)
      select workspace_id, id, project_id, title, search_document(title, '', ''), 0 from tickets
      where workspace_id = ${ws}`);
    await db.execute(sql`insert into ticket_labels (workspace_id, ticket_id, label_id)
      select ${ws}, md5('ticket' || i)::uuid,
        md5('label' || case when i % 100 = 1 then ${LABELS - 1}::int else i / 4 % ${LABELS - 1}::int end)::uuid
      from generate_series(0, ${TICKETS - 1}::int) i where i % 4 = 0 or i % 100 = 1`);
    await db.execute(sql`insert into comments (workspace_id, id, ticket_id, author_id, body, created_at)
      select ${ws}, md5('comment' || i)::uuid, md5('ticket' || case when i < 3000 then 0 else i end)::uuid,
        ${owner.id}::uuid, 'said', timestamptz '2026-01-01' + i * interval '1 minute'
      from generate_series(0, 19999) i`);
    await db.execute(sql`insert into ticket_status_history (workspace_id, ticket_id, seq, from_state, to_state, by_id, at)
      select ${ws}, md5('ticket' || i / 2)::uuid, 1 + i % 2, case when i % 2 = 1 then 'open' end, 'open',
        ${owner.id}::uuid, timestamptz '2026-01-01'
      from generate_series(0, 39999) i`);
    await db.execute(
      sql`vacuum (analyze) tickets, ticket_search, ticket_labels, comments, ticket_status_history, memberships`,
    );
  } finally {
    await db.$client.end({ timeout: 5 });
  }
  const named = (what: string) => sql`md5(${what})::uuid`;
  const [ids] = await world.owner.execute<{
    person: string;
    few: string;
    many: string;
    ticket: string;
  }>(sql`
    select ${named("person1")} as person, ${named(`label${LABELS - 1}`)} as few,
      ${named("label0")} as many, ${named("ticket0")} as ticket`);
  const { items } = await owner.api.projects.list(at);
  return { owner, at, projectId: items[0]!.id, ...ids! };
}
