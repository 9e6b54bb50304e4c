import { createReadStream, existsSync } from "node:fs";
import { expect, test } from "vitest";

import { parseJiraCsv } from "./jira/parse-jira-csv";
import { readUpload } from "./read-upload";
import { sniffCsv } from "./sniff-csv";

const data = new URL("../../../../../shared/data/", import.meta.url);

async function read(file: string) {
  const { head, bytes } = await readUpload(
    { body: createReadStream(new URL(file, data)) },
    new AbortController().signal,
  );
  return parseJiraCsv(bytes, sniffCsv(head).delimiter);
}

const withFile = (file: string) => test.skipIf(!existsSync(new URL(file, data)));

const exports: [
  string,
  { tickets: number; comments: number; unassigned: number; projects: number },
][] = [
  ["jira-csv-storm-small-derived.csv", { tickets: 60, comments: 76, unassigned: 53, projects: 1 }],
  [
    "jira-csv-storm-derived.csv.gz",
    { tickets: 1507, comments: 7987, unassigned: 429, projects: 1 },
  ],
  ["jira-csv-asf-native-2014.csv", { tickets: 100, comments: 0, unassigned: 13, projects: 27 }],
  ["jira-script-min-hive.csv", { tickets: 2164, comments: 0, unassigned: 2164, projects: 1 }],
  [
    "jira-csv-hive-derived.csv.gz",
    { tickets: 5292, comments: 37_687, unassigned: 1255, projects: 1 },
  ],
];

for (const [file, counts] of exports) {
  withFile(file)(`${file} is read whole`, { timeout: 120_000 }, async () => {
    const { tickets, rowErrorTotal, losses } = await read(file);
    expect(rowErrorTotal).toBe(0);
    expect({
      tickets: tickets.length,
      comments: tickets.reduce((sum, ticket) => sum + ticket.comments.length, 0),
      unassigned: tickets.filter((ticket) => ticket.assignee === null).length,
      projects: new Set(tickets.map((ticket) => ticket.projectKey)).size,
    }).toEqual(counts);
    expect(losses.filter((loss) => loss.reason === "Not readable as a date.")).toEqual([]);
  });
}

const foreign: [string, string][] = [
  ["github-rest-quic-snapshot1.json", "JSON"],
  ["github-rest-quic-INVALID-ratelimit.json", "JSON"],
  ["trello-board-japanese.json", "JSON"],
  ["jira-jsonl-nutch.jsonl", "JSON"],
  ["linear-csv-native-small.csv", "not a Jira export"],
  ["events-bugzilla-aspectj.csv", "not a Jira export"],
];

for (const [file, word] of foreign) {
  withFile(file)(`${file} is refused in words`, async () => {
    await expect(read(file)).rejects.toThrow(word);
  });
}
