-- How search reads words: as they are, in any language, with names and codes kept whole.

-- Every word as a web search engine takes it, the last one also as the beginning of a word.
CREATE FUNCTION search_query(p_words text) RETURNS tsquery
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  v_query text := websearch_to_tsquery('pg_catalog.simple', p_words)::text;
BEGIN
  -- Not after a quotation, which is exact, nor for a word that is to be left out.
  IF v_query LIKE '%''' AND p_words !~ '(^|\s)-\S*$|"\s*$' THEN
    v_query := v_query || ':*';
  END IF;
  RETURN v_query::tsquery;
END $$;
--> statement-breakpoint

-- A ticket's words, as far as they fit: a document over a megabyte is an error, and neither the words
-- of a title nor those of 99,000 characters more come near it.
CREATE FUNCTION search_document(p_title text, p_description text, p_comments text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT setweight(to_tsvector('pg_catalog.simple', p_title), 'A')
      || setweight(to_tsvector('pg_catalog.simple', left(p_description, 99000)), 'B')
      || setweight(to_tsvector('pg_catalog.simple',
           left(p_comments, greatest(0, 99000 - length(p_description)))), 'C')
$$;
--> statement-breakpoint

-- Its comments, oldest first, as far as a document may need them.
CREATE FUNCTION searchable_comments(p_workspace uuid, p_ticket uuid) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_body text;
  v_bodies text[] := '{}';
  v_length integer := 0;
BEGIN
  FOR v_body IN
    SELECT c.body FROM comments c
    WHERE c.workspace_id = p_workspace AND c.ticket_id = p_ticket AND c.deleted_at IS NULL
    ORDER BY c.created_at, c.id
  LOOP
    v_bodies := v_bodies || v_body;
    v_length := v_length + length(v_body) + 1;
    EXIT WHEN v_length > 99000;
  END LOOP;
  RETURN array_to_string(v_bodies, E'\n');
END $$;
--> statement-breakpoint

-- Reads all that a ticket says again.
CREATE FUNCTION index_ticket(p_workspace uuid, p_ticket uuid) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  -- A comment that is added at once is waited for here, and then read with the others.
  PERFORM 1 FROM ticket_search s
  WHERE s.workspace_id = p_workspace AND s.ticket_id = p_ticket FOR UPDATE;
  UPDATE ticket_search s
  SET title = t.title,
      document = search_document(t.title, t.description, c.bodies),
      characters = length(t.description) + length(c.bodies)
  FROM tickets t, searchable_comments(p_workspace, p_ticket) AS c (bodies)
  WHERE s.workspace_id = p_workspace AND s.ticket_id = p_ticket
    AND t.workspace_id = p_workspace AND t.id = p_ticket;
END $$;
--> statement-breakpoint

CREATE FUNCTION index_new_tickets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO ticket_search (workspace_id, ticket_id, project_id, title, document, characters)
  SELECT n.workspace_id, n.id, n.project_id, n.title,
    search_document(n.title, n.description, ''), length(n.description)
  FROM inserted n;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER index_new_tickets AFTER INSERT ON tickets REFERENCING NEW TABLE AS inserted
  FOR EACH STATEMENT EXECUTE FUNCTION index_new_tickets();
--> statement-breakpoint

CREATE FUNCTION index_changed_ticket() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM index_ticket(NEW.workspace_id, NEW.id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER index_changed_ticket AFTER UPDATE OF title, description ON tickets FOR EACH ROW
  WHEN (NEW.title IS DISTINCT FROM OLD.title OR NEW.description IS DISTINCT FROM OLD.description)
  EXECUTE FUNCTION index_changed_ticket();
--> statement-breakpoint

-- Adds to what is there, which needs no reading again and no lock but the row's own: of two comments
-- at once the second waits, and adds to what the first left.
CREATE FUNCTION index_new_comments() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE ticket_search s
  SET document = s.document || search_document('', '', left(n.bodies, 99000 - s.characters)),
      characters = s.characters + length(n.bodies)
  FROM (
    SELECT i.workspace_id, i.ticket_id,
      E'\n' || string_agg(i.body, E'\n' ORDER BY i.created_at, i.id) AS bodies
    FROM inserted i GROUP BY 1, 2
  ) n
  WHERE s.workspace_id = n.workspace_id AND s.ticket_id = n.ticket_id AND s.characters < 99000;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER index_new_comments AFTER INSERT ON comments REFERENCING NEW TABLE AS inserted
  FOR EACH STATEMENT EXECUTE FUNCTION index_new_comments();
--> statement-breakpoint

CREATE FUNCTION index_changed_comment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM index_ticket(NEW.workspace_id, NEW.ticket_id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER index_changed_comment AFTER UPDATE OF body, deleted_at ON comments FOR EACH ROW
  WHEN (NEW.body IS DISTINCT FROM OLD.body OR NEW.deleted_at IS DISTINCT FROM OLD.deleted_at)
  EXECUTE FUNCTION index_changed_comment();
--> statement-breakpoint

-- Doors, because neither @@ nor likeness of trigrams drives an index under a policy. They take the
-- workspace from the transaction that entered it, and answer nothing outside one.

-- The ticket that is named by its key, before all others; then the newest thousand with every word.
CREATE FUNCTION search_tickets(p_words text, p_project uuid)
RETURNS TABLE (ticket_id uuid, relevance integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 200
SET search_path = pg_catalog, public, pg_temp
SET plan_cache_mode = force_custom_plan
-- A word that is everywhere is still found by its index: reading every document is far slower.
SET enable_seqscan = off
AS $$
#variable_conflict use_column
DECLARE
  v_workspace uuid := nullif(current_setting('slacky.workspace_id', true), '')::uuid;
  v_key text[] := regexp_match(upper(p_words), '^([A-Z][A-Z0-9_]*)-([1-9][0-9]{0,8})$');
  v_query tsquery := search_query(p_words);
  v_named uuid;
BEGIN
  IF v_key IS NOT NULL THEN
    SELECT t.id INTO v_named
    FROM projects p JOIN tickets t ON t.workspace_id = p.workspace_id AND t.project_id = p.id
    WHERE p.workspace_id = v_workspace AND p.key = v_key[1] AND t.number = v_key[2]::integer
      AND (p_project IS NULL OR p.id = p_project);
    IF FOUND THEN
      RETURN QUERY SELECT v_named, 2147483647;
    END IF;
  END IF;

  RETURN QUERY
  SELECT found.ticket_id, (ts_rank(found.document, v_query) * 1000000)::integer
  FROM (
    SELECT s.ticket_id, s.document FROM ticket_search s
    WHERE s.workspace_id::text = v_workspace::text AND s.document @@ v_query
      AND (p_project IS NULL OR s.project_id::text = p_project::text)
      AND s.ticket_id IS DISTINCT FROM v_named
    ORDER BY s.ticket_id DESC LIMIT 1000
  ) found;
END $$;
--> statement-breakpoint

-- The titles that come closest to words which nothing has: for what was mistyped.
CREATE FUNCTION similar_tickets(p_words text, p_project uuid)
RETURNS TABLE (ticket_id uuid, relevance integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50
SET search_path = pg_catalog, public, pg_temp
SET plan_cache_mode = force_custom_plan
SET enable_seqscan = off
SET pg_trgm.word_similarity_threshold = 0.45
AS $$
#variable_conflict use_column
DECLARE
  v_workspace uuid := nullif(current_setting('slacky.workspace_id', true), '')::uuid;
BEGIN
  RETURN QUERY
  SELECT found.ticket_id, (word_similarity(p_words, found.title) * 1000000)::integer
  FROM (
    SELECT s.ticket_id, s.title FROM ticket_search s
    WHERE s.workspace_id = v_workspace AND s.title %> p_words
      AND (p_project IS NULL OR s.project_id = p_project)
    LIMIT 1000
  ) found
  ORDER BY 2 DESC, 1 DESC LIMIT 50;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION search_tickets, similar_tickets FROM PUBLIC;
--> statement-breakpoint

INSERT INTO ticket_search (workspace_id, ticket_id, project_id, title, document, characters)
SELECT t.workspace_id, t.id, t.project_id, t.title,
  search_document(t.title, t.description, c.bodies), length(t.description) + length(c.bodies)
FROM tickets t, searchable_comments(t.workspace_id, t.id) AS c (bodies);
