import { transaction } from "@slacky/db";
import { passwords, sessions, users } from "@slacky/db/schema";
import { openTestDb, type TestDb } from "@slacky/db/testing/databases";
import { eq, isNull, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openSession } from "./open-session";
import { hashPassword } from "./password";
import { revokeAllSessions, revokeSession } from "./revoke-sessions";
import { signIn } from "./sign-in";

let world: TestDb;
const ada = "01890000-0000-7000-8000-00000000000a";

beforeAll(async () => {
  world = await openTestDb();
  await world.db.insert(users).values({ id: ada, name: "Ada", email: "ada@example.test" });
  await world.db
    .insert(passwords)
    .values({ userId: ada, hash: await hashPassword("correct horse") });
});
afterAll(() => world.close());

test("the right password signs in, however the address is written", async () => {
  for (const email of ["ada@example.test", "  ADA@Example.TEST "]) {
    const session = await signIn(world.db, email, "correct horse", "bearer");
    expect(session).toMatchObject({ userId: ada });
    const [row] = await world.db.select().from(sessions).where(eq(sessions.id, session!.sessionId));
    expect(row).toMatchObject({ userId: ada, kind: "bearer", revokedAt: null });
  }
});

test("a password that is changed while it is verified opens no session", async () => {
  const before = await world.db.$count(sessions);
  let signingIn: ReturnType<typeof signIn> = Promise.resolve(null);
  await transaction(world.owner, "write", async (tx) => {
    await tx.update(passwords).set({ hash: "another" }).where(eq(passwords.userId, ada));
    signingIn = signIn(world.db, "ada@example.test", "correct horse", "browser");
    const waiting = sql`select 1 from pg_stat_activity
      where wait_event_type = 'Lock' and datname = current_database()`;
    await expect
      .poll(async () => (await world.owner.execute(waiting)).length, { interval: 5 })
      .toBeGreaterThan(0);
  });
  expect(await signingIn).toBeNull();
  expect(await world.db.$count(sessions)).toBe(before);
  const hash = await hashPassword("correct horse");
  await world.db.update(passwords).set({ hash }).where(eq(passwords.userId, ada));
});

test("a wrong password and an unknown address get the same answer", async () => {
  expect(await signIn(world.db, "ada@example.test", "wrong horse", "bearer")).toBeNull();
  expect(await signIn(world.db, "nobody@example.test", "correct horse", "bearer")).toBeNull();
});

test("a program's session lasts an hour, a browser's thirty days", async () => {
  for (const [kind, seconds] of [
    ["bearer", 3600],
    ["browser", 30 * 86_400],
  ] as const) {
    const before = Math.floor(Date.now() / 1000);
    const { sessionId, expiresAt } = await openSession(world.db, ada, kind);
    const [row] = await world.db.select().from(sessions).where(eq(sessions.id, sessionId));
    expect(row).toMatchObject({
      userId: ada,
      kind,
      revokedAt: null,
      expiresAt: expiresAt.toISOString(),
    });
    expect(expiresAt.getTime()).toBeGreaterThanOrEqual((before + seconds) * 1000);
    expect(expiresAt.getTime()).toBeLessThanOrEqual(Date.now() + seconds * 1000);
  }
});

test("signing out ends one session; signing out everywhere ends them all", async () => {
  const [one] = await Promise.all([
    openSession(world.db, ada, "browser"),
    openSession(world.db, ada, "bearer"),
  ]);
  const open = () =>
    world.db.select({ id: sessions.id }).from(sessions).where(isNull(sessions.revokedAt));
  const before = (await open()).length;
  await revokeSession(world.db, one.sessionId);
  expect(await open()).toHaveLength(before - 1);
  await revokeAllSessions(world.db, ada);
  expect(await open()).toHaveLength(0);
});
