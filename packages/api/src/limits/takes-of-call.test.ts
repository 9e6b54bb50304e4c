import { expect, test } from "vitest";

import { appRouter } from "../root";
import { limitedPaths, takesOfCall } from "./takes-of-call";

const call = { path: "tickets.list", userId: undefined, address: "192.0.2.1", input: undefined };
const names = (more: Partial<Parameters<typeof takesOfCall>[0]>) =>
  takesOfCall({ ...call, ...more }).map(({ limit }) => limit);

test("a call counts for its user, or for the address of somebody signed out", () => {
  expect(takesOfCall(call)).toEqual([{ limit: "stranger", key: "192.0.2.1" }]);
  expect(takesOfCall({ ...call, userId: "ada" })).toEqual([{ limit: "user", key: "ada" }]);
});

test("every path with a limit of its own is there", () => {
  const paths = limitedPaths.filter((path) => path !== "imports");
  for (const path of paths) expect(appRouter._def.procedures).toHaveProperty([path]);
});

test("a sign-in counts for the address and for the account, however that is written", () => {
  const takes = (email: unknown) => takesOfCall({ ...call, path: "auth.token", input: { email } });
  expect(takes("ada@example.test").map(({ limit }) => limit)).toEqual([
    "stranger",
    "signInFromAddress",
    "signInToAccount",
  ]);
  expect(takes(" ADA@Example.test ")).toEqual(takes("ada@example.test"));
  expect(takes("ben@example.test")).not.toEqual(takes("ada@example.test"));
  expect(JSON.stringify(takes("ada@example.test"))).not.toContain("ada");
});

test.each([undefined, null, 1, "text", [], {}, { email: ["a"] }])(
  "a sign-in with the input %j still counts for the address",
  (input) => {
    expect(names({ path: "auth.token", input })).toEqual(["stranger", "signInFromAddress"]);
  },
);

test.each([
  ["auth.register", "register"],
  ["auth.changePassword", "passwordAgain"],
  ["auth.closeAccount", "passwordAgain"],
  ["invites.create", "invite"],
  ["invites.accept", "invite"],
  ["audit.verify", "verifyAudit"],
  ["imports", "import"],
])("%s counts as %s too", (path, limit) => {
  expect(names({ path, userId: "ada" })).toEqual(["user", limit]);
});

test.each(["constructor", "__proto__", "toString"])("the path %s is like any other", (path) => {
  expect(names({ path })).toEqual(["stranger"]);
});
