"use client";

import { can } from "@slacky/api/rules";
import { useTranslations } from "next-intl";
import { useCallback, useMemo, useState } from "react";

import { useCurrentWorkspace } from "~/lib/current-workspace";
import type { Project } from "~/lib/projects";
import { PageHeader } from "~/ui/page-header";

import { BoardContextProvider, type OpenMenu } from "./board-context";
import { BoardLanes } from "./board-lanes";
import type { Board } from "./board-state";
import { EmptyBoard } from "./empty-board";
import { SyncStatus } from "./sync-status";
import { useBoard } from "./use-board";
import { useMoves } from "./use-moves";
import { type InitialNames, useNames } from "./use-names";

type Props = {
  project: Project;
  /** The day it is, as the server sees it. */
  today: string;
  initial: InitialNames & { board: Board };
};

/** A project's board: its states as lanes, its tickets as cards. */
export function BoardView({ project, today, initial }: Props) {
  const t = useTranslations("board");
  const { slug, role } = useCurrentWorkspace();
  const source = useBoard(project.id, initial.board);
  const { board, send } = useMoves(project.id, source);
  const { people, labels } = useNames(initial);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const [started, setStarted] = useState(false);
  const openMenu = useCallback(
    (ticketId: string, anchor: Element) => setMenu({ ticketId, anchor }),
    [],
  );
  const locked = can(role, "ticket.move") ? null : t("locked");
  const context = useMemo(
    () => ({ project, slug, people, labels, today, locked, openMenu }),
    [project, slug, people, labels, today, locked, openMenu],
  );
  const empty = !started && board.columns.every((lane) => lane.total === 0);

  return (
    <BoardContextProvider value={context}>
      <PageHeader title={project.name}>
        {locked && <p className="text-ink-2 text-meta">{t("viewOnly")}</p>}
        <SyncStatus projectId={project.id} stale={source.stale} />
      </PageHeader>
      {empty ? (
        <EmptyBoard mayCreate={can(role, "ticket.create")} onStart={() => setStarted(true)} />
      ) : (
        <BoardLanes
          board={board}
          source={source}
          send={send}
          menu={menu}
          onMenuClose={() => setMenu(null)}
          startWriting={started}
        />
      )}
    </BoardContextProvider>
  );
}
