import { boardPath, card, cardsOf, drag, lane, pickFromMenu } from "../fixtures/board";
import type { Api } from "../fixtures/person";
import { expect, test } from "../fixtures/world";

async function threeTickets(api: Api, workspaceId: string) {
  const project = await api.projects.create.mutate({ workspaceId, name: "Engine", key: "ENG" });
  const tickets = [];
  for (const title of ["Punch the cards", "Oil the wheels", "Turn the crank"]) {
    const input = { workspaceId, projectId: project.id, title };
    tickets.push(await api.tickets.create.mutate(input));
  }
  return { project, tickets };
}

for (const way of ["drag", "menu"] as const) {
  test(`a stale board that moves a card by ${way} is refused and shows where the card is`, async ({
    api,
    workspace,
    pageAs,
  }) => {
    const { project, tickets } = await threeTickets(api, workspace.id);
    const page = await pageAs("member");
    await page.goto(boardPath(workspace, project));
    await expect(card(lane(page, "Open"), "ENG-2")).toBeVisible();

    const { id: ticketId } = tickets[1]!;
    for (const to of ["in_progress", "resolved"]) {
      await api.tickets.transition.mutate({ workspaceId: workspace.id, ticketId, to });
    }
    if (way === "menu") await pickFromMenu(page, "ENG-2", "In progress");
    else await drag(page, card(page, "ENG-2"), lane(page, "In progress"));

    const toast = page.getByRole("listitem").filter({ hasText: "ENG-2 was not moved" });
    await expect(toast).toContainText("A ticket in Resolved cannot go to In progress");
    await expect(card(lane(page, "Resolved"), "ENG-2")).toBeVisible();
    await expect(page.getByText("Last change not saved")).toBeVisible();
    expect(await cardsOf(lane(page, "Open"))).toEqual([
      "ENG-1 Punch the cards",
      "ENG-3 Turn the crank",
    ]);
  });
}

for (const { answer, why } of [
  {
    answer: { status: 500, contentType: "text/html", body: "<h1>Bad gateway</h1>" },
    why: "The server could not be reached",
  },
  {
    answer: {
      status: 409,
      json: [
        {
          error: {
            message: "Busy",
            code: -32009,
            data: { code: "CONFLICT", httpStatus: 409, path: "tickets.move" },
          },
        },
      ],
    },
    why: "Someone else changed this at the same time",
  },
]) {
  test(`a move answered with ${answer.status} goes back to its place, and can be tried again`, async ({
    api,
    workspace,
    pageAs,
  }) => {
    const { project } = await threeTickets(api, workspace.id);
    const page = await pageAs("member");
    await page.goto(boardPath(workspace, project));
    const open = lane(page, "Open");
    await expect(card(open, "ENG-2")).toBeVisible();
    const before = await cardsOf(open);

    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route("**/api/trpc/tickets.move*", async (route) => {
      await held;
      await route.fulfill(answer);
    });
    await drag(page, card(open, "ENG-2"), lane(page, "In progress"));
    await expect(card(lane(page, "In progress"), "ENG-2")).toBeVisible();
    await expect(page.getByText("Saving…")).toBeVisible();
    release();

    const toast = page.getByRole("listitem").filter({ hasText: "ENG-2 was not moved" });
    await expect(toast).toContainText(why);
    await expect(page.getByText("Last change not saved")).toBeVisible();
    await expect(card(open, "ENG-2")).toBeVisible();
    expect(await cardsOf(open)).toEqual(before);

    await page.unroute("**/api/trpc/tickets.move*");
    await toast.getByRole("button", { name: "Try again" }).click();
    await expect(card(lane(page, "In progress"), "ENG-2")).toBeVisible();
    await expect(page.getByText("Saved", { exact: true })).toBeVisible();
    await page.reload();
    await expect(card(lane(page, "In progress"), "ENG-2")).toBeVisible();
  });
}
