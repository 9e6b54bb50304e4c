"use client";

import { limits } from "@slacky/api/rules";
import { useTranslations } from "next-intl";
import { useRef } from "react";

import { useCurrentWorkspace } from "~/lib/current-workspace";
import { useDraft } from "~/lib/use-draft";
import { useShortcut } from "~/lib/use-shortcut";
import { trpc } from "~/trpc/client";
import { useErrorMessage } from "~/trpc/error-message";
import { failureOf } from "~/trpc/failure";
import { Button } from "~/ui/button";
import { Kbd } from "~/ui/kbd";
import { MarkdownEditor } from "~/ui/markdown-editor";
import { toast } from "~/ui/toaster";

import type { Comment } from "./activity-items";

type Props = { ticketId: string; onAdded: (comment: Comment) => void };

/** Writes a comment. The text stays, here and in this browser, until the server has it. */
export function CommentComposer({ ticketId, onAdded }: Props) {
  const t = useTranslations("tickets.comment");
  const explain = useErrorMessage();
  const utils = trpc.useUtils();
  const { id: workspaceId } = useCurrentWorkspace();
  const [draft, setDraft] = useDraft(`${ticketId}:comment`);
  const field = useRef<HTMLTextAreaElement>(null);
  useShortcut("r", () => field.current?.focus());

  const add = trpc.comments.add.useMutation({
    onSuccess: (comment) => {
      onAdded(comment);
      setDraft(null);
      void utils.comments.list.invalidate({ workspaceId, ticketId });
    },
    onError: (error) => {
      if (failureOf(error).code !== "UNAUTHORIZED") toast.error(explain(error));
    },
  });

  function submit() {
    if (add.isPending) return;
    const body = draft?.text ?? "";
    if (body.trim() === "") {
      toast.error(t("missing"));
      field.current?.focus();
    } else add.mutate({ workspaceId, ticketId, body });
  }

  return (
    <div className="print:hidden">
      <MarkdownEditor
        ref={field}
        label={t("label")}
        placeholder={t("placeholder")}
        value={draft?.text ?? ""}
        onChange={(text) => setDraft(text === "" ? null : { text, version: 0 })}
        onSubmit={submit}
        maxLength={limits.text}
        readOnly={add.isPending}
        className="max-h-[40vh]"
      >
        <span aria-hidden className="hidden items-center gap-1 md:flex">
          <Kbd>Ctrl</Kbd>
          <Kbd>↵</Kbd>
        </span>
        <Button variant="primary" busy={add.isPending} onClick={submit}>
          {t("submit")}
        </Button>
      </MarkdownEditor>
    </div>
  );
}
