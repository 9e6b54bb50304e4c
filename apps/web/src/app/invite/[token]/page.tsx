import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { AcceptInvite } from "~/features/auth/accept-invite";
import { AuthCard } from "~/features/auth/auth-card";
import { me } from "~/trpc/workspace";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.invite"))("title") };
}

export default async function InvitePage({ params }: { params: Promise<{ token: string }> }) {
  const t = await getTranslations("auth.invite");
  const { user } = await me();
  const { token } = await params;
  return (
    <AuthCard title={t("title")} lead={t("body", { email: user.email ?? "" })} footer={t("whose")}>
      <AcceptInvite token={token} />
    </AuthCard>
  );
}
