"use client";

import { Input as Base } from "@base-ui/react/input";
import type { ComponentProps } from "react";

import { controlStyles } from "./control-styles";
import { cx } from "./cx";

/** A line of text. Inside a `Field` it gets its label, hint and error by itself. */
export function Input({ className, ...props }: ComponentProps<"input">) {
  return <Base {...props} className={cx(controlStyles, "h-8 px-2.5", className)} />;
}
