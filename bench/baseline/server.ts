import { randomUUID } from "node:crypto";
import express, { type NextFunction, type Request, type Response } from "express";
import { jwtVerify } from "jose";
import { Pool, type PoolClient } from "pg";

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const secret = new TextEncoder().encode(process.env.JWT_SECRET);
const PAGE = 50;

const allowed: Record<string, string[]> = {
  open: ["in_progress"],
  in_progress: ["resolved"],
  resolved: ["closed"],
  closed: ["open"],
};

const ticketColumns = `t.id, p.key || '-' || t.number as key, t.number, t.project_id as "projectId", t.title,
  t.state, t.priority, t.assignee_id as "assigneeId", t.reporter_id as "reporterId",
  array(select label_id from ticket_labels l where l.ticket_id = t.id) as "labelIds",
  t.due_on as "dueOn", t.position, t.version, t.created_at as "createdAt", t.updated_at as "updatedAt"`;

type Locals = { userId: string; role: string };
type Handler = (
  request: Request<Record<string, string>>,
  response: Response<unknown, Locals>,
) => Promise<void>;

/** Who it is says the token; the role in the workspace is asked of the database. */
async function authenticate(request: Request, response: Response, next: NextFunction) {
  try {
    const token = request.headers.authorization?.replace(/^Bearer /, "") ?? "";
    const { payload } = await jwtVerify(token, secret);
    response.locals.userId = payload.sub;
  } catch {
    response.status(401).json({ error: "Not signed in" });
    return;
  }
  const { rows } = await pool.query(
    "select role from memberships where workspace_id = $1 and user_id = $2",
    [request.params.workspace, response.locals.userId],
  );
  if (rows.length === 0) {
    response.status(404).json({ error: "Workspace not found" });
    return;
  }
  response.locals.role = rows[0].role;
  next();
}

function requireMember(_request: Request, response: Response, next: NextFunction) {
  if (response.locals.role !== "viewer") next();
  else response.status(403).json({ error: "Your role does not allow this" });
}

async function inTransaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

const listTickets: Handler = async (request, response) => {
  const { projectId, state, page = "0" } = request.query;
  const { rows } = await pool.query(
    `select ${ticketColumns}, t.description from tickets t join projects p on p.id = t.project_id
     where t.workspace_id = $1 and t.deleted_at is null
       and ($2::uuid is null or t.project_id = $2) and ($3::text is null or t.state = $3)
     order by t.created_at desc, t.id desc limit ${PAGE} offset $4`,
    [request.params.workspace, projectId, state, Number(page) * PAGE],
  );
  response.json({ items: rows });
};

const readBoard: Handler = async (request, response) => {
  const { workspace, project } = request.params;
  const totals = await pool.query(
    `select state, count(*)::int as total from tickets
     where workspace_id = $1 and project_id = $2 and deleted_at is null group by state`,
    [workspace, project],
  );
  const totalOf = new Map(totals.rows.map(({ state, total }) => [state, total]));
  const columns = await Promise.all(
    Object.keys(allowed).map(async (state) => {
      const { rows } = await pool.query(
        `select ${ticketColumns} from tickets t join projects p on p.id = t.project_id
         where t.workspace_id = $1 and t.project_id = $2 and t.state = $3 and t.deleted_at is null
         order by t.position, t.id limit ${PAGE}`,
        [workspace, project, state],
      );
      return { state, total: totalOf.get(state) ?? 0, items: rows };
    }),
  );
  response.json({ columns });
};

