"use client";

import { type ComponentProps, type ComponentType, Suspense, useState } from "react";

import { cx } from "./cx";

/** What a menu opened by a `MenuButton` gets: hand it on to `AnchoredMenu`. */
export type OpenedMenuProps = {
  anchor: Element | null;
  onClose: () => void;
  finalFocus: () => HTMLElement | null;
};

type Props = Omit<ComponentProps<"button">, "onClick"> & {
  /** Made with `lazy`, so that a page does not carry what nobody may open. */
  menu: ComponentType<OpenedMenuProps>;
};

/** A button whose menu is loaded when it is first opened. */
export function MenuButton({ menu: Menu, className, ...props }: Props) {
  const [button, setButton] = useState<HTMLElement | null>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        {...props}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={(event) => {
          setButton(event.currentTarget);
          setOpen(true);
        }}
        className={cx("transition-colors hover:bg-hover aria-expanded:bg-hover", className)}
      />
      {button && (
        <Suspense>
          <Menu
            anchor={open ? button : null}
            onClose={() => setOpen(false)}
            finalFocus={() => button}
          />
        </Suspense>
      )}
    </>
  );
}
