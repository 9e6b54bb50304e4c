-- Whoever holds an invite is not in the workspace yet, so using one is a door of its own.

-- Makes the caller a member with the role the invite gives, and uses it up. Answers why not instead:
-- 'signed_out'; 'not_found' for a token that is unknown, expired, revoked or for another address, or
-- whose sender could no longer grant the role;
-- 'used'; 'member' for someone who is one already (the invite is kept); 'ok' with the workspace entered.
CREATE FUNCTION accept_invite(p_user uuid, p_session uuid, p_token_hash text)
RETURNS TABLE (outcome text, workspace_id uuid, role text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  v_invite invites%ROWTYPE;
BEGIN
  -- An account that is being closed is waited for.
  PERFORM 1 FROM users u WHERE u.id = p_user FOR SHARE;
  IF NOT enter_user(p_user, p_session) THEN
    RETURN QUERY SELECT 'signed_out', NULL::uuid, NULL::text;
    RETURN;
  END IF;

  SELECT i.* INTO v_invite FROM invites i JOIN users u ON u.email = i.email
  WHERE i.token_hash = p_token_hash AND u.id = p_user;
  IF NOT FOUND THEN
    RETURN QUERY SELECT 'not_found', NULL::uuid, NULL::text;
    RETURN;
  END IF;

  -- The order of every change of memberships: the workspace first, then what is changed, read again.
  PERFORM 1 FROM workspaces w WHERE w.id = v_invite.workspace_id FOR NO KEY UPDATE;
  SELECT i.* INTO v_invite FROM invites i WHERE i.token_hash = p_token_hash FOR UPDATE;
  PERFORM 1 FROM memberships m
  WHERE m.workspace_id = v_invite.workspace_id AND m.user_id = p_user FOR UPDATE;

  IF v_invite.revoked_at IS NOT NULL OR v_invite.expires_at <= clock_timestamp() OR NOT EXISTS (
    SELECT 1 FROM memberships s
    WHERE s.workspace_id = v_invite.workspace_id AND s.user_id = v_invite.created_by_id
      AND s.ended_at IS NULL AND s.role IN ('admin', 'owner')
      AND (s.role = 'owner' OR v_invite.role <> 'owner')
  ) THEN
    RETURN QUERY SELECT 'not_found', NULL::uuid, NULL::text;
  ELSIF v_invite.accepted_at IS NOT NULL THEN
    RETURN QUERY SELECT 'used', NULL::uuid, NULL::text;
  ELSIF EXISTS (
    SELECT 1 FROM memberships m
    WHERE m.workspace_id = v_invite.workspace_id AND m.user_id = p_user AND m.ended_at IS NULL
  ) THEN
    RETURN QUERY SELECT 'member', v_invite.workspace_id, NULL::text;
  ELSE
    INSERT INTO memberships (workspace_id, user_id, role)
    VALUES (v_invite.workspace_id, p_user, v_invite.role)
    ON CONFLICT (workspace_id, user_id) DO UPDATE SET role = excluded.role, ended_at = NULL;
    UPDATE invites SET accepted_at = clock_timestamp(), accepted_by_id = p_user
    WHERE token_hash = p_token_hash;
    PERFORM set_config('slacky.workspace_id', v_invite.workspace_id::text, true);
    RETURN QUERY SELECT 'ok', v_invite.workspace_id, v_invite.role;
  END IF;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION accept_invite FROM PUBLIC;
