import { CreateTicketButton } from "~/features/create-ticket/create-ticket-button";
import { AppShell } from "~/features/shell/app-shell";
import { ProjectLinks } from "~/features/shell/project-links";
import { Sidebar } from "~/features/shell/sidebar";
import { CurrentWorkspaceProvider } from "~/lib/current-workspace";
import { ProjectsProvider } from "~/lib/projects";
import { api } from "~/trpc/server";
import { workspaceBySlug } from "~/trpc/workspace";

export default async function WorkspaceLayout({ params, children }: LayoutProps<"/w/[workspace]">) {
  const workspace = await workspaceBySlug((await params).workspace);
  const caller = await api();
  const at = { workspaceId: workspace.id };
  const [projects, members] = await Promise.all([
    caller.projects.list(at),
    caller.members.list(at),
  ]);
  return (
    <CurrentWorkspaceProvider value={workspace}>
      <ProjectsProvider initial={projects}>
        <AppShell
          sidebar={
            <Sidebar
              members={members}
              create={<CreateTicketButton />}
              projects={<ProjectLinks />}
            />
          }
        >
          {children}
        </AppShell>
      </ProjectsProvider>
    </CurrentWorkspaceProvider>
  );
}
