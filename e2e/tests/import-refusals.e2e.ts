import { createWriteStream } from "node:fs";
import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";

import { chooseFile, csv, importFile } from "../fixtures/jira-file";
import { expect, test } from "../fixtures/world";

const MEGABYTE = 1024 * 1024;
const header = "Issue key,Summary,Status,Project key,Project name,Description\n";
const row = (number: number) => `RAIN-${number},Gauge ${number},Open,RAIN,Rain gauges,`;

for (const { what, file, says } of [
  {
    what: "a picture",
    file: csv(Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "picture.csv"),
    says: "This is not a text file",
  },
  { what: "JSON", file: csv('[{"key":"RAIN-1"}]'), says: "This is JSON, not a CSV file" },
  {
    what: "a file with a broken quote",
    file: csv(`${header}${row(1)}dry\n${row(2)}"never closed\n${row(3)}wet\n`),
    says: "line 3",
  },
  { what: "a file with nothing but its header", file: csv(header), says: "has no tickets" },
]) {
  test(`${what} is refused with a sentence, and nothing is imported`, async ({
    api,
    workspace,
    pageAs,
  }) => {
    const page = await pageAs("member");
    await page.goto(`/w/${workspace.slug}/import`);
    await importFile(page, file);
    const alert = page.getByRole("alert").filter({ hasText: "The file was not imported" });
    await expect(alert).toContainText(says);
    await page.goto(`/w/${workspace.slug}`);
    await expect(page.getByRole("heading", { name: "No projects yet" })).toBeVisible();
    expect((await api.projects.list.query({ workspaceId: workspace.id })).items).toEqual([]);
  });
}

test("an empty file and one of 200 MB are refused before a byte is sent", async ({
  api,
  workspace,
  pageAs,
}, testInfo) => {
  const page = await pageAs("member");
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/api/imports")) sent.push(request.url());
  });
  await page.goto(`/w/${workspace.slug}/import`);
  await chooseFile(page, csv("", "empty.csv"));
  await expect(page.getByRole("alert").filter({ hasText: "empty.csv is empty." })).toBeVisible();

  const path = testInfo.outputPath("huge.csv");
  const huge = await open(path, "w");
  await huge.write(header);
  await huge.truncate(200 * MEGABYTE);
  await huge.close();
  await chooseFile(page, path);
  const alert = page.getByRole("alert").filter({ hasText: "huge.csv is 200 MB" });
  await expect(alert).toContainText("the most is 100 MB");
  await expect(page.getByRole("button", { name: "Import", exact: true })).toHaveCount(0);
  expect(sent).toEqual([]);
  expect((await api.projects.list.query({ workspaceId: workspace.id })).items).toEqual([]);
});

test("200 MB of rows that hide in a small archive are refused while they are read", async ({
  api,
  workspace,
  pageAs,
}, testInfo) => {
  const path = testInfo.outputPath("rows.csv.gz");
  await pipeline(
    Readable.from(rows(200 * MEGABYTE)),
    createGzip({ level: 1 }),
    createWriteStream(path),
  );
  const page = await pageAs("member");
  await page.goto(`/w/${workspace.slug}/import`);
  await importFile(page, path);
  const alert = page.getByRole("alert").filter({ hasText: "The file was not imported" });
  await expect(alert).toContainText("larger than 100 MB when unpacked", { timeout: 100_000 });
  expect((await api.projects.list.query({ workspaceId: workspace.id })).items).toEqual([]);
});

function* rows(size: number) {
  yield header;
  const description = "drizzle ".repeat(1000);
  for (let number = 1, written = 0; written < size; number++) {
    const line = `${row(number)}${description}\n`;
    written += line.length;
    yield line;
  }
}

test("importing the same file twice says that nothing changed", async ({
  api,
  workspace,
  pageAs,
}) => {
  const page = await pageAs("member");
  await page.goto(`/w/${workspace.slug}/import`);
  const file = csv(`${header}${row(1)}dry\n${row(2)}wet\n`);
  await importFile(page, file);
  await expect(page.getByRole("heading", { name: "2 tickets imported" })).toBeVisible();
  await page.getByRole("button", { name: "Import another file" }).click();
  await importFile(page, file);
  await expect(
    page.getByRole("heading", { name: "Nothing changed: everything in this file is here already" }),
  ).toBeVisible();
  const { items } = await api.tickets.list.query({ workspaceId: workspace.id });
  expect(items.map(({ key }) => key).toSorted()).toEqual(["RAIN-1", "RAIN-2"]);
});
