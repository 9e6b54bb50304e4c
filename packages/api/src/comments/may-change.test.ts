import { workspaceRoles } from "@slacky/db/vocabulary";
import { expect, test } from "vitest";

import { mayChangeComment } from "./may-change";

test("its author, or who moderates, changes a comment", () => {
  const may = (userId: string) =>
    workspaceRoles.filter((role) => mayChangeComment({ userId, role }, { authorId: "ana" }));
  expect([may("ana"), may("ben")]).toEqual([[...workspaceRoles], ["admin", "owner"]]);
});
