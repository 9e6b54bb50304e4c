import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";

import { AuthCard } from "~/features/auth/auth-card";
import { RegisterForm } from "~/features/auth/register-form";
import { paths } from "~/lib/paths";
import { safeNext } from "~/lib/safe-next";
import { linkStyles } from "~/ui/link-styles";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("register.submit") };
}

export default async function RegisterPage({ searchParams }: PageProps<"/register">) {
  const t = await getTranslations("auth.register");
  const next = safeNext((await searchParams).next);
  return (
    <AuthCard
      title={t("title")}
      footer={
        <>
          {t("haveAccount")}{" "}
          <Link href={paths.signIn(next)} className={linkStyles}>
            {t("toSignIn")}
          </Link>
        </>
      }
    >
      <RegisterForm next={next} />
    </AuthCard>
  );
}
