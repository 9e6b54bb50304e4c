import { newPerson } from "../fixtures/person";
import { expect, test } from "../fixtures/world";

test("an invite's link leads into the workspace, once", async ({ api, workspace, pageOf }) => {
  const person = await newPerson();
  const invite = { workspaceId: workspace.id, email: person.email, role: "member" } as const;
  const { pathname } = new URL((await api.invites.create.mutate(invite)).url);
  const page = await pageOf(person);
  await page.goto(pathname);
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page.getByRole("heading", { name: "Projects", level: 1 })).toBeVisible();

  await page.goto(pathname);
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page.getByRole("alert").first()).toHaveText("This invite has been used already");
});
