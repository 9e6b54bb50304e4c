"use client";

import { useTheme } from "next-themes";
import { Toaster as Sonner, toast as show } from "sonner";

/** Says something in passing. The same error said twice is shown once. */
export const toast: typeof show = Object.assign(show.bind(null), show, {
  error: ((message, options) =>
    show.error(message, {
      ...(typeof message === "string" && { id: message }),
      ...options,
    })) satisfies typeof show.error,
});

/** The place where toasts appear; mounted once, in the root layout. */
export function Toaster({ label }: { label: string }) {
  const { resolvedTheme } = useTheme();
  return (
    <Sonner
      position="bottom-left"
      containerAriaLabel={label}
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      gap={8}
      duration={6000}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-90 font-sans max-w-[calc(100vw-32px)] items-center gap-3 rounded-card bg-surface px-3 py-2.5 text-ink text-ui shadow-menu",
          title: "text-ui",
          description: "mt-0.5 font-normal text-ink-2 text-meta",
          content: "min-w-0 grow",
          icon: "shrink-0 text-ink-3 [&_svg]:size-4",
          error: "[&_[data-icon]]:text-danger-ink",
          success: "[&_[data-icon]]:text-success-ink",
          actionButton:
            "ml-auto min-h-6 shrink-0 rounded-control px-2 py-1 text-accent-ink text-ui hover:bg-hover pointer-coarse:min-h-11",
        },
      }}
    />
  );
}
