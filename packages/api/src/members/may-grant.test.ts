import { workspaceRoles } from "@slacky/db/vocabulary";
import { expect, test } from "vitest";

import { mayGrant } from "./may-grant";

test("a role is granted by the same role or a higher one", () => {
  const grid = workspaceRoles.map((own) => workspaceRoles.filter((role) => mayGrant(own, role)));
  expect(grid).toEqual([
    ["viewer"],
    ["viewer", "member"],
    ["viewer", "member", "admin"],
    ["viewer", "member", "admin", "owner"],
  ]);
});
