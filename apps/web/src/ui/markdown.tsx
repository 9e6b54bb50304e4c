"use client";

import { useTranslations } from "next-intl";
import { Children, memo, type ReactNode, useEffect, useState } from "react";
import ReactMarkdown, { type Components } from "react-markdown";
import rehypeSanitize from "rehype-sanitize";
import remarkGfm from "remark-gfm";

import { htmlAsText } from "./html-as-text";
import { isRenderable } from "./is-renderable";
import { linkStyles } from "./link-styles";

const remarkPlugins = [remarkGfm, htmlAsText];
const rehypePlugins = [rehypeSanitize];

// What people write stands below the page's own headings, and skips no level whatever they skip.
const components: Components = {
  h1: ({ children }) => <h3 data-size="large">{children}</h3>,
  h2: ({ children }) => <h3>{children}</h3>,
  h4: ({ children }) => <h3>{children}</h3>,
  h5: ({ children }) => <h3>{children}</h3>,
  h6: ({ children }) => <h3>{children}</h3>,
  th: ({ children, style }) =>
    Children.count(children) > 0 ? <th style={style}>{children}</th> : <td />,
  a: ({ href, children }) => (
    <a href={href} target="_blank" rel="noreferrer" className={linkStyles}>
      {children}
    </a>
  ),
  img: ({ src, alt }) => <ImageLink src={typeof src === "string" ? src : ""} alt={alt ?? ""} />,
  input: ({ checked }) => <TaskBox checked={checked === true} />,
  table: ({ children }) => (
    <Scrolling>
      <table>{children}</table>
    </Scrolling>
  ),
  pre: ({ children }) => (
    <Scrolling>
      <pre>{children}</pre>
    </Scrolling>
  ),
};

/** Formatting is work for one thread that serves everybody: a longer text is left to the browser. */
const MOST_ON_SERVER = 2000;

/** Someone's Markdown. HTML in it stays text, and nothing in it reaches another server by itself. */
export const Markdown = memo(function Markdown({ children }: { children: string }) {
  const long = children.length > MOST_ON_SERVER;
  const [here, setHere] = useState(!long);
  useEffect(() => setHere(true), []);
  if (!here) return <Plain>{children}</Plain>;
  if (!isRenderable(children)) return <AsTyped>{children}</AsTyped>;
  return (
    <div className="prose">
      <ReactMarkdown
        remarkPlugins={remarkPlugins}
        rehypePlugins={rehypePlugins}
        components={components}
      >
        {children}
      </ReactMarkdown>
    </div>
  );
});

function Plain({ children }: { children: string }) {
  return <div className="whitespace-pre-wrap break-words">{children}</div>;
}

function AsTyped({ children }: { children: string }) {
  const t = useTranslations("common.writing");
  return (
    <div>
      <p className="pb-2 text-ink-2 text-meta">{t("asTyped")}</p>
      <Plain>{children}</Plain>
    </div>
  );
}

/** A picture elsewhere would tell its server who reads this, so it is a link. */
function ImageLink({ src, alt }: { src: string; alt: string }) {
  const name = alt || src;
  if (!/^https?:/.test(src)) return <span className="text-ink-2">{name}</span>;
  return (
    <a href={src} target="_blank" rel="noreferrer" className={linkStyles}>
      {name}
    </a>
  );
}

function TaskBox({ checked }: { checked: boolean }) {
  const t = useTranslations("common");
  return (
    <input
      type="checkbox"
      disabled
      checked={checked}
      aria-label={t(checked ? "done" : "notDone")}
    />
  );
}

function Scrolling({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the keyboard cannot scroll what is wide.
    <div tabIndex={0} className="overflow-x-auto rounded-control">
      {children}
    </div>
  );
}
