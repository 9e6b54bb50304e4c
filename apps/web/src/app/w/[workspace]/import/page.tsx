import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ImportPage } from "~/features/imports/import-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

export default function Import() {
  return <ImportPage />;
}
