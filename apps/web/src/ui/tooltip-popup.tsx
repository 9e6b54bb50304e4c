"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";

import { cx } from "./cx";
import { Kbd } from "./kbd";
import type { TooltipSide } from "./tooltip";

type Props = { anchor: HTMLElement; atOnce: boolean; onClose: () => void };

export function TooltipPopup({ anchor, atOnce, onClose }: Props) {
  const { tip, tipShortcut, tipSide = "bottom" } = anchor.dataset;
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Positioner
          anchor={anchor}
          side={tipSide as TooltipSide}
          sideOffset={6}
          className="z-60"
          data-tooltip
        >
          <Base.Popup
            // The control says the same by its own name.
            aria-hidden
            className={cx(
              "flex max-w-72 items-center gap-2 rounded-control bg-surface px-2 py-1 text-ink text-meta shadow-menu",
              !atOnce && "transition-opacity duration-120 starting:opacity-0",
            )}
          >
            {tip}
            {tipShortcut && <Kbd>{tipShortcut}</Kbd>}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
