"use client";

import { useRef, useState } from "react";

import { type ImportFailure, type ImportReport, importAnswer } from "./import-answer";

export type ImportStage =
  | { at: "choosing"; notice?: "cancelled" | "stoppedWaiting" }
  | { at: "uploading"; share: number }
  | { at: "working" }
  | { at: "failed"; failure: ImportFailure }
  | { at: "done"; report: ImportReport };

/** Sends a file to the importer and follows it. Only XMLHttpRequest tells how far an upload is. */
export function useImport(workspaceId: string, onDone: () => void) {
  const [stage, setStage] = useState<ImportStage>({ at: "choosing" });
  const request = useRef<XMLHttpRequest | null>(null);

  function start(file: File): void {
    const upload = new XMLHttpRequest();
    request.current = upload;
    upload.responseType = "json";
    upload.upload.onprogress = ({ loaded, total }) =>
      setStage({ at: "uploading", share: total > 0 ? loaded / total : 0 });
    upload.upload.onload = () => setStage({ at: "working" });
    upload.onerror = () => setStage({ at: "failed", failure: { kind: "offline" } });
    upload.onload = () => {
      const answer = importAnswer(upload.status, upload.response);
      if (answer.ok) setStage({ at: "done", report: answer.report });
      else setStage({ at: "failed", failure: answer.failure });
      if (answer.ok) onDone();
    };
    const query = new URLSearchParams({ workspaceId, fileName: file.name });
    upload.open("POST", `/api/imports?${query}`);
    const zipped = file.name.toLowerCase().endsWith(".gz");
    upload.setRequestHeader("content-type", zipped ? "application/gzip" : "text/csv");
    setStage({ at: "uploading", share: 0 });
    upload.send(file);
  }

  function cancel(): void {
    request.current?.abort();
    // Once all of it is sent, only the server knows whether it was in time.
    setStage({ at: "choosing", notice: stage.at === "working" ? "stoppedWaiting" : "cancelled" });
  }

  return { stage, start, cancel, reset: () => setStage({ at: "choosing" }) };
}
