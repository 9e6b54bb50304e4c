import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";

import { messages } from "../i18n/messages";
import { Markdown } from "./markdown";

const html = (text: string) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={messages}>
      <Markdown>{text}</Markdown>
    </NextIntlClientProvider>,
  );

test("what looks like HTML is shown as it was typed, and is never HTML", () => {
  expect(html("a List<String> of <b>names</b>")).toContain(
    "a List&lt;String&gt; of &lt;b&gt;names&lt;/b&gt;",
  );
  expect(html("<script>alert(1)</script>\nafter")).toContain(
    "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
  );
  expect(html("- <div onclick=x>")).not.toContain("<div onclick");
});

test("links that would run something lead nowhere", () => {
  expect(html("[x](javascript:alert(1))")).not.toContain("javascript:");
});

test("a picture elsewhere is a link, so that opening a ticket asks no other server", () => {
  const said = html("![the screen](https://example.org/x.png) ![local](x.png)");
  expect(said).not.toContain("<img");
  expect(said).toContain('href="https://example.org/x.png"');
  expect(said).toContain("local");
});

test("headings stand below those of the page and skip no level", () => {
  expect(html("# Steps\n\n#### More").match(/<h\d/g)).toEqual(["<h3", "<h3"]);
});

test("an empty corner of a table heads nothing", () => {
  expect(html("|  | b |\n|---|---|\n| 1 | 2 |").match(/<t[hd]\b/g)).toEqual([
    "<td",
    "<th",
    "<td",
    "<td",
  ]);
});

test("the server formats what is short, and leaves what is long to the browser", () => {
  expect(html("*a*")).toContain("<em>a</em>");
  expect(html(`*a* ${"b".repeat(2000)}`)).toContain("*a* b");
});

test("what would take the parser too long is shown as it was typed, and says so", () => {
  expect(html(`${"- ".repeat(100)}a`)).toContain("there is too much formatting in it");
});
