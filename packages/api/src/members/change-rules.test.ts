import { workspaceRoles } from "@slacky/db/vocabulary";
import { expect, test } from "vitest";

import { assertMayChange, assertOwnerRemains } from "./change-rules";

const as = (role: (typeof workspaceRoles)[number]) => ({ userId: role, role });
const passes = (check: () => void) => {
  try {
    check();
    return true;
  } catch {
    return false;
  }
};

test("nobody changes who stands above, and nobody is raised above the one who raises", () => {
  for (const own of ["admin", "owner"] as const) {
    for (const target of workspaceRoles) {
      for (const to of workspaceRoles) {
        const legal = own === "owner" || (target !== "owner" && to !== "owner");
        expect(
          passes(() => assertMayChange(as(own), as(target), to)),
          `${own}: ${target} > ${to}`,
        ).toBe(legal);
      }
    }
  }
});

test("the last owner stays an owner", () => {
  expect(() => assertOwnerRemains(1, as("owner"), "admin")).toThrowError(/at least one owner/);
  expect(() => assertOwnerRemains(1, as("owner"))).toThrowError(/at least one owner/);
  expect(passes(() => assertOwnerRemains(2, as("owner")))).toBe(true);
  expect(passes(() => assertOwnerRemains(1, as("owner"), "owner"))).toBe(true);
  expect(passes(() => assertOwnerRemains(1, as("admin")))).toBe(true);
});
