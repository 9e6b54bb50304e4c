import { readFile } from "node:fs/promises";
import { SignJWT } from "jose";
import postgres from "postgres";

import type { Connections } from "./http-client";
import { drawTickets, LABELS, labelId, PEOPLE } from "./seed-rows";
import { type Decision, expectItems, expectOk, type HistoryRow, type Subject } from "./subject";

/** The tables of the baseline, with the same tickets. */
export async function fillBaseline(url: string, seed: number, tickets: number) {
  const schema = await readFile(new URL("../baseline/schema.sql", import.meta.url), "utf8");
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(schema);
    await sql`insert into users (id, name, email)
      select md5('person' || i)::uuid, 'Person ' || i, 'person' || i || '@example.test'
      from generate_series(1, ${PEOPLE}::int) i`;
    const [ws] =
      await sql`insert into workspaces (id, name) values (gen_random_uuid(), 'Bench') returning id`;
    await sql`insert into memberships (workspace_id, user_id, role) select ${ws!.id}, id, 'member' from users`;
    const projects = await sql`insert into projects (id, workspace_id, key, name) values
      (gen_random_uuid(), ${ws!.id}, 'WORK', 'Work'), (gen_random_uuid(), ${ws!.id}, 'BOARD', 'Board') returning id`;
    const [work, board] = projects.map(({ id }) => id as string);
    await drawTickets(sql, seed, tickets);
    await sql`insert into tickets (id, workspace_id, project_id, number, title, description, state, priority,
        assignee_id, reporter_id, due_on, position, created_at, updated_at)
      select id, ${ws!.id}, case when on_board then ${board!}::uuid else ${work!}::uuid end, number, title,
        description, state, priority, md5('person' || person)::uuid, md5('person1')::uuid, due_on, i,
        created_at, created_at
      from drawn`;
    await sql`insert into status_history (ticket_id, seq, to_state, by_id, at)
      select id, 1, state, reporter_id, created_at from tickets`;
    await sql`insert into labels (id, workspace_id, name)
      select ${labelId(sql, seed)}, ${ws!.id}, 'Label ' || label from generate_series(1, ${LABELS}::int) label`;
    await sql`insert into ticket_labels (ticket_id, label_id)
      select id, ${labelId(sql, seed)} from drawn where label is not null`;
    await sql`update projects p set last_number = (select max(number) from tickets where project_id = p.id)`;
    await sql`vacuum (analyze)`;
    const [person] = await sql`select id from users where email = 'person1@example.test'`;
    return {
      workspaceId: ws!.id as string,
      work: work!,
      board: board!,
      userId: person!.id as string,
    };
  } finally {
    await sql.end();
  }
}

type Place = Awaited<ReturnType<typeof fillBaseline>>;
type Running = { url: string; pid: number; secret: string };

export async function baselineSubject(at: Place, running: Running, page: number): Promise<Subject> {
  const { url, pid, secret } = running;
  const token = await new SignJWT()
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(at.userId)
    .setExpirationTime("1h")
    .sign(new TextEncoder().encode(secret));
  const base = `/workspaces/${at.workspaceId}`;
  const list = async (via: Connections, from: number) => {
    const path = `${base}/tickets?projectId=${at.work}&state=open&page=${from}`;
    expectItems(expectOk("A list", await via.send("GET", path, token)) as { items: unknown[] });
  };
  return {
    name: "baseline",
    url,
    pid,
    listFirst: (via) => list(via, 0),
    listDeep: (via) => list(via, page),
    board: async (via) =>
      expectOk("A board", await via.send("GET", `${base}/projects/${at.board}/board`, token)),
    create: async (via) => {
      const body = { projectId: at.work, title: "Made by the bench" };
      expectOk("Creating", await via.send("POST", `${base}/tickets`, token, body));
    },
    async transition(via, ticketId, to): Promise<Decision> {
      const answer = await via.send("POST", `${base}/tickets/${ticketId}/transition`, token, {
        to,
      });
      if (answer.status === 409) return answer.json as { allowed: string[] };
      return expectOk("A transition", answer) as { state: string };
    },
    async history(via, ticketId) {
      const answer = await via.send("GET", `${base}/tickets/${ticketId}/history`, token);
      return (expectOk("A history", answer) as { items: HistoryRow[] }).items;
    },
  };
}
