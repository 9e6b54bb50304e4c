import { describe, expect, test } from "vitest";

import { readEnv } from "./env";

const good = {
  DATABASE_URL: "postgres://slacky:pw@127.0.0.1:5432/slacky",
  AUTH_SECRET: "a-secret-for-tests-of-32-characters!",
};

function complaint(settings: Record<string, string | undefined>): string {
  try {
    readEnv(settings);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("The settings were taken");
}

describe("settings", () => {
  test("need a database and a secret, and nothing else", () => {
    expect(readEnv(good)).toEqual({
      ...good,
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: 3000,
      APP_URL: "http://localhost:3000",
      WORKER: "on",
      TRUSTED_PROXY_HOPS: 0,
      RATE_LIMIT_FACTOR: 1,
    });
  });

  test.each([
    [{ REDIS_URL: "http://host" }, "REDIS_URL must be an address such as redis://host:6379"],
    [
      { UPSTASH_REDIS_REST_URL: "https://name.upstash.io" },
      "UPSTASH_REDIS_REST_URL and UPSTASH_REDIS_REST_TOKEN must be set together",
    ],
    [{ TRUSTED_PROXY_HOPS: "one" }, "TRUSTED_PROXY_HOPS must be a whole number, 0 or more"],
    [{ TRUSTED_PROXY_HOPS: "-1" }, "TRUSTED_PROXY_HOPS must be a whole number, 0 or more"],
    [{ RATE_LIMIT_FACTOR: "0" }, "RATE_LIMIT_FACTOR must be a number above 0"],
    [{ RATE_LIMIT_FACTOR: "many" }, "RATE_LIMIT_FACTOR must be a number above 0"],
  ])("for the limits are looked at: %j", (settings, said) => {
    expect(complaint({ ...good, ...settings })).toContain(said);
  });

  test("left empty count as not made", () => {
    expect(readEnv({ ...good, PORT: "", APP_URL: "", HOST: "" })).toMatchObject({ PORT: 3000 });
  });

  test("are complained about all at once, in words", () => {
    const said = complaint({ DATABASE_URL: "mysql://x", PORT: "99999", APP_URL: "ftp://x" });
    expect(said).toBe(
      [
        "These settings are not right:",
        "  DATABASE_URL must be set, as postgres://user:password@host/name",
        "  AUTH_SECRET must be set",
        "  PORT must be a port number, from 1 to 65535",
        "  APP_URL must be an http or https address",
      ].join("\n"),
    );
  });

  test("are never repeated in a complaint: they may be secret", () => {
    const said = complaint({
      DATABASE_URL: "not-a-url-hunter2",
      AUTH_SECRET: "hunter2",
      PORT: "hunter2",
    });
    expect(said).toContain("AUTH_SECRET must be at least 32 characters");
    expect(said).toContain("PORT must be a port number");
    expect(said).not.toContain("hunter2");
  });

  test.each(["https://board.example.com", "https://board.example.com/"])(
    "take the address %s",
    (APP_URL) => {
      expect(readEnv({ ...good, APP_URL }).APP_URL).toBe("https://board.example.com");
    },
  );

  test.each(["https://example.com/board", "https://u:p@example.com", "https://example.com/?a=1"])(
    "refuse the address %s",
    (APP_URL) => {
      expect(complaint({ ...good, APP_URL })).toContain(
        "APP_URL must be an address without a path",
      );
    },
  );
});
