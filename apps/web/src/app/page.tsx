import { redirect } from "next/navigation";

import { paths } from "~/lib/paths";
import { me } from "~/trpc/workspace";

export default async function Home() {
  const [first] = (await me()).workspaces;
  redirect(first ? paths.workspace(first.slug) : paths.welcome());
}
