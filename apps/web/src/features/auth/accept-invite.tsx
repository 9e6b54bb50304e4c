"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

import { paths } from "~/lib/paths";
import { trpc } from "~/trpc/client";
import { useErrorMessage } from "~/trpc/error-message";
import { failureOf } from "~/trpc/failure";
import { Button } from "~/ui/button";

import { FormAlert } from "./form-alert";

/** Uses an invite only when asked to: opening a link changes nothing. */
export function AcceptInvite({ token }: { token: string }) {
  const t = useTranslations("auth.invite");
  const explain = useErrorMessage();
  const [alert, setAlert] = useState<string>();
  const cache = trpc.useUtils();
  const accept = trpc.invites.accept.useMutation({
    onSuccess: async ({ workspaceId }) => {
      const { workspaces } = await cache.auth.me.fetch();
      const joined = workspaces.find(({ id }) => id === workspaceId);
      window.location.assign(joined ? paths.workspace(joined.slug) : paths.home());
    },
    onError: (error) =>
      setAlert(failureOf(error).code === "NOT_FOUND" ? t("notFound") : explain(error)),
  });
  return (
    <div className="flex flex-col gap-4">
      <FormAlert>{alert}</FormAlert>
      <Button
        variant="primary"
        size="lg"
        busy={accept.isPending || accept.isSuccess}
        onClick={() => {
          setAlert(undefined);
          accept.mutate({ token });
        }}
      >
        {t("submit")}
      </Button>
    </div>
  );
}
