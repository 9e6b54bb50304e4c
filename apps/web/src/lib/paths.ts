/** Every address of the app. Workspaces go by slug, projects and tickets by key. */
export const paths = {
  home: () => "/",
  signIn: (next = "/") => (next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`),
  register: (next = "/") =>
    next === "/" ? "/register" : `/register?next=${encodeURIComponent(next)}`,
  welcome: () => "/welcome",
  workspace: (workspace: string) => `/w/${workspace}`,
  members: (workspace: string) => `/w/${workspace}/members`,
  import: (workspace: string) => `/w/${workspace}/import`,
  project: (workspace: string, project: string) => `/w/${workspace}/p/${project}`,
  ticket: (workspace: string, ticket: string) => `/w/${workspace}/t/${ticket}`,
};
