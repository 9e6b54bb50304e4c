"use client";

import { Eye } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, type Ref, useState } from "react";

import { Button } from "./button";
import { cx } from "./cx";
import { Markdown } from "./markdown";
import { Textarea } from "./textarea";

type Props = {
  /** The accessible name of the text. */
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** On Ctrl or ⌘ with Enter. */
  onSubmit: () => void;
  onEscape?: () => void;
  maxLength: number;
  placeholder?: string;
  readOnly?: boolean;
  autoFocus?: boolean;
  className?: string;
  ref?: Ref<HTMLTextAreaElement>;
  /** The buttons at its foot. */
  children: ReactNode;
};

/** Markdown being written, with a look at how it will read. */
export function MarkdownEditor(props: Props) {
  const t = useTranslations("common.writing");
  const [preview, setPreview] = useState(false);

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      props.onSubmit();
    }
    if (event.key === "Escape") props.onEscape?.();
  }

  return (
    <div className="flex flex-col gap-2">
      {preview ? (
        <div className="min-h-20 rounded-control border border-line bg-surface px-2.5 py-1.5">
          {props.value.trim() ? (
            <Markdown>{props.value}</Markdown>
          ) : (
            <p className="text-ink-3">{t("empty")}</p>
          )}
        </div>
      ) : (
        <Textarea
          ref={props.ref}
          aria-label={props.label}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
          onKeyDown={onKeyDown}
          maxLength={props.maxLength}
          placeholder={props.placeholder}
          readOnly={props.readOnly}
          autoFocus={props.autoFocus}
          className={cx(props.className)}
        />
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button variant="ghost" aria-pressed={preview} onClick={() => setPreview(!preview)}>
          <Eye aria-hidden className="size-4" strokeWidth={1.75} />
          {t("preview")}
        </Button>
        <div className="ms-auto flex flex-wrap items-center gap-2">{props.children}</div>
      </div>
    </div>
  );
}
