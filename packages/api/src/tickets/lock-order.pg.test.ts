import { sql } from "drizzle-orm";
import { expect, test } from "vitest";

import { useTestWorld } from "../testing/harness";

const world = useTestWorld();

test("many tickets are locked by ascending id, wherever they lie: while the first is waited for, the rest are free", async () => {
  const { owner, at, project } = await world.project();
  const { tickets } = owner.api;
  const [low, high] = ["0", "f"].map((digit) => crypto.randomUUID().replace(/^./, digit));
  for (const id of [high, low])
    await tickets.create({ ...at, projectId: project.id, title: "x", id });
  // So few rows are read as they lie: the higher id first.
  await world.owner.execute(sql`analyze tickets`);
  const editing = sql`update tickets set title = 'y' where id = ${low}`;
  const bulk = () =>
    tickets.bulkUpdate({ ...at, ticketIds: [high!, low!], patch: { priority: "low" } });
  const free = () =>
    world.owner.execute(sql`select id from tickets where id = ${high} for update nowait`);
  expect(await world.whileUncommitted(editing, bulk, free)).toBe("ok");
});
