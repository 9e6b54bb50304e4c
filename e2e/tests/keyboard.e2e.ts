import type { Page } from "@playwright/test";

import { boardPath, card, lane } from "../fixtures/board";
import { pressUntilFocused } from "../fixtures/keys";
import { expect, test } from "../fixtures/world";

test("a ticket is found, moved, opened and edited without a mouse", async ({
  api,
  workspace,
  join,
  page,
}) => {
  const workspaceId = workspace.id;
  const project = await api.projects.create.mutate({ workspaceId, name: "Engine", key: "ENG" });
  for (const title of ["Punch the cards", "Oil the wheels"]) {
    await api.tickets.create.mutate({ workspaceId, projectId: project.id, title });
  }
  const { email, password } = await join("member");

  await page.goto(boardPath(workspace, project));
  await pressUntilFocused(page, "Tab", page.getByLabel("E-mail"));
  await page.keyboard.type(email);
  await page.keyboard.press("Tab");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");

  const first = card(lane(page, "Open"), "ENG-1");
  const second = card(page, "ENG-2");
  await expect(first).toBeVisible();
  await pressUntilFocused(page, "Tab", first);
  await page.keyboard.press("ArrowDown");
  await expect(second).toBeFocused();

  await page.keyboard.press("m");
  const menu = page.getByRole("menu", { name: "Actions for ENG-2" });
  await expect(menu).toBeVisible();
  const entry = menu.getByRole("menuitem", { name: "In progress", exact: true });
  await pressUntilFocused(page, "ArrowDown", entry);
  await page.keyboard.press("Enter");
  await expect(card(lane(page, "In progress"), "ENG-2")).toBeFocused();
  await expect(announced(page, "ENG-2 moved to In progress, position 1 of 1")).toBeAttached();

  await page.keyboard.press("Alt+Shift+ArrowRight");
  await expect(card(lane(page, "Resolved"), "ENG-2")).toBeFocused();
  await expect(announced(page, "ENG-2 moved to Resolved, position 1 of 1")).toBeAttached();
  await page.keyboard.press("ArrowLeft");
  await expect(first).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(second).toBeFocused();

  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Oil the wheels" })).toBeVisible();
  await page.keyboard.press("e");
  await expect(page.getByLabel("Description, in Markdown")).toBeFocused();
  await page.keyboard.type("Every *second* Monday.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Every second Monday.")).toBeVisible();
  await expect(page.getByText("Saving…")).toHaveCount(0);
  await page.reload();
  await expect(page.getByText("Every second Monday.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Status: Resolved" })).toBeVisible();
});

/** What a screen reader is told without the focus moving there. */
const announced = (page: Page, words: string) =>
  page.getByRole("status").filter({ hasText: words });
