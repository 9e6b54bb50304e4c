import type { Page } from "@playwright/test";

import { boardPath, card } from "../fixtures/board";
import { type Account, newPerson } from "../fixtures/person";
import { expect, test } from "../fixtures/world";

async function fillSignIn(page: Page, { email, password }: Omit<Account, "name">) {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

const signInHeading = (page: Page) => page.getByRole("heading", { name: "Sign in to Slacky" });

test("a wrong password is said to be wrong, whether or not there is such an account", async ({
  page,
}) => {
  const { email } = await newPerson();
  await page.goto("/sign-in");
  for (const attempt of [email, `nobody-${email}`]) {
    await fillSignIn(page, { email: attempt, password: "not the password" });
    const field = page.getByLabel("Password", { exact: true });
    await expect(field).toHaveAccessibleDescription(
      "That e-mail and password do not belong together.",
    );
    await expect(field).toBeFocused();
    await page.reload();
  }
});

test("registering with a taken address points at the e-mail field", async ({ page }) => {
  const { email } = await newPerson();
  await page.goto("/register");
  await page.getByLabel("Name").fill("Ada Again");
  await page.getByLabel("E-mail").fill(email.toUpperCase());
  await page.getByLabel("Password", { exact: true }).fill("another password");
  await page.getByRole("button", { name: "Create account" }).click();
  const field = page.getByLabel("E-mail");
  await expect(field).toHaveAccessibleDescription(/There is an account with this e-mail already/);
  await expect(field).toBeFocused();
});

test("signing out ends the session", async ({ workspace, pageAs }) => {
  const page = await pageAs("member");
  await page.goto(`/w/${workspace.slug}`);
  await page.getByRole("button", { name: /^Account:/ }).click();
  await page.getByRole("menuitem", { name: "Sign out", exact: true }).click();
  await expect(signInHeading(page)).toBeVisible();
  await page.goto(`/w/${workspace.slug}`);
  await expect(signInHeading(page)).toBeVisible();
});

test("signing out everywhere ends the session of another browser", async ({
  workspace,
  join,
  pageOf,
}) => {
  const person = await join("member");
  const [here, there] = [await pageOf(person), await pageOf(person)];
  for (const page of [here, there]) {
    await page.goto(`/w/${workspace.slug}`);
    await expect(page.getByRole("heading", { name: "Projects", level: 1 })).toBeVisible();
  }
  await here.getByRole("button", { name: /^Account:/ }).click();
  await here.getByRole("menuitem", { name: "Sign out everywhere" }).click();
  await expect(signInHeading(here)).toBeVisible();
  await there.reload();
  await expect(signInHeading(there)).toBeVisible();
});

test("a signed-out visit of a board leads through sign-in back to it", async ({
  api,
  workspace,
  join,
  page,
}) => {
  const workspaceId = workspace.id;
  const project = await api.projects.create.mutate({ workspaceId, name: "Engine", key: "ENG" });
  const input = { workspaceId, projectId: project.id, title: "Punch the cards" };
  await api.tickets.create.mutate(input);
  const person = await join("viewer");

  await page.goto(boardPath(workspace, project));
  await expect(signInHeading(page)).toBeVisible();
  await fillSignIn(page, person);
  await expect(card(page, "ENG-1")).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(boardPath(workspace, project));
});
