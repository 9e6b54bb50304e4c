"use client";

import { Field as Base } from "@base-ui/react/field";
import type { ReactNode } from "react";

type Props = {
  label: string;
  error?: string | undefined;
  hint?: string;
  children: ReactNode;
};

/** A labelled control with its hint and its error: both are read out with it. */
export function Field({ label, error, hint, children }: Props) {
  return (
    <Base.Root invalid={error !== undefined} className="flex flex-col gap-1.5">
      <Base.Label className="text-ink text-ui">{label}</Base.Label>
      {children}
      {hint && <Base.Description className="text-ink-2 text-meta">{hint}</Base.Description>}
      <Base.Error match={error !== undefined} className="text-danger-ink text-meta">
        {error}
      </Base.Error>
    </Base.Root>
  );
}
