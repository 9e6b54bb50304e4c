"use client";

import { Menu as Base } from "@base-ui/react/menu";
import type { ReactNode } from "react";

import { cx } from "./cx";
import { popupStyles } from "./popup-styles";

type Props = {
  /** What it opens beside, or null while it is closed. */
  anchor: Element | null;
  /** Its accessible name. */
  label: string;
  onClose: () => void;
  /** Who gets the focus when it closes. */
  finalFocus: () => HTMLElement | null;
  children: ReactNode;
};

/** One menu for many openers, of whom each is then but a plain button or a key. */
export function AnchoredMenu({ anchor, label, onClose, finalFocus, children }: Props) {
  return (
    <Base.Root open={anchor !== null} onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Positioner anchor={anchor} align="start" sideOffset={4} className="z-50">
          <Base.Popup
            aria-label={label}
            finalFocus={finalFocus}
            className={cx(popupStyles, "min-w-56")}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
