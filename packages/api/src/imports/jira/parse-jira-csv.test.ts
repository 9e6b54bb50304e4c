import { describe, expect, test } from "vitest";

import type { ParsedImport } from "../canonical";
import { parseJiraCsv } from "./parse-jira-csv";

async function* bytesOf(text: string, size = Number.POSITIVE_INFINITY) {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size)
    yield bytes.subarray(at, Math.min(at + size, bytes.length));
}

const parse = (...lines: string[]) => parseJiraCsv(bytesOf(lines.join("\n")));

const lossOf = ({ losses }: ParsedImport, column: string) =>
  losses.filter((loss) => loss.column === column);

describe("columns", () => {
  test("are found by name, in any order, case and version", async () => {
    const { tickets } = await parse(
      "STATUS, priority ,Key,Due date,summary,Due Date",
      'Open,Highest,"AB-1 ",,One,21/Oct/26 12:00 AM',
    );
    expect(tickets).toMatchObject([
      {
        externalId: "AB-1",
        projectKey: "AB",
        number: 1,
        title: "One",
        state: "Open",
        priority: "urgent",
        dueOn: "2026-10-21",
      },
    ]);
  });

  test("of one name are all read", async () => {
    const { tickets } = await parse(
      "Issue key,Summary,Labels,Labels,Comment,Labels,Comment",
      "AB-1,One,a,B,first,b c,second",
    );
    expect(tickets[0]).toMatchObject({
      labels: ["a", "B", "c"],
      comments: [{ body: "first" }, { body: "second" }],
    });
  });

  test("that are not taken are counted by their filled cells, and never quoted", async () => {
    const parsed = await parse(
      "Issue key,Summary,Sprint,Sprint,Votes,Parent id,Outward issue link (Blocks)",
      "AB-1,One,secret,secret,,7,AB-2",
      "AB-2,Two,secret,,,,",
    );
    expect(lossOf(parsed, "Sprint")).toMatchObject([{ count: 3 }]);
    expect(lossOf(parsed, "Votes")).toEqual([]);
    expect(lossOf(parsed, "Parent id")).toMatchObject([
      { count: 1, reason: "Links between tickets are not taken." },
    ]);
    expect(lossOf(parsed, "Outward issue link (Blocks)")).toMatchObject([{ count: 1 }]);
    expect(JSON.stringify(parsed.losses)).not.toContain("secret");
  });

  test("without end or with odd headings leave a report of bounded size", async () => {
    const names = Array.from({ length: 600 }, (_, index) => `Odd\0${index}`);
    const { losses } = await parse(
      ["Key", "Summary", "x".repeat(9000), ...names].join(),
      `AB-1,x,1${",1".repeat(600)}`,
    );
    expect(losses).toHaveLength(501);
    expect(losses.at(-1)).toMatchObject({ column: "Others", count: 101 });
    expect(losses[0]!.column).toHaveLength(200);
    expect(losses[1]!.column).toBe("Odd0");
  });

  test("key and summary are what makes it a Jira export", async () => {
    await expect(parse("ID,Team,Title", "ENG-1,Eng,One")).rejects.toThrow("not a Jira export");
    await expect(parse("Issue key,Title", "ENG-1,One")).rejects.toThrow("“Summary”");
    await expect(parse("")).rejects.toThrow("empty");
  });
});

describe("rows", () => {
  test("narrower than the header are filled up, wider ones are refused by line", async () => {
    const parsed = await parse(
      "Issue key,Summary,Labels",
      'AB-1,"On',
      'e"',
      "",
      "AB-2,Two,a,b",
      "AB-3,Three,c",
    );
    expect(parsed.tickets.map((ticket) => ticket.externalId)).toEqual(["AB-1", "AB-3"]);
    expect(parsed.rowErrors).toMatchObject([
      { line: 5, message: expect.stringContaining("4 cells under 3 headings") },
    ]);
  });

  test("without a proper key or a summary, or with a key seen before, are refused", async () => {
    const parsed = await parse(
      "Issue key,Summary",
      "ab-1,x",
      "AB-0,x",
      "AB-12345678901,x",
      "AB-1, ",
      "AB-2,x",
      "AB-2,y",
    );
    expect(parsed.tickets).toMatchObject([{ externalId: "AB-2", title: "x" }]);
    expect(parsed.rowErrors.map((error) => error.line)).toEqual([2, 3, 4, 5, 7]);
  });

  test("that are a footer or empty are no errors", async () => {
    const parsed = await parse(
      "Key,Summary",
      "AB-1,x",
      ",",
      "",
      "Generated at Sat Mar 22 10:53:30 UTC 2014 by X using JIRA 6.2,",
    );
    expect(parsed).toMatchObject({ tickets: [{ number: 1 }], rowErrors: [], rowErrorTotal: 0 });
  });

  test("in error are counted all and kept up to a hundred", async () => {
    const parsed = await parse("Key,Summary", ...Array.from({ length: 250 }, () => "bad,x"));
    expect(parsed).toMatchObject({ rowErrorTotal: 250, rowErrors: { length: 100 } });
  });
});

