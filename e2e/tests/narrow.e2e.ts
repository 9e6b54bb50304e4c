import { lane } from "../fixtures/board";
import { expect, screens, settled, test } from "../fixtures/screens";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

for (const screen of screens) {
  test(`the page ${screen.name} fits a phone without scrolling sideways`, async ({ show }) => {
    const { page, open } = await show(screen);
    await open(page);
    await settled(page);
    const wider = await page.evaluate(() =>
      [document.documentElement, document.querySelector("main")!]
        .filter((element) => element.scrollWidth > element.clientWidth)
        .map(({ tagName, scrollWidth, clientWidth }) => ({ tagName, scrollWidth, clientWidth })),
    );
    expect(wider).toEqual([]);
  });
}

test("a phone shows one column of the board at a time, and leads to the others", async ({
  show,
}) => {
  const board = screens.find(({ name }) => name === "board")!;
  const { page, open } = await show(board);
  await open(page);
  const [first, second] = [lane(page, "Open"), lane(page, "In progress")];
  await expect(first).toBeInViewport({ ratio: 0.95 });
  await expect(second).not.toBeInViewport();
  await page
    .getByRole("navigation", { name: "Columns" })
    .getByRole("button", { name: /^In progress/ })
    .tap();
  await expect(second).toBeInViewport({ ratio: 0.95 });
  await expect(first).not.toBeInViewport();
});
