import type { Metadata } from "next";

import { ProjectList } from "~/features/projects/project-list";
import { workspaceBySlug } from "~/trpc/workspace";

export async function generateMetadata({ params }: PageProps<"/w/[workspace]">): Promise<Metadata> {
  return { title: (await workspaceBySlug((await params).workspace)).name };
}

export default function WorkspacePage() {
  return <ProjectList />;
}
