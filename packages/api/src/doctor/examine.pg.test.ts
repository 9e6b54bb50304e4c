import type { Tx } from "@slacky/db";
import { type SQL, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";

import { auditPending } from "../audit/audit-pending";
import { useTestWorld } from "../testing/harness";
import { asSuperuser } from "../testing/superuser";
import { examine, examineWithin } from "./examine";
import { invariants } from "./invariants";

const world = useTestWorld();
let workspaceId: string;
let projectId: string;
let ticketId: string;
let otherId: string;

beforeAll(async () => {
  const { owner, at, project } = await world.project();
  [workspaceId, projectId] = [at.workspaceId, project.id];
  const create = (title: string) => owner.api.tickets.create({ ...at, projectId, title });
  ticketId = (await create("one")).id;
  otherId = (await create("two")).id;
  await owner.api.tickets.transition({ ...at, ticketId, to: "in_progress" });
  await owner.api.tickets.update({ ...at, ticketId, expectedVersion: 2, patch: { title: "uno" } });
  await world.project();
  await auditPending(world.db);
});

test("a database that the application has written is in order, also while the log is behind", async () => {
  expect(await examine(world.owner)).toEqual([]);
  await world.project();
  expect(await examine(world.owner)).toEqual([]);
});

test("who does not see everything does not say that all is well", async () => {
  await expect(examine(world.db)).rejects.toThrow("Only the owner");
});

describe("what nobody but a superuser can break is found", () => {
  const ticket = () => sql`workspace_id = ${workspaceId} and id = ${ticketId}`;
  const history = () => sql`workspace_id = ${workspaceId} and ticket_id = ${ticketId}`;
  const here = () => sql`workspace_id = ${workspaceId}`;

  const damages: Record<string, [invariant: number, what: () => string, damage: () => SQL[]]> = {
    "a state that was set by hand": [
      0,
      () => `ticket ${ticketId} is in 'closed'`,
      () => [sql`update tickets set state = 'closed' where ${ticket()}`],
    ],
    "a ticket without history": [
      0,
      () => `ticket ${ticketId}`,
      () => [sql`delete from ticket_status_history where ${history()}`],
    ],
    "a history that begins late": [
      1,
      () => `ticket ${ticketId}, row 2`,
      () => [sql`delete from ticket_status_history where ${history()} and seq = 1`],
    ],
    "a history that jumps": [
      1,
      () => `ticket ${ticketId}, row 2 from 'resolved', after 'open'`,
      () => [
        sql`update ticket_status_history set from_state = 'resolved' where ${history()} and seq = 2`,
      ],
    ],
    "a state nobody knows": [
      2,
      () => `ticket ${ticketId}, row 2 to 'limbo'`,
      () => [
        sql`update ticket_status_history set to_state = 'limbo' where ${history()} and seq = 2`,
        sql`update tickets set state = 'limbo' where ${ticket()}`,
      ],
    ],
    "a version of nothing": [
      3,
      () => `ticket ${otherId} at version 0`,
      () => [
        sql`update tickets set version = 0 where workspace_id = ${workspaceId} and id = ${otherId}`,
      ],
    ],
    "a field newer than its ticket": [
      3,
      () => `ticket ${ticketId} at version 1`,
      () => [sql`update tickets set version = 1 where ${ticket()}`],
    ],
    "two tickets in one place": [
      4,
      () => "at 'a0' in 'open'",
      () => [
        sql`drop index tickets_lane_rank_live_key`,
        sql`update tickets set state = 'open', rank = 'a0' where ${here()}`,
      ],
    ],
    "a number given twice": [
      5,
      () => `project ${projectId}: number 1 2 time(s)`,
      () => [
        sql`drop index tickets_number_key`,
        sql`update tickets set number = 1 where ${here()}`,
      ],
    ],
    "a counter that is behind": [
      5,
      () => `project ${projectId}: number 2 1 time(s), counter at 1`,
      () => [sql`update ticket_counters set last_number = 1 where ${here()}`],
    ],
    "tickets above themselves": [
      6,
      () => `ticket ${ticketId}`,
      () => [
        sql`update tickets set parent_id = case when id = ${ticketId} then ${otherId}::uuid else ${ticketId}::uuid end where ${here()}`,
      ],
    ],
    "an event that is missing": [
      7,
      () => "event 4 is where 3 belongs",
      () => [sql`delete from events where ${here()} and seq = 3`],
    ],
    "a counter ahead of the outbox": [
      7,
      () => "the last event is 6, the counter stands at 7",
      () => [sql`update event_counters set last_seq = last_seq + 1 where ${here()}`],
    ],
    "a workspace without a counter": [
      7,
      () => "the last event is 6, the counter stands at",
      () => [sql`delete from event_counters where ${here()}`],
    ],
    "an event that was rewritten": [
      8,
      () => "entry 4",
      () => [sql`update events set type = 'forged' where ${here()} and seq = 4`],
    ],
    "an entry of which nothing happened": [
      8,
      () => "entry 6",
      () => [
        sql`delete from events where ${here()} and seq = 6`,
        sql`update event_counters set last_seq = 5 where ${here()}`,
      ],
    ],
    "an orphaned workspace": [
      9,
      () => "1 member(s)",
      () => [sql`update memberships set role = 'admin' where ${here()}`],
    ],
    "a reporter from nowhere": [
      10,
      () => `ticket ${ticketId} names 00000000-0000-4000-8000-000000000001`,
      () => [
        sql`update tickets set reporter_id = '00000000-0000-4000-8000-000000000001' where ${ticket()}`,
      ],
    ],
    "an assignee from nowhere": [
      10,
      () => `ticket ${ticketId} names 00000000-0000-4000-8000-000000000001`,
      () => [
        sql`update tickets set assignee_id = '00000000-0000-4000-8000-000000000001' where ${ticket()}`,
      ],
    ],
  };

  const examined = (damage: SQL[]) =>
    asSuperuser(world.owner, async (tx: Tx) => {
      for (const statement of damage) await tx.execute(statement);
      return examineWithin(tx);
    });

  test.each(Object.entries(damages))("%s", async (_, [invariant, what, damage]) => {
    const findings = await examined(damage());
    const { name } = invariants[invariant]!;
    expect(findings.filter((finding) => finding.invariant === name)).toContainEqual({
      ...{ invariant: name, workspaceId, what: expect.stringContaining(what()) },
    });
  });

  test("an altered audit entry", async () => {
    const findings = await examined([
      sql`update audit_log set request_id = 'x' where ${here()} and seq = 3`,
    ]);
    expect(findings.map(({ what }) => what)).toEqual(["entry 3", "entry 3"]);
  });

  test("in every way that is listed", () => {
    const broken = Object.values(damages).map(([invariant]) => invariant);
    expect([...new Set(broken)].sort((a, b) => a - b)).toEqual(invariants.map((_, i) => i));
  });
});
