import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { MembersPage } from "~/features/members/members-page";
import { api } from "~/trpc/server";
import { workspaceBySlug } from "~/trpc/workspace";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shell"))("members") };
}

export default async function Members({ params }: PageProps<"/w/[workspace]/members">) {
  const { id } = await workspaceBySlug((await params).workspace);
  return <MembersPage initial={await (await api()).members.list({ workspaceId: id })} />;
}
