import "./globals.css";

import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";

import { fontVariables } from "./fonts";
import { Providers } from "./providers";

export async function generateMetadata(): Promise<Metadata> {
  const name = (await getTranslations("common"))("productName");
  return { title: { default: name, template: `%s · ${name}` }, applicationName: name };
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fafafb" },
    { media: "(prefers-color-scheme: dark)", color: "#0d0e12" },
  ],
  viewportFit: "cover",
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    // The theme's class is set before React arrives, so the server's markup may differ in it.
    <html lang={await getLocale()} className={fontVariables} suppressHydrationWarning>
      <body className="min-h-dvh bg-page antialiased">
        <NextIntlClientProvider>
          <Providers nonce={nonce}>{children}</Providers>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
