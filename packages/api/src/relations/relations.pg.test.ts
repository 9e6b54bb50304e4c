import { relationKinds } from "@slacky/db/vocabulary";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";

import { useTestWorld } from "../testing/harness";
import { withoutRetrying } from "../testing/without-retrying";
import { addRelation } from "./add-relation";

const world = useTestWorld({ max: 20 });

async function setUp(count: number) {
  const { workspace, owner, at, project } = await world.project();
  const ids: string[] = [];
  for (let i = 0; i < count; i++) {
    ids.push((await owner.api.tickets.create({ ...at, projectId: project.id, title: `T${i}` })).id);
  }
  const { relations, tickets } = owner.api;
  return { workspace, owner, at, ids, relations, tickets };
}

test("a relation is seen from both ends, each in its direction, once however often it is made", async () => {
  const { at, ids, relations, workspace, tickets } = await setUp(2);
  const [a, b] = [ids[0]!, ids[1]!];
  for (const kind of relationKinds) {
    await relations.add({ ...at, ticketId: b, kind, otherId: a });
    await relations.add({ ...at, ticketId: b, kind, otherId: a });
  }
  await relations.add({ ...at, ticketId: a, kind: "relates", otherId: b });
  const viewer = await workspace.as("viewer");
  const seen = async (ticketId: string) => {
    const { items } = await viewer.api.relations.list({ ...at, ticketId });
    return items.map(({ kind, direction, ticketId: other }) => [kind, direction, other]);
  };
  expect(await seen(b)).toEqual([
    ["blocks", "out", a],
    ["duplicates", "out", a],
    ["relates", "both", a],
  ]);
  expect(await seen(a)).toEqual([
    ["blocks", "in", b],
    ["duplicates", "in", b],
    ["relates", "both", b],
  ]);
  await relations.remove({ ...at, ticketId: a, kind: "relates", otherId: b });
  await expect(
    relations.remove({ ...at, ticketId: a, kind: "relates", otherId: b }),
  ).rejects.toMatchObject({ code: "NOT_FOUND", message: "Relation not found" });
  const events = await world.owner.execute(
    sql`select 1 from events where workspace_id = ${at.workspaceId} and type like 'relation.%'`,
  );
  expect(events).toHaveLength(4);
  await tickets.delete({ ...at, ticketId: a });
  expect(await seen(b)).toEqual([]);
});

test("of two tickets made to block each other at once, one does", async () => {
  const { at, ids, relations } = await setUp(2);
  const [a, b] = [ids[0]!, ids[1]!];
  for (let round = 0; round < 30; round++) {
    const results = await Promise.allSettled([
      relations.add({ ...at, ticketId: a, kind: "blocks", otherId: b }),
      relations.add({ ...at, ticketId: b, kind: "blocks", otherId: a }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const won = results[0]!.status === "fulfilled" ? [a, b] : [b, a];
    for (const result of results) {
      if (result.status === "rejected") {
        expect(result.reason).toMatchObject({ cause: { details: { code: "relation_reversed" } } });
      }
    }
    await relations.remove({ ...at, ticketId: won[0]!, kind: "blocks", otherId: won[1]! });
  }
});

test("relations among five tickets, both ways at once, meet no deadlock", async () => {
  const { owner, at, ids } = await setUp(5);
  const pairs = ids.flatMap((a) => ids.filter((b) => b !== a).map((b) => [a, b] as const));
  const results = await Promise.allSettled(
    [...pairs, ...pairs].map(([ticketId, otherId], i) =>
      withoutRetrying(world, owner, at.workspaceId, (tx, actor) =>
        addRelation(tx, actor, { ...at, ticketId, otherId, kind: relationKinds[i % 3]! }),
      ),
    ),
  );
  for (const result of results) {
    if (result.status === "rejected") {
      expect(result.reason).toMatchObject({ details: { code: "relation_reversed" } });
    }
  }
});

test("a ticket that is being deleted is waited for, at either end", async () => {
  const { at, ids, relations } = await setUp(3);
  const deleting = (id: string) =>
    sql`update tickets set deleted_at = clock_timestamp() where id = ${id}`;
  const [a, b, c] = [ids[0]!, ids[1]!, ids[2]!];
  const relate = (ticketId: string, otherId: string) => () =>
    relations.add({ ...at, ticketId, kind: "blocks", otherId });
  expect([
    await world.whileUncommitted(deleting(a), relate(b, a)),
    await world.whileUncommitted(deleting(b), relate(b, c)),
  ]).toEqual(["NOT_FOUND", "NOT_FOUND"]);
});
