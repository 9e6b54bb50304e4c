import { expect, test } from "vitest";

import { sniffCsv } from "./sniff-csv";

test.each([
  ["", "empty"],
  [" \n\n ", "empty"],
  ['[{"id":1}]', "JSON"],
  ['\ufeff {"id":1}', "JSON"],
  ["<!doctype html>", "web page"],
  ["PK\u0003\u0004rest", "Excel"],
  [Buffer.from("\ufeffKey", "utf16le"), "UTF-16"],
  [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), "not a text file"],
])("%j is refused in words", (head, word) => {
  expect(() => sniffCsv(Buffer.from(head as string))).toThrow(word);
});

test("a header longer than what is looked at may end in half a character", () => {
  expect(sniffCsv(Buffer.from(`Key,Summary,${"ü".repeat(10)}`).subarray(0, -1))).toEqual({
    delimiter: ",",
  });
});

test.each([",", ";", "\t", "|"])("cells may be parted by %j", (delimiter) => {
  expect(sniffCsv(Buffer.from(["Key", "Summary", "Status"].join(delimiter)))).toEqual({
    delimiter,
  });
});
