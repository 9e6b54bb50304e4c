import { type WorkspaceRole, workspaceRoles } from "@slacky/db/vocabulary";
import type { AnyProcedure } from "@trpc/server";
import { describe, expect, test } from "vitest";

import { appRouter } from "../root";
import { type Caller, useTestWorld } from "../testing/harness";
import type { Meta } from "../trpc/init";
import { can } from "./permissions";

const world = useTestWorld();

/** Who may call what needs no workspace. Adding a line is a decision. */
const outsideWorkspaces: Record<string, "anyone" | "signed in"> = {
  "auth.register": "anyone",
  "auth.token": "anyone",
  "auth.me": "signed in",
  "auth.signOut": "signed in",
  "auth.updateProfile": "signed in",
  "auth.changePassword": "signed in",
  "auth.closeAccount": "signed in",
  "auth.signOutEverywhere": "signed in",
  "invites.accept": "signed in",
  "workspaces.create": "signed in",
};

// Keyed by dotted path at run time; the type says nested.
const all = appRouter._def.procedures as unknown as Record<string, AnyProcedure>;
const paths = Object.keys(all);
const inside = paths.filter((path) => !(path in outsideWorkspaces));

/**
 * The code someone gets for naming a workspace and nothing else. Membership is decided before a
 * feature's own input is read, so this is enough to ask any procedure, also one not yet written.
 */
async function answer(api: Caller, path: string, input: unknown): Promise<string> {
  const [feature = "", verb = ""] = path.split(".");
  const call = (api as never)[feature]?.[verb] as (input: unknown) => Promise<unknown>;
  return call(input).then(
    () => "OK",
    (error: { code: string }) => error.code,
  );
}

test("the list of procedures outside workspaces names no stranger", () => {
  expect(Object.keys(outsideWorkspaces).filter((path) => !paths.includes(path))).toEqual([]);
});

test.each(Object.entries(outsideWorkspaces))("%s is for %s", async (path, who) => {
  const code = await answer(world.signedOut(), path, undefined);
  expect(code === "UNAUTHORIZED").toBe(who === "signed in");
});

describe.each(inside)("%s", (path) => {
  const { permission } = (all[path]?._def.meta ?? {}) as Meta;

  test("names its permission", () => expect(permission).toBeDefined());

  test("answers the signed-out, a dead session, a stranger and one who left", async () => {
    const workspace = await world.workspace();
    const input = { workspaceId: workspace.id };
    expect(await answer(world.signedOut(), path, input)).toBe("UNAUTHORIZED");
    expect(await answer(world.signedOut(), path, {})).toBe("UNAUTHORIZED");

    const stranger = await world.person();
    expect(await answer(stranger.api, path, input)).toBe("NOT_FOUND");

    const former = await workspace.as("admin");
    await workspace.end(former.id);
    expect(await answer(former.api, path, input)).toBe("NOT_FOUND");

    const everywhere = await workspace.as("admin");
    await everywhere.api.auth.signOutEverywhere();
    expect(await answer(everywhere.api, path, input)).toBe("UNAUTHORIZED");
  });

  test("answers each role by the table", async () => {
    const workspace = await world.workspace();
    const asked: [WorkspaceRole, boolean][] = [];
    for (const role of workspaceRoles) {
      const { api } = await workspace.as(role);
      const code = await answer(api, path, { workspaceId: workspace.id });
      expect(["OK", "BAD_REQUEST", "FORBIDDEN"]).toContain(code);
      asked.push([role, code !== "FORBIDDEN"]);
    }
    expect(asked).toEqual(workspaceRoles.map((role) => [role, can(role, permission!)]));
  });
});

test("a stranger hears the same words as for a workspace that is not there", async () => {
  const workspace = await world.workspace();
  const { api } = await world.person();
  const heard = await Promise.all(
    [workspace.id, crypto.randomUUID()].map((workspaceId) =>
      api.tickets.list({ workspaceId }).catch((error: Error) => error.message),
    ),
  );
  expect(heard).toEqual(["Workspace not found", "Workspace not found"]);
});
