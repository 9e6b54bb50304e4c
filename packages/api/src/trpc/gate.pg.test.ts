import { events, labels, tickets } from "@slacky/db/schema";
import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { z } from "zod";

import { createCaller } from "../root";
import { conflict } from "../shared/domain-error";
import { useTestWorld } from "../testing/harness";
import { withWorkspace } from "./gate";
import { createCallerFactory, router } from "./init";
import { may } from "./procedures";

const world = useTestWorld({ max: 2 });

describe("the gate", () => {
  test("runs a batch of ten on a pool of two", async () => {
    const { owner, at, project } = await world.project();
    const calls = Array.from({ length: 10 }, (_, i) =>
      i % 2
        ? owner.api.tickets.board({ ...at, projectId: project.id })
        : owner.api.tickets.create({ ...at, projectId: project.id, title: `T${i}` }),
    );
    const results = await Promise.allSettled(calls);
    expect(results.filter((result) => result.status === "rejected")).toEqual([]);
  });

  test("rolls back what was written when the work then says no", async () => {
    const { owner, at } = await world.project();
    const refusing = createCallerFactory(
      router({
        write: may("label.create")
          .input(z.strictObject({ workspaceId: z.string() }))
          .mutation(async ({ ctx }) => {
            await ctx.tx
              .insert(labels)
              .values({ ...at, id: crypto.randomUUID(), name: "Ghost", color: "red" });
            throw conflict("no", "No");
          }),
      }),
    )(owner.context);
    await expect(refusing.write(at)).rejects.toMatchObject({ code: "CONFLICT", message: "No" });
    expect(await owner.api.labels.list(at)).toEqual({ items: [] });
  });

  test("leaves nothing of a ticket whose last step failed in the database", async () => {
    const { owner, at, project } = await world.project();
    // The event counter is the last step; without its row nothing before it may stay.
    await world.owner.execute(
      sql`delete from event_counters where workspace_id = ${at.workspaceId}`,
    );
    await world.owner.execute(
      sql`alter table events add constraint refuse check (type <> 'ticket.created') not valid`,
    );
    await world.owner.execute(
      sql`insert into event_counters (workspace_id, last_seq) values (${at.workspaceId}, 50)`,
    );
    await expect(
      owner.api.tickets.create({ ...at, projectId: project.id, title: "x" }),
    ).rejects.toMatchObject({
      code: "INTERNAL_SERVER_ERROR",
      message: "Something went wrong on our side",
    });
    await world.owner.execute(sql`alter table events drop constraint refuse`);
    const left = await world.owner
      .select()
      .from(tickets)
      .where(eq(tickets.workspaceId, at.workspaceId));
    expect(left).toEqual([]);
    const [counter] = await world.owner.execute(
      sql`select last_number from ticket_counters where workspace_id = ${at.workspaceId}`,
    );
    expect(counter).toEqual({ last_number: 0 });
  });

  test("repeats the work when the database chose it as a victim, and its effect is there once", async () => {
    const { owner, at } = await world.project();
    let attempts = 0;
    const name = await withWorkspace(
      owner.context,
      at.workspaceId,
      "label.create",
      async (tx, actor) => {
        attempts++;
        await tx.execute(sql`insert into labels (workspace_id, id, name, color)
        values (${actor.workspaceId}, gen_random_uuid(), 'Once', 'red')`);
        if (attempts < 3) await tx.execute(sql`do $$ begin raise sqlstate '40P01'; end $$`);
        return "Once";
      },
    );
    expect([name, attempts]).toEqual(["Once", 3]);
    const { items } = await owner.api.labels.list(at);
    expect(items.map((label) => label.name)).toEqual(["Once"]);
  });

  test("tells who waits too long for a lock that somebody is at it, and keeps no lock", async () => {
    const { owner, at, project } = await world.project();
    const ticket = await owner.api.tickets.create({ ...at, projectId: project.id, title: "x" });
    await world.owner.transaction(async (tx) => {
      await tx.execute(sql`select 1 from tickets where id = ${ticket.id} for update`);
      await expect(
        owner.api.tickets.transition({ ...at, ticketId: ticket.id, to: "in_progress" }),
      ).rejects.toMatchObject({
        code: "CONFLICT",
        cause: { details: { code: "lock_busy", retryable: true } },
      });
    });
    const moved = await owner.api.tickets.transition({
      ...at,
      ticketId: ticket.id,
      to: "in_progress",
    });
    expect(moved.state).toBe("in_progress");
  });

  test("lets a read see one moment: the board's number is that of its cards", async () => {
    const { owner, at, project } = await world.project();
    const seen = await withWorkspace(owner.context, at.workspaceId, "ticket.read", async (tx) => {
      const before = await tx.$count(events);
      await owner.api.tickets.create({ ...at, projectId: project.id, title: "meanwhile" });
      return [before, await tx.$count(events)];
    });
    expect(seen[0]).toBe(seen[1]);
  });

  test("does not write in a read", async () => {
    const { owner, at } = await world.project();
    const writing = withWorkspace(owner.context, at.workspaceId, "ticket.read", (tx) =>
      tx.execute(sql`update projects set name = 'x'`),
    );
    await expect(writing).rejects.toMatchObject({ cause: { code: "25006" } });
  });
});

test("a session that is over, or somebody else's, opens nothing", async () => {
  const { owner, at } = await world.project();
  const other = await world.person();
  const { sessionId } = owner.context.session!;
  const asking = (session: { userId: string; sessionId: string }) =>
    createCaller({
      ...owner.context,
      session: { ...session, kind: "bearer" },
    }).projects.list(at);
  await expect(asking({ userId: owner.id, sessionId })).resolves.toBeDefined();
  await expect(asking({ userId: other.id, sessionId })).rejects.toMatchObject({
    code: "UNAUTHORIZED",
  });
  await world.owner.execute(
    sql`update sessions set expires_at = clock_timestamp() where id = ${sessionId}`,
  );
  await expect(asking({ userId: owner.id, sessionId })).rejects.toMatchObject({
    code: "UNAUTHORIZED",
  });
});