describe("values", () => {
  test("of people: nobody is nobody, and account ids are given their names", async () => {
    const { tickets } = await parse(
      "Key,Summary,Assignee,Assignee Id,Reporter,Creator,Comment",
      "AB-1,x,Ana  B,557058:1,,Creo,11/May/24 03:26 PM;557058:1;hi; there",
      "AB-2,x,Unassigned,,Bo,Bo,",
      "AB-3,x,,557058:1,,,no; prefix; here",
    );
    expect(tickets[0]).toMatchObject({ assignee: "Ana B", reporter: "Creo" });
    expect(tickets[0]!.comments).toEqual([
      { author: "Ana B", at: "2024-05-11T15:26:00.000Z", body: "hi; there" },
    ]);
    expect(tickets[1]).toMatchObject({ assignee: null, reporter: "Bo", comments: [] });
    expect(tickets[2]).toMatchObject({
      assignee: "Ana B",
      comments: [{ author: null, at: null, body: "no; prefix; here" }],
    });
  });

  test("of dates are read in the order that the whole file shows", async () => {
    const { tickets, losses } = await parse(
      "Key,Summary,Created,Updated",
      "AB-1,x,3/4/2025 10:00,6/21/2025 16:14",
      "AB-2,x,yesterday,",
    );
    expect(tickets[0]).toMatchObject({
      createdAt: "2025-03-04T10:00:00.000Z",
      updatedAt: "2025-06-21T16:14:00.000Z",
    });
    expect(tickets[1]).toMatchObject({ createdAt: null, updatedAt: null });
    expect(losses).toEqual([{ column: "Created", count: 1, reason: "Not readable as a date." }]);
  });

  test("of dates that nothing decides are day first, and said to be", async () => {
    const parsed = await parse("Key,Summary,Created", "AB-1,x,3/4/2025");
    expect(parsed.tickets[0]!.createdAt).toBe("2025-04-03T00:00:00.000Z");
    expect(lossOf(parsed, "Dates")).toMatchObject([{ count: 1 }]);
  });

  test("of priority: both scales of Jira, and unknown ones counted", async () => {
    const names = [
      "Highest",
      "High",
      "Medium",
      "Low",
      "Lowest",
      "Blocker",
      "Critical",
      "Major",
      "Minor",
      "Trivial",
      "",
      "P7",
      "constructor",
    ];
    const parsed = await parse(
      "Key,Summary,Priority",
      ...names.map((name, index) => `AB-${index + 1},x,${name}`),
    );
    expect(parsed.tickets.map((ticket) => ticket.priority)).toEqual([
      ...["urgent", "high", "medium", "low", "low"],
      ...["urgent", "high", "medium", "low", "low"],
      ...["none", "none", "none"],
    ]);
    expect(lossOf(parsed, "Priority")).toMatchObject([{ count: 2 }]);
  });

  test("of status: the category of the file, and the name where Done says too little", async () => {
    const { tickets } = await parse(
      "Key,Summary,Status,Status Category",
      "AB-1,x,Waiting,To Do",
      "AB-2,x,Cancelled,Done",
      "AB-3,x,Shipped,Done",
      "AB-4,x,Open,",
    );
    expect(tickets.map((ticket) => ticket.stateCategory)).toEqual([
      "open",
      "closed",
      "resolved",
      null,
    ]);
  });

  test("above a limit are cut, between characters, and counted", async () => {
    const parsed = await parse(
      "Key,Summary,Description,Labels",
      `AB-1,${"t".repeat(499)}😀,${"d".repeat(100_001)},${Array.from({ length: 51 }, (_, n) => `l${n}`).join(" ")}`,
    );
    const [ticket] = parsed.tickets;
    expect(ticket!.title).toBe("t".repeat(499));
    expect(ticket!.description).toHaveLength(100_000);
    expect(ticket!.labels).toHaveLength(50);
    for (const column of ["Summary", "Description", "Labels"])
      expect(lossOf(parsed, column)).toMatchObject([{ count: 1 }]);
  });

  test("lose NUL and control characters, which are counted; line ends and tabs stay", async () => {
    const parsed = await parse(
      "Key,Summary,Description",
      'AB-1,o\0n\x07e,"a\tb\r\nc"',
      'AB-2,two,"x\0y"',
    );
    expect(parsed.tickets).toMatchObject([
      { title: "one", description: "a\tb  \nc" },
      { description: "xy" },
    ]);
    expect(lossOf(parsed, "Summary")).toMatchObject([{ count: 1 }]);
    expect(lossOf(parsed, "Description")).toMatchObject([{ count: 1 }]);
  });
});

describe("the file", () => {
  test("may begin with a mark, end its lines in three ways and arrive byte by byte", async () => {
    const file = '\ufeffIssue key,Summary\r\nAB-1,"Grüße, ""du"" 😀"\nAB-2,zwei\rAB-3,drei';
    const { tickets } = await parseJiraCsv(bytesOf(file, 1));
    expect(tickets.map((ticket) => ticket.title)).toEqual(['Grüße, "du" 😀', "zwei", "drei"]);
  });

  test("with a quote that is never closed is refused by its row", async () => {
    await expect(parse("Key,Summary", "AB-1,x", 'AB-2,"open', "more")).rejects.toMatchObject({
      status: 400,
      line: 3,
    });
  });

  test("with a quote in the wrong place is refused by its line", async () => {
    await expect(parse("Key,Summary", 'AB-1,"x"y', "AB-2,z")).rejects.toMatchObject({
      status: 400,
      line: 2,
    });
  });

  test("that fails on the way fails the same here", async () => {
    async function* broken() {
      yield Buffer.from("Key,Summary\nAB-1,x\n");
      throw new Error("cut off");
    }
    await expect(parseJiraCsv(broken())).rejects.toThrow("cut off");
  });
});
