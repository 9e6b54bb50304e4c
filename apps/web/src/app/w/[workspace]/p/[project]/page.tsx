import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";

import { BoardView } from "~/features/board/board-view";
import { api } from "~/trpc/server";
import { workspaceBySlug } from "~/trpc/workspace";

type Props = PageProps<"/w/[workspace]/p/[project]">;

/** Once a request, for the title and for the page. */
const projectByKey = cache(async (slug: string, key: string) => {
  const { id: workspaceId } = await workspaceBySlug(slug);
  const { items } = await (await api()).projects.list({ workspaceId });
  return items.find((project) => project.key === key) ?? notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, project } = await params;
  return { title: (await projectByKey(workspace, project)).name };
}

export default async function BoardPage({ params }: Props) {
  const { workspace, project: key } = await params;
  const [{ id: workspaceId }, project, caller] = await Promise.all([
    workspaceBySlug(workspace),
    projectByKey(workspace, key),
    api(),
  ]);
  const [board, members, labels] = await Promise.all([
    caller.tickets.board({ workspaceId, projectId: project.id }),
    caller.members.list({ workspaceId, includeEnded: true }),
    caller.labels.list({ workspaceId }),
  ]);
  return (
    <BoardView
      key={project.id}
      project={project}
      today={new Date().toISOString().slice(0, 10)}
      initial={{ board, members, labels }}
    />
  );
}
