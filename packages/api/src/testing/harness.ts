import { randomUUID } from "node:crypto";
import { openSession } from "@slacky/auth";
import { type Db, transaction } from "@slacky/db";
import { memberships, users } from "@slacky/db/schema";
import { openTestDb, type TestDb } from "@slacky/db/testing/databases";
import type { WorkspaceRole } from "@slacky/db/vocabulary";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect } from "vitest";
import type { Limiter } from "../limits/limiter";
import { createCaller } from "../root";
import type { Context } from "../trpc/context";

export const SECRET = "a secret of the tests, long enough to be one";

/** Tests make more calls in a second than people do; those of the limits bring a limiter. */
const unlimited: Limiter = { take: async () => null };

export type Caller = ReturnType<typeof createCaller>;

/** Someone signed in, and the API as they see it. */
export type Person = { id: string; email: string; name: string; api: Caller; context: Context };

/** A database for this file, acted on as in production, and ways to stand people in it. */
export function useTestWorld({ max = 10 } = {}) {
  let opened: TestDb;
  let count = 0;
  beforeAll(async () => {
    opened = await openTestDb({ max });
  });
  afterAll(() => opened.close());

  const unsigned = (): Context => ({
    ...{
      db: world.db,
      session: null,
      requestId: "test",
      secret: SECRET,
      appUrl: "http://localhost:3000",
      idempotencyKey: null,
      address: "192.0.2.1",
      limiter: unlimited,
    },
  });

  const world = {
    /** As the application's role. */
    get db(): Db {
      return opened.db;
    },
    /** As the owner of the tables, before whom the wall does not stand: for arranging and checking. */
    get owner(): Db {
      return opened.owner;
    },

    /** A new person, signed in. */
    async person(name = `Person ${++count}`): Promise<Person> {
      const id = uuidv7();
      const email = `${randomUUID()}@example.test`;
      await world.db.insert(users).values({ id, name, email });
      return { id, email, name, ...(await world.session(id)) };
    },

    /** Another session of a person. */
    async session(userId: string): Promise<{ api: Caller; context: Context }> {
      const { sessionId } = await openSession(world.db, userId, "bearer");
      const session = { userId, sessionId, kind: "bearer" } as const;
      const context: Context = { ...unsigned(), session };
      return { api: createCaller(context), context };
    },

    signedOut: () => createCaller(unsigned()),

    /** A workspace, its owner, and a way to let others in. */
    async workspace() {
      const owner = await world.person();
      const workspace = await owner.api.workspaces.create({ name: `Workspace ${++count}` });
      return {
        ...workspace,
        owner,
        /** A new person with this role here. */
        async as(role: WorkspaceRole): Promise<Person> {
          const person = await world.person();
          await owner.api.members.add({ workspaceId: workspace.id, email: person.email, role });
          return person;
        },
        /** Ends a membership, as removing someone does. */
        end: (userId: string) =>
          world.owner
            .update(memberships)
            .set({ endedAt: new Date().toISOString() })
            .where(and(eq(memberships.workspaceId, workspace.id), eq(memberships.userId, userId))),
      };
    },

    /** A project of a new workspace, with its owner at hand. */
    async project() {
      const workspace = await world.workspace();
      const project = await workspace.owner.api.projects.create({
        workspaceId: workspace.id,
        name: "Engineering",
      });
      return { workspace, project, owner: workspace.owner, at: { workspaceId: workspace.id } };
    },

    /**
     * Starts `work` while `statement` has been executed by someone who has not committed, waits until
     * it queues for their lock, does what happens `meanwhile`, lets them commit, and tells how it ended: "ok", or the error's code.
     */
    async whileUncommitted(
      statement: SQL,
      work: () => Promise<unknown>,
      meanwhile: () => Promise<unknown> = async () => {},
    ): Promise<string> {
      let outcome = Promise.resolve("");
      await transaction(opened.owner, "write", async (tx) => {
        await tx.execute(statement);
        outcome = work().then(
          () => "ok",
          (error: { code: string }) => error.code,
        );
        const blocked = sql`select 1 from pg_stat_activity
          where wait_event_type = 'Lock' and datname = current_database()`;
        const settled = outcome.then((code) => `did not wait: ${code}`);
        await expect
          .poll(
            async () =>
              (await opened.owner.execute(blocked)).length > 0
                ? "waits"
                : Promise.race([settled, "runs"]),
            { interval: 5, timeout: 1500 },
          )
          .not.toBe("runs");
        await meanwhile();
      });
      return outcome;
    },
  };
  return world;
}
