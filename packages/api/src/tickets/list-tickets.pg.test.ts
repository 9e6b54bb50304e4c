import { tickets as table } from "@slacky/db/schema";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { useTestWorld } from "../testing/harness";
import { sorts } from "./input";

const world = useTestWorld();

test.each(sorts.filter((sort) => sort !== "relevance"))(
  "pages sorted by %s walk every ticket once, also where the keys are equal",
  async (sort) => {
    const { owner, at, project } = await world.project();
    const { api } = owner;
    for (let i = 0; i < 11; i++) {
      const dueOn = [null, "2026-12-01", "2026-12-02"][i % 3] ?? null;
      const priority = (["none", "high"] as const)[i % 2] ?? "none";
      await api.tickets.create({ ...at, projectId: project.id, title: `T${i}`, dueOn, priority });
    }
    await world.owner
      .update(table)
      .set({ createdAt: "2026-01-01T00:00:00.123Z", updatedAt: "2026-01-01T00:00:00.123Z" })
      .where(eq(table.projectId, project.id));

    const lane = { ...at, projectId: project.id, state: "open", sort };
    const whole = (await api.tickets.list({ ...lane, limit: 100 })).items.map(
      (ticket) => ticket.id,
    );
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof api.tickets.list>> = await api.tickets.list({
        ...lane,
        limit: 2,
        cursor,
      });
      seen.push(...page.items.map((ticket) => ticket.id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(whole);
    expect(new Set(seen).size).toBe(11);
  },
);

test("filters by state, assignee, nobody, label and priority", async () => {
  const { owner, at, project } = await world.project();
  const { api } = owner;
  const label = await api.labels.create({ ...at, name: "Bug", color: "red" });
  const add = (title: string, more = {}) =>
    api.tickets.create({ ...at, projectId: project.id, title, ...more });
  await add("plain");
  await add("mine", { assigneeId: owner.id });
  await add("bug", { labelIds: [label.id], priority: "urgent" });
  const titles = async (filter: object) =>
    (await api.tickets.list({ ...at, ...filter })).items.map((ticket) => ticket.title).sort();
  expect(await titles({ assigneeId: owner.id })).toEqual(["mine"]);
  expect(await titles({ assigneeId: null })).toEqual(["bug", "plain"]);
  expect(await titles({ labelId: label.id })).toEqual(["bug"]);
  expect(await titles({ priority: "urgent" })).toEqual(["bug"]);
  expect(await titles({ state: "closed" })).toEqual([]);
});

test("a cursor opens neither another list nor another workspace's", async () => {
  const [here, there] = [await world.project(), await world.project()];
  const add = (title: string) =>
    here.owner.api.tickets.create({ ...here.at, projectId: here.project.id, title });
  await add("a");
  await add("b");
  const { nextCursor: cursor } = await here.owner.api.tickets.list({ ...here.at, limit: 1 });
  const refused = { code: "BAD_REQUEST", message: "cursor: Not a cursor of this list" };
  await expect(
    here.owner.api.tickets.list({ ...here.at, sort: "due", cursor }),
  ).rejects.toMatchObject(refused);
  await expect(there.owner.api.tickets.list({ ...there.at, cursor })).rejects.toMatchObject(
    refused,
  );
});

test("rank without a lane is refused, naming the field", async () => {
  const { owner, at } = await world.project();
  await expect(owner.api.tickets.list({ ...at, sort: "rank" })).rejects.toMatchObject({
    code: "BAD_REQUEST",
    message: expect.stringMatching(/^sort: /),
  });
});
