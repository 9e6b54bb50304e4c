import { cloneElement, type ReactElement } from "react";

type Props = {
  label: string;
  shortcut?: string;
  side?: TooltipSide;
  /** One element that hands its properties on to the DOM. */
  children: ReactElement<Record<string, unknown>>;
};

export type TooltipSide = "top" | "right" | "bottom" | "left";

/**
 * Shows words on hover and focus; they must be said somewhere else as well. It only marks its child:
 * one layer for the whole page does the rest, so that a thousand tooltips cost nothing.
 */
export function Tooltip({ label, shortcut, side, children }: Props) {
  return cloneElement(children, {
    "data-tip": label,
    "data-tip-shortcut": shortcut,
    "data-tip-side": side,
  });
}
