import AxeBuilder from "@axe-core/playwright";

import { expect, screens, settled, test } from "../fixtures/screens";

for (const screen of screens) {
  test(`axe finds nothing wrong with the page ${screen.name}, in light or dark`, async ({
    show,
  }) => {
    const { page, open } = await show(screen);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await open(page);
      await settled(page);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => ({ colorScheme, id, target, failureSummary })),
      );
      expect(found).toEqual([]);
    }
  });
}