const createTicket: Handler = async (request, response) => {
  const { projectId, title, description = "", priority = 0 } = request.body;
  if (typeof title !== "string" || title.trim() === "" || title.length > 500) {
    response.status(400).json({ error: "title" });
    return;
  }
  const { workspace } = request.params;
  const { userId } = response.locals;
  const ticket = await inTransaction(async (client) => {
    const counter = await client.query(
      `update projects set last_number = last_number + 1
       where id = $1 and workspace_id = $2 returning last_number`,
      [projectId, workspace],
    );
    if (counter.rows.length === 0) return undefined;
    const id = randomUUID();
    await client.query(
      `insert into tickets (id, workspace_id, project_id, number, title, description, state, priority, reporter_id)
       values ($1, $2, $3, $4, $5, $6, 'open', $7, $8)`,
      [id, workspace, projectId, counter.rows[0].last_number, title, description, priority, userId],
    );
    await record(client, { workspace, userId, id, action: "created", from: null, to: "open" });
    return readTicket(client, id);
  });
  if (ticket) response.json(ticket);
  else response.status(404).json({ error: "Project not found" });
};

const transitionTicket: Handler = async (request, response) => {
  const { workspace, ticket: id } = request.params;
  const { to } = request.body;
  const { userId } = response.locals;
  const result = await inTransaction(async (client) => {
    const { rows } = await client.query(
      "select state from tickets where id = $1 and workspace_id = $2 and deleted_at is null for update",
      [id, workspace],
    );
    if (rows.length === 0) return { status: 404, body: { error: "Ticket not found" } };
    const from: string = rows[0].state;
    const next = allowed[from] ?? [];
    if (!next.includes(to)) return { status: 409, body: { error: "Illegal", from, allowed: next } };
    await client.query(
      `update tickets set state = $2, version = version + 1, updated_at = now(),
         position = extract(epoch from clock_timestamp()) where id = $1`,
      [id, to],
    );
    await record(client, { workspace, userId, id, action: "transitioned", from, to });
    return { status: 200, body: await readTicket(client, id) };
  });
  response.status(result.status).json(result.body);
};

type Change = {
  workspace: string | undefined;
  userId: string;
  id: string | undefined;
  action: string;
  from: string | null;
  to: string;
};

/** A row of history and one of the audit log. The caller holds the ticket. */
async function record(client: PoolClient, { workspace, userId, id, action, from, to }: Change) {
  await client.query(
    `insert into status_history (ticket_id, seq, from_state, to_state, by_id)
     select $1, coalesce(max(seq), 0) + 1, $2, $3, $4 from status_history where ticket_id = $1`,
    [id, from, to, userId],
  );
  await client.query(
    `insert into audit_log (workspace_id, actor_id, action, ticket_id, changes)
     values ($1, $2, $3, $4, $5)`,
    [workspace, userId, action, id, JSON.stringify({ state: [from, to] })],
  );
}

async function readTicket(client: PoolClient, id: string | undefined) {
  const { rows } = await client.query(
    `select ${ticketColumns}, t.description from tickets t join projects p on p.id = t.project_id
     where t.id = $1`,
    [id],
  );
  return rows[0];
}

const readHistory: Handler = async (request, response) => {
  const { rows } = await pool.query(
    `select h.seq, h.from_state as "from", h.to_state as "to", h.by_id as "by", h.at
     from status_history h join tickets t on t.id = h.ticket_id
     where t.workspace_id = $1 and t.id = $2 order by h.seq`,
    [request.params.workspace, request.params.ticket],
  );
  response.json({ items: rows });
};

const at = "/workspaces/:workspace";
const app = express().disable("x-powered-by").use(express.json());
app.get(`${at}/tickets`, authenticate, listTickets as never);
app.get(`${at}/projects/:project/board`, authenticate, readBoard as never);
app.post(`${at}/tickets`, authenticate, requireMember, createTicket as never);
app.post(
  `${at}/tickets/:ticket/transition`,
  authenticate,
  requireMember,
  transitionTicket as never,
);
app.get(`${at}/tickets/:ticket/history`, authenticate, readHistory as never);

const server = app.listen(Number(process.env.PORT), "127.0.0.1", () => process.send?.("ready"));
const leave = () => process.exit(0);
process.on("SIGTERM", () => server.close(leave).closeAllConnections());
process.on("disconnect", leave);
