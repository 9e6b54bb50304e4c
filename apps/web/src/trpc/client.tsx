"use client";

import type { AppRouter } from "@slacky/api";
import { QueryClientProvider } from "@tanstack/react-query";
import { httpBatchLink } from "@trpc/client";
import { createTRPCReact } from "@trpc/react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";

import { paths } from "~/lib/paths";
import { toast } from "~/ui/toaster";

import { createQueryClient } from "./query-client";

export const trpc = createTRPCReact<AppRouter>();

export function TrpcProvider({ children }: { children: ReactNode }) {
  const t = useTranslations("common");
  // Signing out never throws away what someone is typing: it asks, and leaves the page as it is.
  const [queryClient] = useState(() =>
    createQueryClient(() =>
      toast.error(t("errors.signedOut"), {
        duration: Number.POSITIVE_INFINITY,
        action: {
          label: t("signIn"),
          onClick: () =>
            window.location.assign(paths.signIn(window.location.pathname + window.location.search)),
        },
      }),
    ),
  );
  const [client] = useState(() =>
    trpc.createClient({ links: [httpBatchLink({ url: "/api/trpc", maxItems: 10 })] }),
  );
  return (
    <trpc.Provider client={client} queryClient={queryClient}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </trpc.Provider>
  );
}
