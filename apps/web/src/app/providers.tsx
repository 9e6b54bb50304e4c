"use client";

import { useTranslations } from "next-intl";
import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";

import { TrpcProvider } from "~/trpc/client";
import { Toaster } from "~/ui/toaster";
import { TooltipLayer } from "~/ui/tooltip-layer";

export function Providers({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  const t = useTranslations("common");
  return (
    <ThemeProvider
      attribute="class"
      disableTransitionOnChange
      enableSystem
      {...(nonce !== undefined && { nonce })}
    >
      <TrpcProvider>
        {children}
        <TooltipLayer />
        <Toaster label={t("notifications")} />
      </TrpcProvider>
    </ThemeProvider>
  );
}
