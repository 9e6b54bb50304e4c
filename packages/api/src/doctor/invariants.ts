import { type SQL, sql } from "drizzle-orm";

/** What always holds, and a query for where it does not: the workspace, and what is wrong in words. */
export type Invariant = { name: string; broken: SQL };

export const invariants: Invariant[] = [
  {
    name: "a ticket is in the state that its history ends with",
    broken: sql`
      select t.workspace_id, format('ticket %s is in %L, its history ends with %L', t.id, t.state, h.to_state) as what
      from tickets t left join lateral (
        select h.to_state from ticket_status_history h
        where h.workspace_id = t.workspace_id and h.ticket_id = t.id order by h.seq desc limit 1
      ) h on true
      where h.to_state is distinct from t.state`,
  },
  {
    name: "a ticket's history has no gap: each row begins where the one before it ended",
    broken: sql`
      select workspace_id, format('ticket %s, row %s from %L, after %L', ticket_id, seq, from_state, before) as what
      from (
        select h.*, row_number() over walk as place, lag(h.to_state) over walk as before
        from ticket_status_history h
        window walk as (partition by h.workspace_id, h.ticket_id order by h.seq)
      ) walked
      where seq <> place or from_state is distinct from before`,
  },
  {
    name: "a history knows only states of its project",
    broken: sql`
      select h.workspace_id, format('ticket %s, row %s to %L', h.ticket_id, h.seq, h.to_state) as what
      from ticket_status_history h
      join tickets t on t.workspace_id = h.workspace_id and t.id = h.ticket_id
      where not exists (select from states s where s.workspace_id = h.workspace_id
        and s.project_id = t.project_id and s.key = h.to_state)`,
  },
  {
    name: "a version is 1 or more, and no field is newer than its ticket",
    broken: sql`
      select t.workspace_id, format('ticket %s at version %s, fields %s', t.id, t.version, t.field_versions) as what
      from tickets t
      where t.version < 1 or exists (select from jsonb_each_text(t.field_versions) f
        where f.value::integer not between 1 and t.version)`,
  },
  {
    name: "no two live tickets have one place in a lane",
    broken: sql`
      select workspace_id, format('tickets %s at %L in %L', string_agg(id::text, ', '), rank, state) as what
      from tickets where deleted_at is null
      group by workspace_id, project_id, state, rank having count(*) > 1`,
  },
  {
    name: "a project's numbers are given once, and its counter is not behind",
    broken: sql`
      select t.workspace_id, format('project %s: number %s %s time(s), counter at %s',
        t.project_id, t.number, count(*), max(c.last_number)) as what
      from tickets t left join ticket_counters c on c.workspace_id = t.workspace_id and c.project_id = t.project_id
      group by t.workspace_id, t.project_id, t.number
      having count(*) > 1 or t.number > coalesce(max(c.last_number), 0)`,
  },
  {
    name: "no ticket is above itself",
    broken: sql`
      with recursive above as (
        select t.workspace_id, t.id, t.parent_id from tickets t where t.parent_id is not null
        union all
        select above.workspace_id, above.id, t.parent_id
        from above join tickets t on t.workspace_id = above.workspace_id and t.id = above.parent_id
        where t.parent_id is not null
      ) cycle parent_id set looped using path
      select distinct workspace_id, format('ticket %s', id) as what from above where looped`,
  },
  {
    name: "the outbox has no gap, and ends where its counter stands",
    broken: sql`
      select workspace_id, format('event %s is where %s belongs', seq, place) as what from (
        select e.workspace_id, e.seq, row_number() over (partition by e.workspace_id order by e.seq) as place
        from events e
      ) walked where seq <> place
      union all
      select w.id, format('the last event is %s, the counter stands at %s', e.last, c.last_seq)
      from workspaces w left join event_counters c on c.workspace_id = w.id
      left join (select workspace_id, max(seq) as last from events group by workspace_id) e on e.workspace_id = w.id
      where coalesce(e.last, 0) is distinct from c.last_seq`,
  },
  {
    name: "the audit log says what the outbox says",
    broken: sql`
      select l.workspace_id, format('entry %s', l.seq) as what
      from audit_log l left join events e on e.workspace_id = l.workspace_id and e.seq = l.seq
      where (l.type, l.actor_id, l.actor_kind, l.request_id, l.at, l.subject, l.version, l.changes)
        is distinct from
        (e.type, e.actor_id, e.actor_kind, e.request_id, e.at, e.subject, e.version, e.changes)`,
  },
  {
    name: "a workspace with members has an owner",
    broken: sql`
      select m.workspace_id, format('%s member(s)', count(*)) as what from memberships m
      where m.ended_at is null
      group by m.workspace_id having not bool_or(m.role = 'owner')`,
  },
  {
    name: "who a ticket names has been a member",
    broken: sql`
      select t.workspace_id, format('ticket %s names %s', t.id, p.user_id) as what
      from tickets t cross join lateral (values (t.reporter_id), (t.assignee_id)) as p (user_id)
      where p.user_id is not null and not exists (
        select from memberships m where m.workspace_id = t.workspace_id and m.user_id = p.user_id)`,
  },
];
