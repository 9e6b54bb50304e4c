import type { Tx } from "@slacky/db";
import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";

import { publish } from "../events/publish";
import { signedOut } from "../trpc/gate";
import type { CreateWorkspaceInput } from "./input";
import { slugOf } from "./slug";

/** A workspace whose owner is the one who made it. */
export async function createWorkspace(
  tx: Tx,
  user: { id: string; sessionId: string },
  requestId: string,
  { name }: CreateWorkspaceInput,
): Promise<{ id: string; slug: string; name: string }> {
  const id = uuidv7();
  const [made] = await tx.execute<{ slug: string | null }>(sql`
    select create_workspace(${user.id}, ${user.sessionId}, ${id}, ${slugOf(name)}, ${name}) as slug`);
  if (!made?.slug) throw signedOut();
  const actor = {
    userId: user.id,
    workspaceId: id,
    role: "owner",
    kind: "user",
    requestId,
  } as const;
  await publish(tx, actor, {
    type: "workspace.created",
    subject: { kind: "workspace", id },
    changes: { name: [null, name] },
  });
  return { id, slug: made.slug, name };
}
