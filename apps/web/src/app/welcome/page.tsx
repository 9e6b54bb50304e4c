import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";

import { AuthCard } from "~/features/auth/auth-card";
import { NewWorkspaceForm } from "~/features/auth/new-workspace-form";
import { paths } from "~/lib/paths";
import { me } from "~/trpc/workspace";
import { linkStyles } from "~/ui/link-styles";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.welcome"))("title") };
}

export default async function WelcomePage() {
  const t = await getTranslations("auth.welcome");
  const { workspaces } = await me();
  return (
    <AuthCard
      title={t("title")}
      lead={t("body")}
      footer={
        workspaces.length > 0 && (
          <Link href={paths.home()} className={linkStyles}>
            {t("back")}
          </Link>
        )
      }
    >
      <NewWorkspaceForm />
    </AuthCard>
  );
}
