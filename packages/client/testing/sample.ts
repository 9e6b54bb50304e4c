import {
  createClient,
  type Inputs,
  isSlackyError,
  type Outputs,
  type SlackyClient,
  withKey,
} from "@slacky/client";

const slacky: SlackyClient = createClient({ url: "http://localhost:3000", token: "token" });
const { workspaces } = await slacky.auth.me.query();
const workspaceId: string = workspaces[0]?.id ?? "";
const input: Inputs["tickets"]["create"] = { workspaceId, projectId: "", title: "A title" };

export const ticket = await slacky.tickets.create.mutate(input, withKey("one"));
export const urgent = ticket.priority === "urgent";
export const titles: string[] = (await slacky.tickets.list.query({ workspaceId })).items.map(
  ({ title }: Outputs["tickets"]["list"]["items"][number]) => title,
);

// @ts-expect-error A ticket has no such priority.
export const never = ticket.priority === "yesterday";
// @ts-expect-error A title is needed.
await slacky.tickets.create.mutate({ workspaceId, projectId: "" });
// @ts-expect-error It is a number.
await slacky.tickets.list.query({ workspaceId, limit: "50" });
// @ts-expect-error There is no such call.
await slacky.tickets.explode.mutate({ workspaceId });
// @ts-expect-error Reading is not writing.
await slacky.tickets.list.mutate({ workspaceId });

try {
  await slacky.workspaces.create.mutate({ name: "Field work" });
} catch (error) {
  if (!isSlackyError(error)) throw error;
  const said: (string | undefined)[] = [error.code, error.reason?.code, error.fields?.name?.[0]];
  const wait: number | undefined = error.retryAfter;
  throw new Error(`${said} ${wait}`);
}
