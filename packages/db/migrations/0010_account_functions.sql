-- Closing an account reaches into every workspace of a person at once, so it is a door of its own.

-- Ends the person's memberships, takes their name, address and password away and revokes their
-- sessions. What they did stays. Answers 'signed_out'; 'last_owner' with the first workspace that
-- would be left without one, and nothing is changed; or 'ok'.
CREATE FUNCTION close_account(p_user uuid, p_session uuid, p_request text)
RETURNS TABLE (outcome text, workspace_name text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_name text;
BEGIN
  -- Before anything is read: a workspace that the person is making is waited for, and is seen then.
  PERFORM 1 FROM users u WHERE u.id = p_user FOR NO KEY UPDATE;
  IF NOT enter_user(p_user, p_session) THEN
    RETURN QUERY SELECT 'signed_out', NULL::text;
    RETURN;
  END IF;

  -- Workspaces by ascending id, then the memberships: the order of every change of memberships.
  PERFORM 1 FROM workspaces w
  WHERE w.id IN (SELECT m.workspace_id FROM memberships m WHERE m.user_id = p_user)
  ORDER BY w.id FOR NO KEY UPDATE;
  PERFORM 1 FROM memberships m WHERE m.user_id = p_user ORDER BY m.workspace_id FOR UPDATE;

  SELECT w.name INTO v_name
  FROM memberships m JOIN workspaces w ON w.id = m.workspace_id
  WHERE m.user_id = p_user AND m.role = 'owner' AND m.ended_at IS NULL AND NOT EXISTS (
    SELECT 1 FROM memberships o
    WHERE o.workspace_id = m.workspace_id AND o.user_id <> p_user
      AND o.role = 'owner' AND o.ended_at IS NULL
  )
  ORDER BY w.id LIMIT 1;
  IF FOUND THEN
    RETURN QUERY SELECT 'last_owner', v_name;
    RETURN;
  END IF;

  DELETE FROM passwords p WHERE p.user_id = p_user;
  UPDATE users u SET name = 'Deleted account', email = NULL WHERE u.id = p_user;
  UPDATE sessions s SET revoked_at = clock_timestamp() WHERE s.user_id = p_user AND s.revoked_at IS NULL;
  WITH ended AS (
    UPDATE memberships m SET ended_at = clock_timestamp()
    WHERE m.user_id = p_user AND m.ended_at IS NULL RETURNING m.workspace_id
  ), counted AS (
    UPDATE event_counters c SET last_seq = c.last_seq + 1
    WHERE c.workspace_id IN (SELECT e.workspace_id FROM ended e) RETURNING c.workspace_id, c.last_seq
  )
  INSERT INTO events (workspace_id, seq, type, actor_id, actor_kind, request_id, at, subject, changes)
  SELECT c.workspace_id, c.last_seq, 'member.left', p_user, 'user', p_request, clock_timestamp(),
    jsonb_build_object('kind', 'member', 'id', p_user), '{}'::jsonb
  FROM counted c;
  RETURN QUERY SELECT 'ok', NULL::text;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION close_account FROM PUBLIC;
