-- A letter is taken, handed over and marked in three steps, so that a slow mail server holds nothing and a refused letter is seen.
-- What was due while no worker ran is begun by the next. What letters said is cleared.

ALTER TABLE letter
  ADD COLUMN attempts integer NOT NULL DEFAULT 0,
  ADD COLUMN held_until timestamptz(6),
  ADD COLUMN failed_at timestamptz(6),
  ADD COLUMN failure text NOT NULL DEFAULT '',
  ADD CONSTRAINT letter_failure_check CHECK (length(failure) <= 300 AND NOT (sent_at IS NOT NULL AND failed_at IS NOT NULL));
GRANT UPDATE (attempts, held_until, failed_at, failure) ON letter TO delt_app;
DROP INDEX letter_unsent;
CREATE INDEX letter_unsent ON letter (created_at) WHERE sent_at IS NULL AND failed_at IS NULL;
CREATE INDEX letter_failed ON letter (created_at) WHERE failed_at IS NOT NULL;

CREATE TABLE letter_round (
  cadence cadence PRIMARY KEY,
  due_at timestamptz(6) NOT NULL
);
INSERT INTO letter_round (cadence, due_at) VALUES ('daily', now()), ('weekly', now());
ALTER TABLE letter_round ENABLE ROW LEVEL SECURITY;
ALTER TABLE letter_round FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON letter_round TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY worker_read ON letter_round FOR SELECT TO delt_app USING (viewer_kind() = 'worker');
CREATE POLICY worker_update ON letter_round FOR UPDATE TO delt_app USING (viewer_kind() = 'worker') WITH CHECK (viewer_kind() = 'worker');
GRANT SELECT ON letter_round TO delt_app;
GRANT UPDATE (due_at) ON letter_round TO delt_app;

-- An operator sees that a letter does not arrive, not whom it is to nor what it says.
CREATE FUNCTION troubled_letters() RETURNS TABLE (id uuid, municipality text, created_at timestamptz, attempts integer, is_given_up boolean, failure text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT l.id, m.display_name, l.created_at, l.attempts, l.failed_at IS NOT NULL, l.failure
  FROM public.letter l JOIN public.person p ON p.id = l.person_id LEFT JOIN public.municipality m ON m.id = p.municipality_id
  WHERE public.viewer_kind() = 'operator' AND (l.failed_at IS NOT NULL OR (l.sent_at IS NULL AND l.failure <> ''))
$$;
CREATE FUNCTION try_letter_again(letter_id uuid) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF public.viewer_kind() IS DISTINCT FROM 'operator' THEN
    RAISE EXCEPTION 'row-level security: only an operator lets a letter be tried again' USING ERRCODE = 'insufficient_privilege';
  END IF;
  -- A letter whose words are cleared has nothing to hand over.
  UPDATE public.letter SET failed_at = NULL, held_until = NULL, attempts = 0 WHERE id = letter_id AND failed_at IS NOT NULL AND html <> '';
  RETURN FOUND;
END $$;
REVOKE EXECUTE ON FUNCTION troubled_letters(), try_letter_again(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION troubled_letters(), try_letter_again(uuid) TO delt_app;

CREATE OR REPLACE FUNCTION clear_outdated() RETURNS bigint LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE gone bigint; total bigint := 0;
BEGIN
  IF public.viewer_kind() IS DISTINCT FROM 'worker' THEN
    RAISE EXCEPTION 'row-level security: only the worker clears' USING ERRCODE = 'insufficient_privilege';
  END IF;
  DELETE FROM public.rate_limit WHERE started_at < now() - interval '1 day';
  GET DIAGNOSTICS gone = ROW_COUNT; total := total + gone;
  DELETE FROM public.logout_token WHERE expires_at < now();
  GET DIAGNOSTICS gone = ROW_COUNT; total := total + gone;
  DELETE FROM public.auth_session WHERE expires_at < now() - interval '1 year';
  GET DIAGNOSTICS gone = ROW_COUNT; total := total + gone;
  DELETE FROM public.person_invitation WHERE expires_at < now() - interval '90 days';
  GET DIAGNOSTICS gone = ROW_COUNT; total := total + gone;
  -- Letters hold links that answer for a person. They are handed over, or given up, long before this.
  UPDATE public.letter SET text = '', html = '', unsubscribe_url = '' WHERE html <> '' AND coalesce(sent_at, failed_at) < now() - interval '14 days';
  GET DIAGNOSTICS gone = ROW_COUNT; total := total + gone;
  -- A link is good for 90 days.
  DELETE FROM public.used_link WHERE used_at < now() - interval '91 days';
  GET DIAGNOSTICS gone = ROW_COUNT; total := total + gone;
  -- Notices go with the news they are of.
  DELETE FROM public.news_item WHERE created_at < now() - interval '1 year';
  GET DIAGNOSTICS gone = ROW_COUNT; total := total + gone;
  DELETE FROM public.letter l WHERE l.created_at < now() - interval '1 year' AND NOT EXISTS (SELECT 1 FROM public.notice n WHERE n.letter_id = l.id);
  GET DIAGNOSTICS gone = ROW_COUNT; total := total + gone;
  RETURN total;
END $$;
