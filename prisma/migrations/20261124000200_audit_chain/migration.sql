-- The trail is chained: each entry's hash covers the one before it, so that one changed or taken out afterwards is found.

CREATE TABLE audit_link (
  number bigint PRIMARY KEY,
  event_id uuid NOT NULL REFERENCES audit_event (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  hash bytea NOT NULL
);
CREATE UNIQUE INDEX audit_link_event_id_key ON audit_link (event_id);
ALTER TABLE audit_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_link FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON audit_link TO CURRENT_USER USING (true) WITH CHECK (true);
-- The program neither reads nor writes it: links are made by the trigger, and verified by the owner.
CREATE POLICY nobody ON audit_link FOR SELECT TO delt_app USING (false);

-- What of an entry the hash covers: all of it, with a mark between parts that no part can hold.
CREATE FUNCTION audit_text(e audit_event) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT convert_to(concat_ws(E'\x1f', e.id, (extract(epoch FROM e.at) * 1000000)::bigint, coalesce(e.municipality_id::text, '-'),
    coalesce(e.actor_id::text, '-'), e.action, e.subject_type, e.subject_id, coalesce(e.project_id::text, '-'), e.detail::text), 'UTF8')
$$;

-- Runs as the transaction ends, so that the one lock all writers share is held for no longer than that.
CREATE FUNCTION link_audit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE head public.audit_link;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('delt audit chain', 0));
  SELECT * INTO head FROM public.audit_link ORDER BY number DESC LIMIT 1;
  INSERT INTO public.audit_link (number, event_id, hash)
    VALUES (coalesce(head.number, 0) + 1, NEW.id, sha256(coalesce(head.hash, ''::bytea) || public.audit_text(NEW)));
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION link_audit() FROM PUBLIC;

-- What is there already is linked in the order it happened.
DO $$
DECLARE e audit_event; n bigint := 0; h bytea := ''::bytea;
BEGIN
  FOR e IN SELECT * FROM audit_event ORDER BY at, id LOOP
    n := n + 1;
    h := sha256(h || audit_text(e));
    INSERT INTO audit_link (number, event_id, hash) VALUES (n, e.id, h);
  END LOOP;
END $$;

CREATE CONSTRAINT TRIGGER link_audit AFTER INSERT ON audit_event DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION link_audit();

-- The first entry that does not follow from the one before it, or is in the trail without a link; no row where the chain holds.
CREATE FUNCTION broken_audit() RETURNS TABLE (number bigint, event_id uuid, reason text) LANGUAGE sql STABLE AS $$
  WITH chained AS (
    SELECT l.number, l.event_id, l.hash, e.id IS NULL AS is_gone, lag(l.number, 1, 0::bigint) OVER w AS before,
      sha256(lag(l.hash, 1, ''::bytea) OVER w || audit_text(e)) AS expected
    FROM audit_link l LEFT JOIN audit_event e ON e.id = l.event_id WINDOW w AS (ORDER BY l.number)
  )
  (SELECT c.number, c.event_id, CASE WHEN c.is_gone THEN 'gone' WHEN c.number <> c.before + 1 THEN 'one is missing before it' ELSE 'changed' END
   FROM chained c WHERE c.is_gone OR c.number <> c.before + 1 OR c.hash IS DISTINCT FROM c.expected ORDER BY c.number LIMIT 1)
  UNION ALL
  (SELECT NULL, e.id, 'not in the chain' FROM audit_event e WHERE NOT EXISTS (SELECT 1 FROM audit_link l WHERE l.event_id = e.id) LIMIT 1)
$$;
REVOKE EXECUTE ON FUNCTION broken_audit() FROM PUBLIC;
