import { pipeline, Readable } from "node:stream";
import { CsvError, type Info, parse } from "csv-parse";

import { Refusal } from "./refusal";

type CsvRow = { record: string[]; info: Info };

/** The rows of a CSV file as they arrive, each with the line that it begins on. */
export async function* csvRows(bytes: AsyncIterable<Uint8Array>, delimiter: string) {
  let lastLine = 0;
  const parser = parse({
    bom: true,
    delimiter,
    info: true,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    skip_empty_lines: true,
    // Rows that are read but not yet handed on do not come any more once one behind them fails.
    on_record: (record, { lines }) => {
      lastLine = lines;
      return record;
    },
  });
  // A failure of the source reaches the loop below through the parser.
  const rows: AsyncIterable<CsvRow> = pipeline(Readable.from(bytes), parser, () => {});
  let last: Pick<Info, "lines" | "empty_lines"> = { lines: 0, empty_lines: 0 };
  try {
    for await (const { record, info } of rows) {
      yield { record, line: last.lines + 1 + info.empty_lines - last.empty_lines };
      last = info;
    }
  } catch (error) {
    throw error instanceof CsvError ? brokenCsv(error, lastLine + 1) : error;
  }
}

function brokenCsv(error: CsvError, rowStart: number): Refusal {
  if (error.code === "CSV_QUOTE_NOT_CLOSED") {
    return new Refusal(
      `A quote that opens at or after line ${rowStart} is never closed. Nothing was imported.`,
      {
        line: rowStart,
      },
    );
  }
  const line = typeof error.lines === "number" ? error.lines : rowStart;
  return new Refusal(
    `Line ${line} has a quote in a place where CSV allows none. Nothing was imported.`,
    { line },
  );
}
