import { expect, test } from "vitest";

import { formatSize } from "./format-size";

test.each([
  [0, "0 B"],
  [1023, "1,023 B"],
  [1024, "1 KB"],
  [207_000, "202 KB"],
  [1_749_000, "1.7 MB"],
  [104_857_600, "100 MB"],
  [2_000_000_000_000, "1,863 GB"],
])("%i bytes are %s", (bytes, said) => {
  expect(formatSize(bytes, "en")).toBe(said);
});
