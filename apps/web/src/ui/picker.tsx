"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { Check } from "lucide-react";
import type { ReactElement, ReactNode } from "react";

import { controlStyles } from "./control-styles";
import { cx } from "./cx";
import { popupItemStyles, popupStyles } from "./popup-styles";

export type PickerOption = { value: string; label: string; icon?: ReactNode };

type Common = {
  /** The button that opens it. */
  trigger: ReactElement<Record<string, unknown>>;
  /** The accessible name of what opens; also the hint in its search field. */
  label: string;
  /** Said when nothing matches. */
  empty: string;
  options: PickerOption[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

type OneProps = Common & { value: string; onPick: (value: string) => void };

/** One of many, found by typing. */
export function Picker({ options, value, onPick, open, onOpenChange, ...face }: OneProps) {
  return (
    <Base.Root
      items={options}
      value={options.find((option) => option.value === value) ?? null}
      onValueChange={(option) => option && onPick(option.value)}
      isItemEqualToValue={sameValue}
      autoHighlight
      open={open}
      onOpenChange={(next) => onOpenChange(next)}
    >
      <Sheet {...face} />
    </Base.Root>
  );
}

type ManyProps = Common & {
  values: string[];
  onPick: (values: string[]) => void;
  onType?: (text: string) => void;
};

/** Some of many, found by typing. It stays open while one picks. */
export function MultiPicker({
  options,
  values,
  onPick,
  onType,
  open,
  onOpenChange,
  ...face
}: ManyProps) {
  return (
    <Base.Root
      multiple
      items={options}
      value={options.filter((option) => values.includes(option.value))}
      onValueChange={(picked) => onPick(picked.map((option) => option.value))}
      onInputValueChange={(text) => onType?.(text)}
      isItemEqualToValue={sameValue}
      autoHighlight
      open={open}
      onOpenChange={(next) => onOpenChange(next)}
    >
      <Sheet {...face} />
    </Base.Root>
  );
}

const sameValue = (one: PickerOption, other: PickerOption) => one.value === other.value;

function Sheet({ trigger, label, empty }: Pick<Common, "trigger" | "label" | "empty">) {
  return (
    <>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align="start" sideOffset={4} className="z-50">
          <Base.Popup
            aria-label={label}
            className={cx(popupStyles, "flex w-64 flex-col gap-1 overflow-hidden")}
          >
            <Base.Input
              aria-label={label}
              placeholder={label}
              className={cx(controlStyles, "h-8 shrink-0 px-2.5")}
            />
            <Base.Empty className="px-2 py-1 text-ink-2 text-meta empty:hidden">{empty}</Base.Empty>
            <Base.List className="max-h-72 overflow-y-auto empty:hidden">
              {(option: PickerOption) => (
                <Base.Item key={option.value} value={option} className={popupItemStyles}>
                  {option.icon}
                  <span className="min-w-0 grow truncate">{option.label}</span>
                  <span className="flex w-4 shrink-0 text-accent-ink">
                    <Base.ItemIndicator>
                      <Check strokeWidth={1.75} />
                    </Base.ItemIndicator>
                  </span>
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </>
  );
}
