-- The doors in the tenant wall. Each is security definer with a fixed search_path, and this file
-- is the whole list: enter_user, enter_workspace, create_workspace, my_workspaces.

-- Checks the session and says who is acting, outside any workspace. False for a dead session.
CREATE FUNCTION enter_user(p_user uuid, p_session uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM sessions s
    WHERE s.id = p_session AND s.user_id = p_user
      AND s.revoked_at IS NULL AND s.expires_at > clock_timestamp()
  ) THEN
    RETURN false;
  END IF;
  PERFORM set_config('slacky.user_id', p_user::text, true);
  RETURN true;
END $$;
--> statement-breakpoint

-- Checks the session and the membership, and opens the workspace to this transaction.
--   p_lock 'none'       nothing is held: for reads
--          'share'      the caller's membership and those relied on, FOR SHARE, by ascending user id
--          'workspace'  the workspace row, FOR NO KEY UPDATE: first lock of every membership change
-- Answers (false, null) for a dead session and (true, null) for a stranger.
CREATE FUNCTION enter_workspace(
  p_user uuid, p_session uuid, p_workspace uuid, p_lock text, p_relies_on uuid[]
) RETURNS TABLE (signed_in boolean, role text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  v_role text;
BEGIN
  IF NOT enter_user(p_user, p_session) THEN
    RETURN QUERY SELECT false, NULL::text;
    RETURN;
  END IF;

  SELECT m.role INTO v_role FROM memberships m
  WHERE m.workspace_id = p_workspace AND m.user_id = p_user AND m.ended_at IS NULL;

  IF v_role IS NOT NULL AND p_lock <> 'none' THEN
    IF p_lock = 'workspace' THEN
      PERFORM 1 FROM workspaces w WHERE w.id = p_workspace FOR NO KEY UPDATE;
    ELSE
      PERFORM 1 FROM memberships m
      WHERE m.workspace_id = p_workspace AND m.user_id = ANY (p_relies_on || p_user)
      ORDER BY m.user_id FOR SHARE;
    END IF;
    -- Read again: the first answer is from before the lock.
    v_role := NULL;
    SELECT m.role INTO v_role FROM memberships m
    WHERE m.workspace_id = p_workspace AND m.user_id = p_user AND m.ended_at IS NULL;
  END IF;

  IF v_role IS NOT NULL THEN
    PERFORM set_config('slacky.workspace_id', p_workspace::text, true);
  END IF;
  RETURN QUERY SELECT true, v_role;
END $$;
--> statement-breakpoint

-- A workspace with its owner and its counter, entered by this transaction. Answers the slug it got:
-- the one asked for, or the first free one with a number behind it. Null for a dead session.
CREATE FUNCTION create_workspace(
  p_user uuid, p_session uuid, p_id uuid, p_slug text, p_name text
) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_slug text := p_slug;
  v_try integer := 1;
BEGIN
  -- Before the session is read: an account that is being closed is waited for, and has none then.
  PERFORM 1 FROM users u WHERE u.id = p_user FOR SHARE;
  IF NOT enter_user(p_user, p_session) THEN
    RETURN NULL;
  END IF;
  LOOP
    INSERT INTO workspaces (id, slug, name) VALUES (p_id, v_slug, p_name) ON CONFLICT (slug) DO NOTHING;
    EXIT WHEN FOUND;
    v_try := v_try + 1;
    v_slug := p_slug || '-' || v_try;
  END LOOP;
  INSERT INTO memberships (workspace_id, user_id, role) VALUES (p_id, p_user, 'owner');
  INSERT INTO event_counters (workspace_id) VALUES (p_id);
  PERFORM set_config('slacky.workspace_id', p_id::text, true);
  RETURN v_slug;
END $$;
--> statement-breakpoint

CREATE FUNCTION my_workspaces(p_user uuid, p_session uuid)
RETURNS TABLE (id uuid, slug text, name text, role text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT w.id, w.slug, w.name, m.role
  FROM memberships m JOIN workspaces w ON w.id = m.workspace_id
  WHERE m.user_id = p_user AND m.ended_at IS NULL
    AND EXISTS (
      SELECT 1 FROM sessions s
      WHERE s.id = p_session AND s.user_id = p_user
        AND s.revoked_at IS NULL AND s.expires_at > clock_timestamp()
    )
  ORDER BY lower(w.name), w.id
$$;
--> statement-breakpoint

REVOKE ALL ON FUNCTION enter_user, enter_workspace, create_workspace, my_workspaces FROM PUBLIC;
--> statement-breakpoint

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ticket_status_history
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
