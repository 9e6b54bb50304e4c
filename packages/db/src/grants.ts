import type { Sql } from "postgres";

/** What the application's role may do, table by table. Reading is granted on all of them. */
const writes: Record<string, string> = {
  users: "insert, update",
  passwords: "insert, update",
  sessions: "insert, update",
  workspaces: "update",
  memberships: "insert, update",
  event_counters: "update",
  invites: "insert, update",
  projects: "insert, update",
  ticket_counters: "insert, update",
  states: "insert, update",
  transitions: "insert, update, delete",
  tickets: "insert, update",
  ticket_status_history: "insert",
  labels: "insert, update",
  ticket_labels: "insert, delete",
  ticket_relations: "insert, delete",
  ticket_search: "insert, update",
  comments: "insert, update",
  comment_versions: "insert",
  comment_mentions: "insert, delete",
  events: "insert",
  audit_log: "insert",
  audit_cursors: "insert, update",
  idempotency_keys: "insert, update",
  import_batches: "insert",
  external_refs: "insert",
  external_people: "insert",
};

const doors = [
  "enter_user",
  "enter_workspace",
  "create_workspace",
  "accept_invite",
  "close_account",
  "my_workspaces",
  "search_tickets",
  "similar_tickets",
  "enter_as_worker",
  "workspaces_to_audit",
  "forget_answers",
];

/** Brings the application role's rights to exactly this list. */
export async function grantRights(sql: Sql, role: string): Promise<void> {
  const app = sql(role);
  await sql.begin(async (tx) => {
    await tx`revoke all on all tables in schema public from ${app}`;
    await tx`revoke execute on all functions in schema public from ${app}`;
    await tx`grant usage on schema public to ${app}`;
    for (const [table, rights] of Object.entries(writes)) {
      await tx.unsafe(`grant select, ${rights} on public.${table} to "${role}"`);
    }
    for (const door of doors) {
      await tx.unsafe(`grant execute on function public.${door} to "${role}"`);
    }
  });
}
