"use client";

import { Field as Base } from "@base-ui/react/field";
import type { ComponentProps } from "react";

import { controlStyles } from "./control-styles";
import { cx } from "./cx";

/** Text of many lines; it grows with what is written, up to 60 % of the window. */
export function Textarea({ className, ref, ...props }: ComponentProps<"textarea">) {
  return (
    <Base.Control
      render={
        <textarea
          {...props}
          ref={ref}
          className={cx(
            controlStyles,
            "field-sizing-content max-h-[60vh] min-h-20 resize-y px-2.5 py-1.5",
            className,
          )}
        />
      }
    />
  );
}
