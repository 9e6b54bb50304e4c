import { boardPath, card, drag, lane, ticketPath } from "../fixtures/board";
import { expect, test } from "../fixtures/world";

test("a viewer sees everything, changes nothing and is told why", async ({
  api,
  workspace,
  pageAs,
}) => {
  const workspaceId = workspace.id;
  const project = await api.projects.create.mutate({ workspaceId, name: "Engine", key: "ENG" });
  const input = { workspaceId, projectId: project.id, title: "Punch the cards" };
  const ticket = await api.tickets.create.mutate({ ...input, description: "One by one." });
  const page = await pageAs("viewer");
  const writes: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") writes.push(request.url());
  });

  await page.goto(boardPath(workspace, project));
  await expect(page.getByText("View only: your role does not allow changes.")).toBeVisible();
  const create = page.getByRole("button", { name: "Create ticket" });
  await expect(create).toBeDisabled();
  await expect(create).toHaveAccessibleDescription("Your role does not allow creating tickets.");
  await expect(page.getByRole("button", { name: "Add ticket" })).toHaveCount(0);

  await drag(page, card(page, "ENG-1"), lane(page, "In progress"));
  await expect(card(lane(page, "Open"), "ENG-1")).toBeVisible();
  await card(page, "ENG-1").hover();
  await page.getByRole("button", { name: "Actions for ENG-1" }).click();
  const entry = page.getByRole("menuitem", { name: /^In progress/ });
  await expect(entry).toBeDisabled();
  await expect(entry).toContainText("Your role does not allow moving tickets.");

  await page.goto(ticketPath(workspace, ticket));
  await expect(page.getByText("One by one.")).toBeVisible();
  const why = "You can read this ticket. Changing it takes the role of a member.";
  for (const field of ["Status", "Priority", "Assignee", "Labels", "Due date"]) {
    const button = page.getByRole("button", { name: `${field}:` });
    await expect(button).toBeDisabled();
    await expect(button).toHaveAccessibleDescription(why);
  }
  await expect(page.getByRole("button", { name: "Edit description" })).toHaveCount(0);
  await expect(page.getByLabel("Comment, in Markdown")).toHaveCount(0);
  await expect(page.getByText("Commenting takes the role of a member.")).toBeVisible();
  await page.getByRole("button", { name: "More actions" }).click();
  await expect(page.getByRole("menuitem", { name: /^Delete ticket/ })).toBeDisabled();
  expect(writes).toEqual([]);
});
