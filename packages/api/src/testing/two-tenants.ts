import { sql } from "drizzle-orm";

import { auditPending } from "../audit/audit-pending";
import type { useTestWorld } from "./harness";

export type Tenant = { workspaceId: string; userId: string; sessionId: string };

/** Two workspaces with a row in every tenant table. */
export async function standTwoTenants(
  world: ReturnType<typeof useTestWorld>,
): Promise<[Tenant, Tenant]> {
  return [await standTenant(world), await standTenant(world)];
}

async function standTenant(world: ReturnType<typeof useTestWorld>): Promise<Tenant> {
  const { owner, at, project } = await world.project();
  const label = await owner.api.labels.create({ ...at, name: "Bug", color: "red" });
  const ticket = await owner.api.tickets.create({
    ...at,
    ...{ projectId: project.id, title: "x", labelIds: [label.id], assigneeId: owner.id },
  });
  const body = `hello [@me](user:${owner.id})`;
  const comment = await owner.api.comments.add({ ...at, ticketId: ticket.id, body });
  await owner.api.comments.edit({ ...at, commentId: comment.id, body: `${body}!` });
  const other = await owner.api.tickets.create({ ...at, projectId: project.id, title: "y" });
  await owner.api.relations.add({ ...at, ticketId: ticket.id, kind: "blocks", otherId: other.id });
  await owner.api.invites.create({ ...at, email: "ben@example.test", role: "member" });
  const batchId = crypto.randomUUID();
  await world.owner.execute(sql`
    insert into import_batches (workspace_id, id, source, file_name, created_by_id, report)
    values (${at.workspaceId}, ${batchId}, 'jira', 'x.csv', ${owner.id}, '{}')`);
  await world.owner.execute(sql`
    insert into external_refs (workspace_id, source, external_id, ticket_id, content_hash, batch_id)
    values (${at.workspaceId}, 'jira', 'X-1', ${ticket.id}, 'x', ${batchId})`);
  await world.owner.execute(sql`
    insert into external_people (workspace_id, source, external_id, user_id)
    values (${at.workspaceId}, 'jira', 'ana', ${owner.id})`);
  await world.owner.execute(sql`
    insert into idempotency_keys (user_id, key, request_hash, response)
    values (${owner.id}, 'a key', 'x', '{}')`);
  await auditPending(world.db);
  const { sessionId } = owner.context.session!; // A person is made signed in.
  return { ...at, userId: owner.id, sessionId };
}
