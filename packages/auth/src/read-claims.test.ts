import { SignJWT } from "jose";
import { afterEach, describe, expect, test, vi } from "vitest";

import { cookieName } from "./cookie-name";
import { instanceId } from "./instance-id";
import { readClaims } from "./read-claims";
import { signBearer, signBrowser } from "./token";
import { tokenKey } from "./token-key";
import { recall, remember } from "./verified-tokens";

const secret = "a-secret-for-tests-of-32-characters!";
const userId = "01890000-0000-7000-8000-000000000001";
const sessionId = "01890000-0000-7000-8000-000000000002";
const inAnHour = () => new Date(Date.now() + 3_600_000);
const session = () => ({ userId, sessionId, expiresAt: inAnHour() });
const name = cookieName(instanceId(secret));

const asBearer = (token: string, cookie?: string) =>
  readClaims({ authorization: `Bearer ${token}`, cookie }, secret);
const asCookie = (token: string) =>
  readClaims({ authorization: null, cookie: `theme=dark; ${name}=${token}` }, secret);

describe("a good token", () => {
  test("says who is calling, as a bearer and as a cookie", async () => {
    expect(await asBearer(await signBearer(session(), secret))).toEqual({
      userId,
      sessionId,
      kind: "bearer",
    });
    expect(await asCookie(await signBrowser(session(), secret))).toEqual({
      userId,
      sessionId,
      kind: "browser",
    });
  });

  test("does not work as the other kind", async () => {
    expect(await asBearer(await signBrowser(session(), secret))).toBeNull();
    expect(await asCookie(await signBearer(session(), secret))).toBeNull();
  });

  test("does not work on another installation", async () => {
    const other = `${secret}, but another`;
    expect(await asBearer(await signBearer(session(), other))).toBeNull();
    expect(await asCookie(await signBrowser(session(), other))).toBeNull();
  });

  test("is read from the __Host- cookie and no other where there is https", async () => {
    const token = await signBrowser(session(), secret);
    const secureName = cookieName(instanceId(secret), { secure: true });
    const read = (cookie: string) =>
      readClaims({ authorization: null, cookie }, secret, { secure: true });
    expect(await read(`${name}=${token}`)).toBeNull();
    expect(await read(`${secureName}=${token}`)).toMatchObject({ userId });
  });
});

test("a bearer wins: the cookie beside it is not looked at, even when the bearer is no good", async () => {
  const cookie = `${name}=${await signBrowser(session(), secret)}`;
  for (const authorization of ["Bearer nonsense", "bearer", "Bearer ", "BEARER %"]) {
    expect(await readClaims({ authorization, cookie }, secret)).toBeNull();
  }
  const token = await signBearer({ ...session(), userId: sessionId }, secret);
  expect(await asBearer(token, cookie)).toMatchObject({ userId: sessionId, kind: "bearer" });
});

test("a proxy's own sign-in does not hide the cookie", async () => {
  const cookie = `${name}=${await signBrowser(session(), secret)}`;
  expect(await readClaims({ authorization: "Basic dTpw", cookie }, secret)).toMatchObject({
    userId,
  });
});

describe("a token seen before", () => {
  afterEach(() => void vi.useRealTimers());

  test("ends when it says, however often it was good", async () => {
    const token = await signBearer(session(), secret);
    expect(await asBearer(token)).toMatchObject({ userId });
    expect(await asBearer(token)).toMatchObject({ userId });
    vi.useFakeTimers({ now: Date.now() + 3_600_000, toFake: ["Date"] });
    expect(await asBearer(token)).toBeNull();
  });

  test("is still no token of the other kind, nor of another installation", async () => {
    const token = await signBearer(session(), secret);
    await asBearer(token);
    expect(await asCookie(token)).toBeNull();
    const elsewhere = `${secret}, but another`;
    expect(
      await readClaims({ authorization: `Bearer ${token}`, cookie: null }, elsewhere),
    ).toBeNull();
  });

  test("may be one of very many", async () => {
    const key = tokenKey(secret, "bearer");
    for (let i = 0; i < 10_001; i++) remember(key, `token ${i}`, i);
    expect([recall(key, "token 0"), recall(key, "token 10000")]).toEqual([undefined, 10_000]);
  });
});

describe("a bad token is nobody, and never an error", () => {
  test.each([
    ["empty", ""],
    ["a percent sign", "%"],
    ["a bad escape", "%E0%A4%A"],
    ["one part", "abc"],
    ["three parts of nothing", ".."],
    ["bytes", "\u0000\u0001"],
    ["a megabyte", "a".repeat(1_000_000)],
  ])("%s", async (_name, token) => {
    expect(await asBearer(token)).toBeNull();
    expect(await asCookie(token)).toBeNull();
  });

  test("tampered with", async () => {
    const [head, body, signature] = (await signBearer(session(), secret)).split(".");
    const claims = JSON.parse(Buffer.from(body!, "base64url").toString());
    const forged = Buffer.from(JSON.stringify({ ...claims, sub: sessionId })).toString("base64url");
    expect(await asBearer(`${head}.${forged}.${signature}`)).toBeNull();
    expect(await asBearer(`${head}.${body}.`)).toBeNull();
  });

  test("without a signature", async () => {
    const [, body] = (await signBearer(session(), secret)).split(".");
    const head = Buffer.from(JSON.stringify({ alg: "none" })).toString("base64url");
    expect(await asBearer(`${head}.${body}.`)).toBeNull();
  });

  test("expired", async () => {
    const expiresAt = new Date(Date.now() - 2000);
    expect(await asBearer(await signBearer({ ...session(), expiresAt }, secret))).toBeNull();
  });

  test.each([
    ["no expiry", (jwt: SignJWT) => jwt.setSubject(userId), { sid: sessionId }],
    ["no user", (jwt: SignJWT) => jwt.setExpirationTime("1h"), { sid: sessionId }],
    ["no session", (jwt: SignJWT) => jwt.setSubject(userId).setExpirationTime("1h"), {}],
    [
      "a session that is no id",
      (jwt: SignJWT) => jwt.setSubject(userId).setExpirationTime("1h"),
      { sid: "x" },
    ],
    [
      "a user that is no id",
      (jwt: SignJWT) => jwt.setSubject("x").setExpirationTime("1h"),
      { sid: sessionId },
    ],
  ])("signed by us with %s", async (_name, complete, claims) => {
    const jwt = complete(new SignJWT(claims).setProtectedHeader({ alg: "HS256" }));
    expect(await asBearer(await jwt.sign(tokenKey(secret, "bearer")))).toBeNull();
  });
});

test("two installations on one host keep their cookies apart", () => {
  expect(cookieName(instanceId(secret))).not.toBe(cookieName(instanceId("another")));
});
