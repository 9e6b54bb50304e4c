import { readClaims } from "@slacky/auth";
import { passwords, users } from "@slacky/db/schema";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import { SECRET, useTestWorld } from "../testing/harness";

const world = useTestWorld();
const credentials = { email: "ada@example.test", password: "correct horse" };
const ada = { ...credentials, name: "Ada" };

/** What a refused call says: its code, its sentence, and its reason. */
async function refusal(call: Promise<unknown>) {
  const error = await call.then(
    () => Promise.reject(new Error("The call went through")),
    (error: unknown) => error,
  );
  const { code, message, cause } = error as {
    code: string;
    message: string;
    cause?: { details?: { code?: string } };
  };
  return { code, message, reason: cause?.details?.code };
}

describe("registering", () => {
  test("makes a person who can get a token", async () => {
    const { userId } = await world
      .signedOut()
      .auth.register({ ...ada, email: " Ada@Example.TEST " });
    const [row] = await world.db.select().from(users).where(eq(users.id, userId));
    expect(row).toMatchObject({ name: "Ada", email: "ada@example.test" });

    const { token, expiresAt } = await world.signedOut().auth.token(credentials);
    expect(new Date(expiresAt).getTime()).toBeGreaterThan(Date.now());
    expect(
      await readClaims({ authorization: `Bearer ${token}`, cookie: null }, SECRET),
    ).toMatchObject({
      userId,
      kind: "bearer",
    });
  });

  test("keeps no password, only its hash", async () => {
    const kept = await world.owner.select().from(passwords);
    expect(kept[0]?.hash).toMatch(/^\$argon2id\$/);
    expect(JSON.stringify(kept)).not.toContain(ada.password);
  });

  test("twice with one address is a conflict, however it is written", async () => {
    for (const email of ["ada@example.test", "ADA@example.test"]) {
      const { code, reason } = await refusal(world.signedOut().auth.register({ ...ada, email }));
      expect({ code, reason }).toEqual({ code: "CONFLICT", reason: "email_taken" });
    }
  });

  test("with one address at once makes one person, and conflicts for the rest", async () => {
    const again = { ...ada, email: "race@example.test" };
    const all = await Promise.allSettled(
      Array.from({ length: 5 }, () => world.signedOut().auth.register(again)),
    );
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const codes = all.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
    expect(codes).toEqual(Array(4).fill("CONFLICT"));
  });

  test.each([
    ["a short password", { password: "1234567" }],
    ["a password over 256 characters", { password: "x".repeat(257) }],
    ["a NUL in the password", { password: "correct\0horse" }],
    ["a NUL in the name", { name: "A\0da" }],
    ["a blank name", { name: "  " }],
    ["a name over 200 characters", { name: "x".repeat(201) }],
    ["no e-mail address", { email: "ada" }],
    ["an e-mail address with a look-alike @", { email: "ada\uff20example.test" }],
    ["an unknown field", { role: "owner" }],
  ])("with %s is bad input", async (_what, wrong) => {
    const input = { ...ada, email: "new@example.test", ...wrong };
    expect((await refusal(world.signedOut().auth.register(input))).code).toBe("BAD_REQUEST");
  });
});

test("a wrong password and an unknown address are told the same, word for word", async () => {
  const answers = await Promise.all(
    [
      { ...credentials, password: "wrong horse" },
      { ...credentials, email: "nobody@example.test" },
      { ...credentials, email: "not an address" },
    ].map((input) => refusal(world.signedOut().auth.token(input))),
  );
  expect(answers[0]?.code).toBe("UNAUTHORIZED");
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
});

describe("someone signed in", () => {
  test("learns who they are and where", async () => {
    const person = await world.person("Grace");
    expect(await person.api.auth.me()).toEqual({
      user: { id: person.id, name: "Grace", email: person.email },
      workspaces: [],
    });
    const { id, slug } = await person.api.workspaces.create({ name: "Navy" });
    expect((await person.api.auth.me()).workspaces).toEqual([
      { id, slug, name: "Navy", role: "owner" },
    ]);
  });

  test("signs this session out, and the others stay", async () => {
    const person = await world.person();
    const elsewhere = await world.session(person.id);
    await person.api.auth.signOut();
    expect((await refusal(person.api.auth.me())).code).toBe("UNAUTHORIZED");
    expect((await elsewhere.api.auth.me()).user.id).toBe(person.id);
  });

  test("signs out everywhere, and nobody else does", async () => {
    const person = await world.person();
    const elsewhere = await world.session(person.id);
    const other = await world.person();
    await person.api.auth.signOutEverywhere();
    expect((await refusal(person.api.auth.me())).code).toBe("UNAUTHORIZED");
    expect((await refusal(elsewhere.api.auth.me())).code).toBe("UNAUTHORIZED");
    expect((await other.api.auth.me()).user.id).toBe(other.id);
  });
});

test("nobody is nobody", async () => {
  expect((await refusal(world.signedOut().auth.me())).code).toBe("UNAUTHORIZED");
  expect((await refusal(world.signedOut().auth.signOutEverywhere())).code).toBe("UNAUTHORIZED");
});
