import { SquareKanban } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

import { useCurrentWorkspace } from "~/lib/current-workspace";
import { paths } from "~/lib/paths";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { linkStyles } from "~/ui/link-styles";

type Props = { mayCreate: boolean; onStart: () => void };

export function EmptyBoard({ mayCreate, onStart }: Props) {
  const t = useTranslations("board.empty");
  const { slug } = useCurrentWorkspace();
  return (
    <EmptyState
      icon={<SquareKanban />}
      title={t("title")}
      action={
        mayCreate && (
          <Button variant="primary" onClick={onStart}>
            {t("action")}
          </Button>
        )
      }
    >
      {mayCreate
        ? t.rich("body", {
            link: (words) => (
              <Link href={paths.import(slug)} className={linkStyles}>
                {words}
              </Link>
            ),
          })
        : t("bodyViewer")}
    </EmptyState>
  );
}
