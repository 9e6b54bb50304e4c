import { copyFileSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { screens, settled, test } from "../fixtures/screens";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

for (const screen of screens) {
  test(`pictures of the page ${screen.name}`, async ({ show }) => {
    const { page, open } = await show(screen);
    for (const size of sizes) {
      for (const colorScheme of ["light", "dark"] as const) {
        await page.setViewportSize(size);
        await page.emulateMedia({ colorScheme });
        await open(page);
        await settled(page);
        const path = at(`../screenshots/${screen.name}-${size.width}-${colorScheme}.png`);
        await page.screenshot({ path });
        if (screen.name === "board" && size.width === 1440) keepForReadme(path, colorScheme);
      }
    }
  });
}

function keepForReadme(picture: string, colorScheme: "light" | "dark") {
  mkdirSync(at("../../docs/images"), { recursive: true });
  const name = colorScheme === "light" ? "board.png" : "board-dark.png";
  copyFileSync(picture, at(`../../docs/images/${name}`));
}
