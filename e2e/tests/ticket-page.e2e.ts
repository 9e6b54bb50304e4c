import type { Page } from "@playwright/test";

import { card, lane, ticketPath } from "../fixtures/board";
import type { Api } from "../fixtures/person";
import { expect, test } from "../fixtures/world";

async function oneTicket(api: Api, workspaceId: string, description = "") {
  const project = await api.projects.create.mutate({ workspaceId, name: "Engine", key: "ENG" });
  const input = { workspaceId, projectId: project.id, title: "Punch the cards", description };
  return api.tickets.create.mutate(input);
}

async function writeDescription(page: Page, text: string) {
  await page.getByRole("button", { name: /^(Add a|Edit) description$/ }).click();
  await page.getByLabel("Description, in Markdown").fill(text);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await saved(page);
}

async function saved(page: Page) {
  await expect(page.getByRole("button", { name: "Edit description" })).toBeVisible();
  await expect(page.getByText("Saving…")).toHaveCount(0);
}

test("every field of a ticket is edited where it stands", async ({
  api,
  workspace,
  join,
  pageAs,
}) => {
  const ticket = await oneTicket(api, workspace.id);
  await join("member", "Grace Colleague");
  const page = await pageAs("member");
  await page.goto(ticketPath(workspace, ticket));

  await page.getByRole("button", { name: "Punch the cards" }).click();
  await page.getByLabel("Title", { exact: true }).fill("Punch all the cards");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Punch all the cards" })).toBeVisible();

  await writeDescription(page, "## Steps\n\n- [x] *one*\n- [ ] two");
  await expect(page.getByRole("heading", { name: "Steps" })).toBeVisible();
  await expect(page.getByRole("checkbox")).toHaveCount(2);

  await page.getByRole("button", { name: "Priority: No priority" }).click();
  await page.getByRole("menuitemradio", { name: "Urgent" }).click();
  await page.getByRole("combobox", { name: "Assignee: Nobody" }).click();
  await page.getByRole("combobox", { name: "Search people" }).fill("grace");
  await page.getByRole("option", { name: "Grace Colleague" }).click();
  await page.getByRole("combobox", { name: "Labels: No labels" }).click();
  await page.getByRole("combobox", { name: "Search or create a label" }).fill("brass");
  await page.getByRole("option", { name: "Create label “brass”" }).click();
  await expect(page.getByRole("combobox", { name: "Labels: brass" })).toBeVisible();
  await page.keyboard.press("Escape");

  await page.getByLabel("Comment, in Markdown").fill("It **jams** on Tuesdays.");
  await page.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(page.getByRole("article").getByText("It jams on Tuesdays.")).toBeVisible();

  await page.reload();
  await expect(page.getByRole("heading", { name: "Punch all the cards" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Steps" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Priority: Urgent" })).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Assignee: Grace Colleague" })).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Labels: brass" })).toBeVisible();
  await expect(page.getByRole("article").getByText("It jams on Tuesdays.")).toBeVisible();
});

test("what looks like a program in a text stays text", async ({ api, workspace, pageAs }) => {
  const ticket = await oneTicket(api, workspace.id);
  const page = await pageAs("member");
  await page.goto(ticketPath(workspace, ticket));
  const hostile = [
    "<script>alert('script')</script>",
    "<img src=x onerror=\"alert('img')\">",
    "<iframe srcdoc=\"<script>parent.alert('iframe')</script>\"></iframe>",
    "[click me](javascript:alert('link'))",
    "![look](javascript:alert('image'))",
  ].join("\n\n");
  await writeDescription(page, hostile);
  await page.getByLabel("Comment, in Markdown").fill(hostile);
  await page.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(page.getByRole("article")).toBeVisible();
  await page.reload();

  for (const region of [
    page.getByRole("region", { name: "Description" }),
    page.getByRole("article"),
  ]) {
    await expect(region.getByText("<script>alert('script')</script>")).toBeVisible();
    await region.getByText("click me").click();
    await expect(region.getByRole("img", { name: /look|x/ })).toHaveCount(0);
  }
  // A dialog or an error in the console fails the test when its page closes.
});

test("two people who change the description see both texts, and choose", async ({
  api,
  workspace,
  pageAs,
}) => {
  const ticket = await oneTicket(api, workspace.id, "As it was.");
  const page = await pageAs("member");
  await page.goto(ticketPath(workspace, ticket));
  await page.getByRole("button", { name: "Edit description" }).click();
  await page.getByLabel("Description, in Markdown").fill("As I see it.");
  await api.tickets.update.mutate({
    workspaceId: workspace.id,
    ticketId: ticket.id,
    expectedVersion: ticket.version,
    patch: { description: "As they see it." },
  });
  await page.getByRole("button", { name: "Save", exact: true }).click();

  const notice = page
    .getByRole("alert")
    .filter({ hasText: "Someone else changed the description while you did" });
  await expect(notice).toContainText("As I see it.");
  await expect(notice).toContainText("As they see it.");
  await notice.getByRole("button", { name: "Keep mine" }).click();
  await expect(notice).toHaveCount(0);
  await saved(page);
  await page.reload();
  await expect(page.getByText("As I see it.")).toBeVisible();
  await expect(page.getByText("As they see it.")).toHaveCount(0);
});

test("a deleted ticket leaves the board, and undo brings it back", async ({
  api,
  workspace,
  pageAs,
}) => {
  const ticket = await oneTicket(api, workspace.id);
  const page = await pageAs("member");
  await page.goto(ticketPath(workspace, ticket));
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Delete ticket" }).click();

  const toast = page.getByRole("listitem").filter({ hasText: "ENG-1 deleted" });
  await expect(toast).toBeVisible();
  await expect(page.getByText("No tickets yet")).toBeVisible();
  await toast.getByRole("button", { name: "Undo" }).click();
  await expect(card(lane(page, "Open"), "ENG-1")).toBeVisible();
  await page.reload();
  await expect(card(lane(page, "Open"), "ENG-1")).toBeVisible();
});
