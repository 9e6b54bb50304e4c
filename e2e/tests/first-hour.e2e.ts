import { boardPath, card, cardsOf, drag, lane, pickFromMenu } from "../fixtures/board";
import { importFile, jiraFile } from "../fixtures/jira-file";
import { apiAs, newAccount, newPerson } from "../fixtures/person";
import { expect, test } from "../fixtures/world";

test("a newcomer registers, imports a Jira export and moves its cards", async ({
  page,
  pageOf,
}) => {
  const account = newAccount("Nora Newcomer");
  await page.goto("/");
  await page.getByRole("link", { name: "Create an account" }).click();
  await page.getByLabel("Name").fill(account.name);
  await page.getByLabel("E-mail").fill(account.email);
  await page.getByLabel("Password", { exact: true }).fill(account.password);
  await page.getByRole("button", { name: "Create account" }).click();

  await page.getByLabel("Workspace name").fill("Weather watchers");
  await page.getByRole("button", { name: "Create workspace" }).click();
  await expect(page.getByRole("heading", { name: "No projects yet" })).toBeVisible();

  await page.getByRole("main").getByRole("link", { name: "Import from Jira" }).click();
  await importFile(page, jiraFile);
  await expect(page.getByRole("heading", { name: /^\d+ tickets imported$/ })).toBeVisible();
  const losses = page.getByRole("region", { name: "What was not taken over" }).getByRole("row");
  await expect(losses.first()).toHaveText(/Column.*Why.*Cells/);
  expect(await losses.count()).toBeGreaterThan(1);
  for (const row of (await losses.all()).slice(1)) {
    await expect(row.getByRole("cell").last()).toHaveText(/^[1-9][\d,]*$/);
  }

  await page.getByRole("link", { name: /^Board of / }).click();
  // The two files name their states as their projects do.
  const open = lane(page, /^(Open|To Do)$/);
  const inProgress = lane(page, /^In progress$/i);
  await expect(open.getByRole("listitem").first()).toBeVisible();
  const [dragged, picked] = (await cardsOf(open)).map((name) => name.split(" ")[0]!);
  await drag(page, card(open, dragged!), inProgress);
  await expect(card(inProgress, dragged!)).toBeVisible();
  await pickFromMenu(page, picked!, /^In progress$/i);
  await expect(card(inProgress, picked!)).toBeVisible();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();

  const { email, password } = account;
  const { token } = await apiAs().auth.token.mutate({ email, password });
  const { workspaces } = await apiAs(token).auth.me.query();
  const workspace = workspaces[0]!;
  const colleague = await newPerson("Cora Colleague");
  const member = { workspaceId: workspace.id, email: colleague.email, role: "member" } as const;
  await apiAs(token).members.add.mutate(member);
  const elsewhere = await pageOf(colleague);
  await elsewhere.goto(boardPath(workspace, { key: dragged!.split("-")[0]! }));
  await elsewhere.reload();
  for (const key of [dragged!, picked!]) {
    await expect(card(lane(elsewhere, /^In progress$/i), key)).toBeVisible();
  }

  await card(elsewhere, dragged!).click();
  await expect(elsewhere.getByRole("region", { name: "Activity" })).toContainText(
    /Nora Newcomer moved this from (Open|To Do) to In progress/i,
  );
});
