"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, type RefObject, useState } from "react";

import { cx } from "./cx";
import { IconButton } from "./icon-button";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: string;
  children: ReactNode;
  initialFocus?: RefObject<HTMLElement | null>;
  className?: string;
};

/** A modal dialog: it traps the focus, and gives it back to where it came from. */
export function Dialog({ open, onOpenChange, ...sheet }: Props) {
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-50 bg-scrim transition-opacity duration-160 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Sheet {...sheet} />
      </Base.Portal>
    </Base.Root>
  );
}

function Sheet({
  title,
  description,
  children,
  initialFocus,
  className,
}: Omit<Props, "open" | "onOpenChange">) {
  const t = useTranslations("common");
  // Read while rendering: once mounted, a field with `autoFocus` has taken the focus already.
  const [opener] = useState(() => document.activeElement);
  return (
    <Base.Popup
      {...(initialFocus && { initialFocus })}
      finalFocus={() =>
        opener instanceof HTMLElement && opener !== document.body ? opener : false
      }
      className={cx(
        "fixed inset-x-3 top-[max(12px,12dvh)] z-50 mx-auto flex max-h-[80dvh] max-w-140 flex-col overflow-y-auto rounded-dialog bg-surface p-5 shadow-dialog outline-none transition duration-160 ease-settle data-ending-style:scale-98 data-starting-style:scale-98 data-ending-style:opacity-0 data-starting-style:opacity-0",
        className,
      )}
    >
      <div className="mb-4 flex items-start justify-between gap-4">
        <div>
          <Base.Title className="text-ink text-title">{title}</Base.Title>
          {description && (
            <Base.Description className="mt-1 text-body text-ink-2">{description}</Base.Description>
          )}
        </div>
        <Base.Close
          render={
            <IconButton label={t("close")} className="-mt-1 -mr-1">
              <X strokeWidth={1.75} />
            </IconButton>
          }
        />
      </div>
      {children}
    </Base.Popup>
  );
}

/** The row of buttons at the end of a dialog: the primary one last. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="mt-5 flex flex-wrap justify-end gap-2">{children}</div>;
}
