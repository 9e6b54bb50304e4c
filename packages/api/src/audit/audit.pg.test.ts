import type { Tx } from "@slacky/db";
import { events } from "@slacky/db/schema";
import { asc, eq, type SQL, sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";

import { useTestWorld } from "../testing/harness";
import { asSuperuser } from "../testing/superuser";
import { auditPending } from "./audit-pending";
import { projectAudit } from "./project-audit";
import { verifyAudit } from "./verify-audit";

const world = useTestWorld({ max: 20 });

/** A workspace in which `tickets` tickets were made and moved. */
async function busyWorkspace(tickets: number) {
  const { owner, at, project, workspace } = await world.project();
  await Promise.all(
    Array.from({ length: tickets }, async (_, i) => {
      const { id } = await owner.api.tickets.create({
        ...at,
        projectId: project.id,
        title: `T${i}`,
      });
      await owner.api.tickets.transition({ ...at, ticketId: id, to: "in_progress" });
    }),
  );
  return { owner, at, project, workspace, entries: 2 + 2 * tickets };
}

const outbox = (workspaceId: string) =>
  world.owner
    .select()
    .from(events)
    .where(eq(events.workspaceId, workspaceId))
    .orderBy(asc(events.seq));

describe("the audit log", () => {
  test("says what the outbox says, in its order and with its numbers", async () => {
    const { owner, at, entries } = await busyWorkspace(5);
    expect((await owner.api.audit.list(at)).items).toEqual([]);
    await auditPending(world.db);
    const { items } = await owner.api.audit.list({ ...at, limit: 100 });
    const copied = items.reverse().map(({ hash: _, ...entry }) => ({ ...at, ...entry }));
    expect(copied).toEqual(await outbox(at.workspaceId));
    expect(await owner.api.audit.verify(at)).toEqual({
      ...{ ok: true, checked: entries, firstBad: null, head: items.at(-1)!.hash },
    });
  });

  test("is for those who run the workspace", async () => {
    const { workspace, at } = await world.project();
    const member = await workspace.as("member");
    for (const ask of [member.api.audit.list, member.api.audit.verify]) {
      await expect(ask(at)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    const admin = await workspace.as("admin");
    expect(await admin.api.audit.verify(at)).toMatchObject({ ok: true });
  });

  test("is read in pages, the newest first", async () => {
    const { owner, at, entries } = await busyWorkspace(4);
    await auditPending(world.db);
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await owner.api.audit.list({ ...at, limit: 3, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map(({ seq }) => seq));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(Array.from({ length: entries }, (_, i) => entries - i));
    const other = await world.project();
    await auditPending(world.db);
    const { nextCursor } = await owner.api.audit.list({ ...at, limit: 1 });
    await expect(
      other.owner.api.audit.list({ ...other.at, cursor: nextCursor! }),
    ).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });

  test("is written once by four workers at once, while people work", async () => {
    const { owner, at, project } = await world.project();
    let working = true;
    const workers = Array.from({ length: 4 }, async () => {
      while (working) await auditPending(world.db);
    });
    await Promise.all(
      Array.from({ length: 60 }, (_, i) =>
        owner.api.tickets.create({ ...at, projectId: project.id, title: `T${i}` }),
      ),
    );
    working = false;
    await Promise.all(workers);
    await auditPending(world.db);
    expect(await owner.api.audit.verify(at)).toMatchObject({ ok: true, checked: 62 });
  });

  test("goes on where it ended after a worker was killed in the middle", async () => {
    const { owner, at, project } = await busyWorkspace(3);
    await auditPending(world.db);
    await owner.api.tickets.create({ ...at, projectId: project.id, title: "One more" });
    const killed = await world.owner.transaction(async (tx) => {
      // The worker holds its cursor and is about to write.
      await tx.execute(sql`lock table audit_log in share mode`);
      const dying = projectAudit(world.db, at.workspaceId).then(
        () => "done",
        () => "died",
      );
      await expect
        .poll(
          () =>
            waiting(sql`select count(*)::int as count from pg_locks where not granted
          and relation = 'audit_log'::regclass`),
          { interval: 5 },
        )
        .toBe(1);
      // Another worker passes by meanwhile, and does not wait.
      expect(await projectAudit(world.db, at.workspaceId)).toBe(0);
      await world.owner.execute(sql`select pg_terminate_backend(pid) from pg_locks
        where not granted and relation = 'audit_log'::regclass`);
      return dying;
    });
    expect(killed).toBe("died");
    expect(await owner.api.audit.verify(at)).toMatchObject({ ok: true, checked: 8 });
    expect(await projectAudit(world.db, at.workspaceId)).toBe(1);
    expect(await owner.api.audit.verify(at)).toMatchObject({ ok: true, checked: 9 });
  });

  test("of one workspace is written though that of another cannot be", async () => {
    const [broken, sound] = [await busyWorkspace(1), await busyWorkspace(1)];
    const refuse = `refuse_${Date.now()}`;
    await world.owner.execute(
      sql.raw(`alter table audit_log add constraint ${refuse}
      check (workspace_id <> '${broken.at.workspaceId}') not valid`),
    );
    await expect(auditPending(world.db)).rejects.toMatchObject({ cause: { code: "23514" } });
    await world.owner.execute(sql.raw(`alter table audit_log drop constraint ${refuse}`));
    expect((await sound.owner.api.audit.list(sound.at)).items).toHaveLength(4);
    expect((await broken.owner.api.audit.list(broken.at)).items).toEqual([]);
  });

  const waiting = async (query: SQL) =>
    (await world.owner.execute<{ count: number }>(query))[0]!.count;
});

describe("verifying", () => {
  let workspaceId: string;
  let entries: number;
  beforeAll(async () => {
    const made = await busyWorkspace(10);
    ({ workspaceId } = made.at);
    entries = made.entries;
    await auditPending(world.db);
  });

  /** The verdict on a log that someone with every right has been at. */
  const after = (damage: (tx: Tx) => Promise<unknown>) =>
    asSuperuser(world.owner, async (tx) => {
      await damage(tx);
      return verifyAudit(tx, workspaceId);
    });
  const entry = (seq: number) => sql`workspace_id = ${workspaceId} and seq = ${seq}`;

  test("names the entry of which one thing was altered, a hundred times of a hundred", async () => {
    const alterations = {
      type: sql`type = overlay(type placing '!' from 1 for 1)`,
      actor: sql`actor_id = gen_random_uuid()`,
      kind: sql`actor_kind = actor_kind || 'x'`,
      request: sql`request_id = request_id || ' '`,
      moment: sql`at = at + interval '1 millisecond'`,
      subject: sql`subject = subject || '{"kind":"project"}' || '{"more":1}'`,
      version: sql`version = coalesce(version, 0) + 1`,
      changes: sql`changes = changes || '{"title":["a","b"]}'`,
      hash: sql`hash = translate(hash, '0123456789', '1234567890')`,
    };
    const fields = Object.keys(alterations) as (keyof typeof alterations)[];
    const seed = Date.now() % 2 ** 31;
    const cases = fc.sample(
      fc.tuple(fc.integer({ min: 1, max: entries }), fc.constantFrom(...fields)),
      {
        numRuns: 100,
        seed,
      },
    );
    for (const [seq, field] of cases) {
      const verdict = await after((tx) =>
        tx.execute(sql`update audit_log set ${alterations[field]} where ${entry(seq)}`),
      );
      expect({ seed, field, seq, ...verdict }).toMatchObject({
        field,
        seq,
        ok: false,
        firstBad: seq,
      });
    }
  });

  test("names an entry that was taken out, wherever it stood", async () => {
    for (const seq of [1, 2, 7, entries]) {
      const verdict = await after((tx) =>
        tx.execute(sql`delete from audit_log where ${entry(seq)}`),
      );
      expect(verdict).toMatchObject({ ok: false, checked: entries - 1, firstBad: seq });
    }
    const emptied = await after((tx) =>
      tx.execute(sql`delete from audit_log where workspace_id = ${workspaceId}`),
    );
    expect(emptied).toMatchObject({ ok: false, checked: 0, firstBad: 1 });
  });

  test("names the first of two that changed places", async () => {
    const swap = async (tx: Tx, a: number, b: number) => {
      for (const [from, to] of [
        [a, -1],
        [b, a],
        [-1, b],
      ] as const) {
        await tx.execute(sql`update audit_log set seq = ${to} where ${entry(from)}`);
      }
    };
    expect(await after((tx) => swap(tx, 4, 5))).toMatchObject({ ok: false, firstBad: 4 });
    expect(await after((tx) => swap(tx, 2, entries))).toMatchObject({ ok: false, firstBad: 2 });
  });

  test("names an entry that was added", async () => {
    const add = sql`insert into audit_log select workspace_id, seq + 1, type, actor_id, actor_kind, request_id,
      at, subject, version, changes, hash from audit_log where ${entry(entries)}`;
    expect(await after((tx) => tx.execute(add))).toMatchObject({
      ok: false,
      firstBad: entries + 1,
    });
  });

  test("finds the entry behind one that was altered with its hash made anew", async () => {
    const anew = sql`update audit_log l set type = 'forged', hash = audit_hash(before.hash, l.workspace_id, l.seq,
      'forged', l.actor_id, l.actor_kind, l.request_id, l.at, l.subject, l.version, l.changes)
      from audit_log before where before.workspace_id = l.workspace_id and before.seq = l.seq - 1
        and l.workspace_id = ${workspaceId}`;
    expect(await after((tx) => tx.execute(sql`${anew} and l.seq = 6`))).toMatchObject({
      ok: false,
      firstBad: 7,
    });
    const last = await after((tx) => tx.execute(sql`${anew} and l.seq = ${entries}`));
    expect(last).toMatchObject({ ok: false, firstBad: entries });
  });

  test("does not depend on the settings of a session", async () => {
    const verdict = await after(async (tx) => {
      await tx.execute(sql`set local timezone = 'Asia/Kathmandu'`);
      await tx.execute(sql`set local datestyle = 'German'`);
    });
    expect(verdict).toMatchObject({ ok: true, checked: entries });
  });
});
