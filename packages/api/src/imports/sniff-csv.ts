import { Refusal } from "./refusal";

const delimiters = [",", ";", "\t", "|", "^"];

const CHOOSE = "In Jira, choose Export, then CSV (all fields).";

/** Tells from a file's first bytes what it is, and how its cells are parted when it is CSV. */
export function sniffCsv(head: Buffer): { delimiter: string } {
  if (head.length === 0) throw new Refusal("The file is empty.");
  if (head.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004"))) {
    throw new Refusal(`This is a zip file or an Excel workbook, not a CSV file. ${CHOOSE}`);
  }
  if (head.length > 1 && [0xfffe, 0xfeff].includes(head.readUInt16BE(0))) {
    throw new Refusal("The file is UTF-16 text. Save it as CSV in UTF-8 and try again.");
  }
  // As a stream: the last character of the head may be cut in two. The mark at the start goes.
  const text = new TextDecoder().decode(head, { stream: true }).trimStart();
  const header = text.split(/[\r\n]/, 1)[0]!;
  if (header === "") throw new Refusal("The file is empty.");
  if (/^[{[]/.test(header)) throw new Refusal(`This is JSON, not a CSV file. ${CHOOSE}`);
  if (header.startsWith("<"))
    throw new Refusal(`This is a web page or XML, not a CSV file. ${CHOOSE}`);
  if (header.includes("\0") || header.includes("\ufffd")) {
    throw new Refusal(`This is not a text file. ${CHOOSE}`);
  }
  const count = (delimiter: string) => header.split(delimiter).length;
  return {
    delimiter: delimiters.reduce((best, next) => (count(next) > count(best) ? next : best)),
  };
}
