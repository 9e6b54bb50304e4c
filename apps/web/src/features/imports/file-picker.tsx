"use client";

import { FileSpreadsheet, Upload } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type DragEvent, type ReactNode, useRef, useState } from "react";

import { Button } from "~/ui/button";
import { cx } from "~/ui/cx";

import { formatSize } from "./format-size";
import { UPLOAD_BYTES } from "./upload-limit";

type Props = {
  file: File | null;
  onPick: (file: File) => void;
  /** What is done with the chosen file. */
  children: ReactNode;
};

/** One file, chosen or dropped. What the server would refuse for its size is refused here already. */
export function FilePicker({ file, onPick, children }: Props) {
  const t = useTranslations("imports.file");
  const locale = useLocale();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState<string>();
  const limit = formatSize(UPLOAD_BYTES, locale);

  function pick(files: FileList | null) {
    const [first] = files ?? [];
    if (!first) return;
    const wrong = problemOf(first, files?.length ?? 1);
    setProblem(wrong);
    if (!wrong) onPick(first);
  }

  function problemOf({ name, size }: File, count: number): string | undefined {
    if (count > 1) return t("one");
    if (size === 0) return t("empty", { name });
    if (size <= UPLOAD_BYTES) return undefined;
    return t("tooLarge", { name, size: formatSize(size, locale), limit });
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    pick(event.dataTransfer.files);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first.
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cx(
        "flex flex-col items-center gap-3 rounded-card border border-line-strong border-dashed px-4 py-8 text-center transition-colors",
        over && "border-accent bg-selected",
      )}
    >
      {file ? (
        <p className="flex min-w-0 max-w-full items-center gap-2">
          <FileSpreadsheet aria-hidden className="size-5 shrink-0 text-ink-3" strokeWidth={1.5} />
          <span className="min-w-0 truncate font-semibold">{file.name}</span>
          <span className="shrink-0 text-ink-2 tabular-nums">{formatSize(file.size, locale)}</span>
        </p>
      ) : (
        <>
          <Upload aria-hidden className="size-8 text-ink-3" strokeWidth={1.25} />
          <p className="text-ink-2">{t("drop")}</p>
        </>
      )}
      <div className="flex flex-wrap justify-center gap-2">
        <Button variant={file ? "secondary" : "primary"} onClick={() => input.current?.click()}>
          {file ? t("chooseOther") : t("choose")}
        </Button>
        {file && children}
      </div>
      <input
        ref={input}
        type="file"
        accept=".csv,.gz,text/csv,application/gzip"
        aria-label={t("choose")}
        className="sr-only"
        tabIndex={-1}
        onChange={({ target }) => {
          pick(target.files);
          // Choosing the same file again is a choice too.
          target.value = "";
        }}
      />
      <p className="text-ink-3 text-meta">{t("limit", { size: limit })}</p>
      {problem && (
        <p role="alert" className="text-danger-ink text-ui">
          {problem}
        </p>
      )}
    </div>
  );
}
