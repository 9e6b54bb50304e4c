/** The floating sheet of menus, selects and popovers. */
export const popupStyles =
  "max-h-(--available-height) max-w-[calc(100vw-16px)] origin-(--transform-origin) overflow-y-auto rounded-card bg-surface p-1 text-ink text-ui shadow-menu outline-none transition duration-160 ease-settle data-ending-style:translate-y-1 data-starting-style:translate-y-1 data-ending-style:opacity-0 data-starting-style:opacity-0";

export const popupItemStyles =
  "flex min-h-7 cursor-default select-none items-center gap-2 rounded-control px-2 py-1 outline-none data-highlighted:bg-hover data-disabled:text-ink-3 pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0";
