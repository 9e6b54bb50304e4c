import { createClient } from "@slacky/client";
import postgres from "postgres";

import type { Connections } from "./http-client";
import { drawTickets, LABELS, labelId, PEOPLE } from "./seed-rows";
import { type Decision, expectItems, expectOk, type HistoryRow, type Subject } from "./subject";

type Stand = { url: string; pid: number; adminUrl: string; seed: number; tickets: number };

const password = "a password for the bench";
const STATES = ["open", "in_progress", "resolved", "closed"];

/** Fills a running Slacky: people and projects by its API, tickets by SQL. */
export async function standSlacky({ url, pid, adminUrl, seed, tickets }: Stand) {
  const token = await signUp(url, 1);
  const owner = createClient({ url, token });
  const { id: workspaceId } = await owner.workspaces.create.mutate({ name: "Bench" });
  for (let i = 2; i <= PEOPLE; i++) {
    await signUp(url, i);
    await owner.members.add.mutate({ workspaceId, email: emailOf(i), role: "member" });
  }
  const project = async (name: string) => {
    const { id: projectId } = await owner.projects.create.mutate({ workspaceId, name });
    await owner.projects.addTransition.mutate({
      ...{ workspaceId, projectId },
      ...{ from: "closed", to: "open" },
    });
    return projectId;
  };
  const projects = { work: await project("Work"), board: await project("Board") };
  await fill(adminUrl, { workspaceId, projects, seed, tickets });
  return {
    subject: (deepPages: number) => calls({ url, pid, token, workspaceId, projects }, deepPages),
  };
}

const emailOf = (i: number) => `person${i}@example.test`;

async function signUp(url: string, i: number): Promise<string> {
  const nobody = createClient({ url });
  const email = emailOf(i);
  await nobody.auth.register.mutate({ name: `Person ${i}`, email, password });
  return (await nobody.auth.token.mutate({ email, password })).token;
}

type Place = {
  workspaceId: string;
  projects: { work: string; board: string };
  seed: number;
  tickets: number;
};

/** As a superuser without triggers and foreign keys, which would take most of the time. */
async function fill(adminUrl: string, { workspaceId: ws, projects, seed, tickets }: Place) {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`set session_replication_role = replica`;
    await drawTickets(sql, seed, tickets);
    await sql`insert into tickets (workspace_id, id, project_id, number, title, description, state, priority,
        assignee_id, reporter_id, due_on, rank, created_at, updated_at)
      select ${ws}, d.id, case when on_board then ${projects.board}::uuid else ${projects.work}::uuid end,
        number, title, description, state, priority, u.id, o.id, due_on, 'a' || lpad(i::text, 6, '0'),
        d.created_at, d.created_at
      from drawn d left join users u on u.email = 'person' || person || '@example.test'
        join users o on o.email = ${emailOf(1)}`;
    await sql`insert into ticket_search (workspace_id, ticket_id, project_id, title, document, characters)
      select workspace_id, id, project_id, title, search_document(title, description, ''), length(description)
      from tickets`;
    await sql`insert into ticket_status_history (workspace_id, ticket_id, seq, to_state, by_id, at)
      select workspace_id, id, 1, state, reporter_id, created_at from tickets`;
    await sql`insert into labels (workspace_id, id, name, color)
      select ${ws}, ${labelId(sql, seed)}, 'Label ' || label, 'red' from generate_series(1, ${LABELS}::int) label`;
    await sql`insert into ticket_labels (workspace_id, ticket_id, label_id)
      select ${ws}, id, ${labelId(sql, seed)} from drawn where label is not null`;
    await sql`update ticket_counters c set last_number =
      (select max(number) from tickets t where t.workspace_id = c.workspace_id and t.project_id = c.project_id)`;
    await sql`vacuum (analyze)`;
  } finally {
    await sql.end();
  }
}

type Account = {
  url: string;
  pid: number;
  token: string;
  workspaceId: string;
  projects: Place["projects"];
};

type Failure = { error: { data: { reason?: { code?: string; allowed?: string[] } } } };

async function calls(at: Account, deepPages: number): Promise<Subject> {
  const { url, pid, token, workspaceId, projects } = at;
  const ask = (via: Connections, path: string, input: object) =>
    via.send("GET", `/api/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`, token);
  const tell = (via: Connections, path: string, input: object) =>
    via.send("POST", `/api/trpc/${path}`, token, input);
  const dataOf = <T>(json: unknown) => (json as { result: { data: T } }).result.data;

  const query = { workspaceId, projectId: projects.work, state: "open", limit: 50 };
  const owner = createClient({ url, token });
  let cursor: string | null | undefined;
  for (let page = 0; page < deepPages; page++) {
    ({ nextCursor: cursor } = await owner.tickets.list.query({ ...query, cursor }));
  }
  const list = async (via: Connections, from: object) =>
    expectItems(dataOf(expectOk("A list", await ask(via, "tickets.list", { ...query, ...from }))));

  return {
    name: "Slacky",
    url,
    pid,
    listFirst: (via) => list(via, {}),
    listDeep: (via) => list(via, { cursor }),
    async board(via) {
      const input = { workspaceId, projectId: projects.board, limit: 50 };
      const json = expectOk("A board", await ask(via, "tickets.board", input));
      const { columns } = dataOf<{ columns: unknown[] }>(json);
      if (columns.length !== STATES.length) throw new Error("A board came without its columns");
    },
    async create(via) {
      const input = { workspaceId, projectId: projects.work, title: "Made by the bench" };
      expectOk("Creating", await tell(via, "tickets.create", input));
    },
    async transition(via, ticketId, to): Promise<Decision> {
      const answer = await tell(via, "tickets.transition", { workspaceId, ticketId, to });
      const { reason } = (answer.json as Partial<Failure>).error?.data ?? {};
      if (reason?.code === "illegal_transition") return { allowed: reason.allowed ?? [] };
      return { state: dataOf<{ state: string }>(expectOk("A transition", answer)).state };
    },
    async history(via, ticket) {
      const answer = await ask(via, "tickets.history", { workspaceId, ticket });
      return dataOf<{ items: HistoryRow[] }>(expectOk("A history", answer)).items;
    },
  };
}
