import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";

import { AuthCard } from "~/features/auth/auth-card";
import { SignInForm } from "~/features/auth/sign-in-form";
import { paths } from "~/lib/paths";
import { safeNext } from "~/lib/safe-next";
import { linkStyles } from "~/ui/link-styles";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("signIn.submit") };
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const t = await getTranslations("auth.signIn");
  const next = safeNext((await searchParams).next);
  return (
    <AuthCard
      title={t("title")}
      footer={
        <>
          {t("noAccount")}{" "}
          <Link href={paths.register(next)} className={linkStyles}>
            {t("toRegister")}
          </Link>
        </>
      }
    >
      <SignInForm next={next} />
    </AuthCard>
  );
}
