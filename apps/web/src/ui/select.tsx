"use client";

import { Select as Base } from "@base-ui/react/select";
import { Check, ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";

import { controlStyles } from "./control-styles";
import { cx } from "./cx";
import { popupItemStyles, popupStyles } from "./popup-styles";

export type SelectOption<Value extends string> = { value: Value; label: string; icon?: ReactNode };

type Props<Value extends string> = {
  options: readonly SelectOption<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
  /** Its accessible name, where no `Field` gives it one. */
  label?: string;
  disabled?: boolean;
  className?: string;
};

/** One of a few. */
export function Select<Value extends string>({
  options,
  value,
  onValueChange,
  label,
  disabled = false,
  className,
}: Props<Value>) {
  return (
    <Base.Root
      items={options}
      value={value}
      disabled={disabled}
      onValueChange={(next) => next !== null && onValueChange(next)}
    >
      <Base.Trigger
        aria-label={label}
        className={cx(
          controlStyles,
          "flex h-8 cursor-default items-center justify-between gap-2 px-2.5 text-start",
          className,
        )}
      >
        <Base.Value className="truncate" />
        <Base.Icon className="text-ink-3">
          <ChevronsUpDown className="size-3.5" strokeWidth={1.75} />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner alignItemWithTrigger={false} sideOffset={4} className="z-60">
          <Base.Popup className={cx(popupStyles, "min-w-(--anchor-width)")}>
            {options.map((option) => (
              <Base.Item key={option.value} value={option.value} className={popupItemStyles}>
                {option.icon}
                <Base.ItemText className="grow">{option.label}</Base.ItemText>
                <span className="flex w-4 text-accent-ink">
                  <Base.ItemIndicator>
                    <Check strokeWidth={1.75} />
                  </Base.ItemIndicator>
                </span>
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
