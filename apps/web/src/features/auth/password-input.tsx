"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";

import { IconButton } from "~/ui/icon-button";
import { Input } from "~/ui/input";

/** A password that can be looked at while it is typed. */
export function PasswordInput(props: Omit<ComponentProps<"input">, "type">) {
  const t = useTranslations("auth.fields");
  const [shown, setShown] = useState(false);
  return (
    <div className="relative">
      <Input {...props} type={shown ? "text" : "password"} className="h-10 pe-11" />
      <IconButton
        label={shown ? t("hidePassword") : t("showPassword")}
        className="absolute inset-y-0 end-1.5 my-auto pointer-coarse:end-0"
        onClick={() => setShown(!shown)}
      >
        {shown ? <EyeOff strokeWidth={1.75} /> : <Eye strokeWidth={1.75} />}
      </IconButton>
    </div>
  );
}
