import { describe, expect, test } from "vitest";
import { readSettings, withoutSettings } from "./settings.mjs";

const read = (env: NodeJS.ProcessEnv) => readSettings(env, "/clone");

describe("settings", () => {
  test("are all optional", () => {
    const settings = read({});
    expect(settings).toMatchObject({ port: 3000, host: "127.0.0.1", url: "http://localhost:3000" });
    expect(settings.dataDir).toBeUndefined();
    expect(settings.env).toMatchObject({ PORT: "3000", APP_URL: "http://localhost:3000" });
  });

  test("an empty one counts as not set", () => {
    expect(read({ PORT: "", DATABASE_URL: "" })).toMatchObject({
      port: 3000,
      databaseUrl: undefined,
    });
  });

  test("every mistake is told at once, and no secret with it", () => {
    const wrong = {
      PORT: "70000",
      HOST: "not a host",
      DATABASE_URL: "mysql://root:hunter2@db/x",
      RATE_LIMIT_FACTOR: "-1",
      TRUSTED_PROXY_HOPS: "one",
      SMTP_URL: "mail.example.com",
      UPSTASH_REDIS_REST_URL: "https://name.upstash.io",
    };
    let message = "";
    try {
      read(wrong);
    } catch (error) {
      message = (error as Error).message;
    }
    for (const name of [...Object.keys(wrong), "AUTH_SECRET"]) expect(message).toContain(name);
    expect(message).not.toContain("hunter2");
  });

  test("a database elsewhere asks for a secret that was chosen", () => {
    const DATABASE_URL = "postgres://u:p@db/x";
    expect(() => read({ DATABASE_URL })).toThrow(/AUTH_SECRET is required/);
    expect(() => read({ DATABASE_URL, AUTH_SECRET: "short" })).toThrow(/at least 32/);
    expect(read({ DATABASE_URL, AUTH_SECRET: "s".repeat(32) }).databaseUrl).toBe(DATABASE_URL);
  });

  test.each([
    ["0.0.0.0", "http://localhost:3000"],
    ["::", "http://localhost:3000"],
    ["192.168.1.5", "http://192.168.1.5:3000"],
    ["fd00::5", "http://[fd00::5]:3000"],
  ])("listening on %s is announced as %s", (HOST, url) => {
    expect(read({ HOST }).url).toBe(url);
  });

  test("a data folder is found from the clone, not from where the command was given", () => {
    expect(read({ DATA_DIR: "elsewhere" }).dataDir).toBe("/clone/elsewhere");
  });

  test("none reaches the tests", () => {
    expect(withoutSettings({ PATH: "/bin", SMTP_URL: "x", S3_BUCKET: "x", DATA_DIR: "x" })).toEqual(
      {
        PATH: "/bin",
      },
    );
  });
});
