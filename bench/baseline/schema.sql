create table users (
  id uuid primary key,
  name text not null,
  email text not null unique
);

create table workspaces (
  id uuid primary key,
  name text not null
);

create table memberships (
  workspace_id uuid not null references workspaces,
  user_id uuid not null references users,
  role text not null check (role in ('viewer', 'member', 'admin', 'owner')),
  primary key (workspace_id, user_id)
);

create table projects (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  key text not null,
  name text not null,
  last_number integer not null default 0
);

create table tickets (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  project_id uuid not null references projects,
  number integer not null,
  title text not null,
  description text not null default '',
  state text not null check (state in ('open', 'in_progress', 'resolved', 'closed')),
  priority smallint not null default 0,
  assignee_id uuid references users,
  reporter_id uuid not null references users,
  due_on date,
  position double precision not null default extract(epoch from clock_timestamp()),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  unique (project_id, number)
);
create index on tickets (workspace_id);
create index on tickets (project_id);
create index on tickets (state);
create index on tickets (assignee_id);
create index on tickets (created_at);

create table labels (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  name text not null
);

create table ticket_labels (
  ticket_id uuid not null references tickets,
  label_id uuid not null references labels,
  primary key (ticket_id, label_id)
);

create table status_history (
  id bigint generated always as identity primary key,
  ticket_id uuid not null references tickets,
  seq integer not null,
  from_state text,
  to_state text not null,
  by_id uuid not null references users,
  at timestamptz not null default clock_timestamp()
);
create index on status_history (ticket_id);

create table audit_log (
  id bigint generated always as identity primary key,
  workspace_id uuid not null references workspaces,
  actor_id uuid not null references users,
  action text not null,
  ticket_id uuid not null references tickets,
  changes jsonb not null,
  at timestamptz not null default clock_timestamp()
);
create index on audit_log (workspace_id);
create index on audit_log (ticket_id);
