-- The hash of an audit entry: over the hash before it and the entry as JSON, whose text jsonb makes
-- the same every time. The moment goes in as milliseconds, so that no setting of a session shows.
CREATE FUNCTION audit_hash(
  p_previous text, p_workspace uuid, p_seq bigint, p_type text, p_actor uuid, p_actor_kind text,
  p_request text, p_at timestamptz, p_subject jsonb, p_version integer, p_changes jsonb
) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(p_previous || jsonb_build_array(
    p_workspace, p_seq, p_type, p_actor, p_actor_kind, p_request,
    (extract(epoch FROM p_at) * 1000)::bigint, p_subject, p_version, p_changes)::text, 'UTF8')), 'hex')
$$;
--> statement-breakpoint

-- Goes through the log of a workspace from behind an entry, whose hash is p_previous, and within what
-- its caller may see. first_bad is the first entry that is altered, missing or out of its place.
CREATE FUNCTION audit_check(p_workspace uuid, p_after bigint, p_previous text, p_most integer)
RETURNS TABLE (checked integer, first_bad bigint, last_seq bigint, last_hash text)
LANGUAGE sql STABLE AS $$
  WITH page AS MATERIALIZED (
    SELECT l.* FROM audit_log l
    WHERE l.workspace_id = p_workspace AND l.seq > p_after ORDER BY l.seq LIMIT p_most
  ), placed AS (
    SELECT l.seq, l.hash, p_after + row_number() OVER walk AS place,
      audit_hash(coalesce(lag(l.hash) OVER walk, p_previous), l.workspace_id, l.seq, l.type, l.actor_id,
        l.actor_kind, l.request_id, l.at, l.subject, l.version, l.changes) AS proper
    FROM page l WINDOW walk AS (ORDER BY l.seq)
  )
  SELECT count(*)::integer, min(least(p.seq, p.place)) FILTER (WHERE p.seq <> p.place OR p.hash <> p.proper),
    max(p.seq), (SELECT l.hash FROM page l ORDER BY l.seq DESC LIMIT 1)
  FROM placed p
$$;
--> statement-breakpoint

-- The worker's doors, security definer with a fixed search_path: enter_as_worker, workspaces_to_audit,
-- forget_answers.

-- Opens a workspace to this transaction, for what nobody in particular does. False where there is none.
CREATE FUNCTION enter_as_worker(p_workspace uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM workspaces w WHERE w.id = p_workspace) THEN
    RETURN false;
  END IF;
  PERFORM set_config('slacky.workspace_id', p_workspace::text, true);
  RETURN true;
END $$;
--> statement-breakpoint

-- Workspaces whose outbox is ahead of their audit log.
CREATE FUNCTION workspaces_to_audit() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT e.workspace_id
  FROM event_counters e LEFT JOIN audit_cursors c ON c.workspace_id = e.workspace_id
  WHERE e.last_seq > coalesce(c.seq, 0)
$$;
--> statement-breakpoint

-- Removes answers that were kept for 48 hours, some at a time, and says how many.
CREATE FUNCTION forget_answers(p_most integer) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH old AS (
    SELECT k.user_id, k.key FROM idempotency_keys k
    WHERE k.created_at < clock_timestamp() - interval '48 hours'
    ORDER BY k.created_at LIMIT p_most FOR UPDATE SKIP LOCKED
  ), gone AS (
    DELETE FROM idempotency_keys k USING old
    WHERE k.user_id = old.user_id AND k.key = old.key RETURNING 1
  )
  SELECT count(*)::integer FROM gone
$$;
--> statement-breakpoint

REVOKE ALL ON FUNCTION enter_as_worker, workspaces_to_audit, forget_answers FROM PUBLIC;
--> statement-breakpoint

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
