"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import type { ComponentProps, ReactElement, ReactNode } from "react";

import { cx } from "./cx";
import { Kbd } from "./kbd";
import { popupItemStyles, popupStyles } from "./popup-styles";

type MenuProps = {
  /** The button that opens it. */
  trigger: ReactElement<Record<string, unknown>>;
  align?: "start" | "center" | "end";
  side?: "top" | "bottom" | "left" | "right";
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  className?: string;
  children: ReactNode;
};

export function Menu({ trigger, align = "start", side, className, children, ...state }: MenuProps) {
  return (
    <Base.Root {...state}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} sideOffset={4} {...(side && { side })} className="z-50">
          <Base.Popup className={cx(popupStyles, "min-w-44", className)}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

type ItemProps = {
  icon?: ReactNode;
  shortcut?: string;
  /** Why it cannot be chosen. Giving one disables the item and shows the words below its name. */
  reason?: string | undefined;
  danger?: boolean;
  onSelect?: () => void;
  closeOnClick?: boolean;
  children: ReactNode;
};

export function MenuItem({ reason, onSelect, closeOnClick = true, ...face }: ItemProps) {
  return (
    <Base.Item
      className={cx(popupItemStyles, face.danger && "text-danger-ink")}
      disabled={reason !== undefined}
      closeOnClick={closeOnClick}
      onClick={() => onSelect?.()}
    >
      <ItemFace reason={reason} {...face} />
    </Base.Item>
  );
}

type LinkProps = {
  icon?: ReactNode;
  /** The link itself, without content: `<Link href=… />`. */
  render: ReactElement<Record<string, unknown>>;
  /** Marks the entry that one is at already. */
  current?: boolean;
  children: ReactNode;
};

/** An entry that goes somewhere. */
export function MenuLink({ icon, render, current = false, children }: LinkProps) {
  return (
    <Base.LinkItem
      className={popupItemStyles}
      closeOnClick
      render={render}
      aria-current={current || undefined}
    >
      <ItemFace icon={icon}>{children}</ItemFace>
      {current && (
        <ChosenMark>
          <Check strokeWidth={1.75} />
        </ChosenMark>
      )}
    </Base.LinkItem>
  );
}

export function MenuRadioGroup(props: ComponentProps<typeof Base.RadioGroup>) {
  return <Base.RadioGroup {...props} />;
}

export function MenuRadioItem({
  value,
  reason,
  ...face
}: Omit<ItemProps, "onSelect"> & { value: string | null }) {
  return (
    <Base.RadioItem
      value={value}
      closeOnClick
      disabled={reason !== undefined}
      className={popupItemStyles}
    >
      <ItemFace reason={reason} {...face} />
      <ChosenMark>
        <Base.RadioItemIndicator className="contents">
          <Check strokeWidth={1.75} />
        </Base.RadioItemIndicator>
      </ChosenMark>
    </Base.RadioItem>
  );
}

export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2 pt-1.5 pb-1 text-ink-3 text-meta">{label}</Base.GroupLabel>
      {children}
    </Base.Group>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="-mx-1 my-1 h-px bg-line" />;
}

function ItemFace({ icon, shortcut, reason, children }: Omit<ItemProps, "onSelect">) {
  return (
    <>
      {icon && <span className="contents text-ink-3">{icon}</span>}
      <span className="min-w-0 grow">
        <span className="block truncate">{children}</span>
        {reason && <span className="block max-w-64 text-ink-3 text-meta">{reason}</span>}
      </span>
      {shortcut && <Kbd>{shortcut}</Kbd>}
    </>
  );
}

// Keeps its width when empty, so that names line up whichever entry is chosen.
function ChosenMark({ children }: { children: ReactNode }) {
  return <span className="flex w-4 shrink-0 text-accent-ink">{children}</span>;
}
