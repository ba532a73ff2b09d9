-- Municipalities merge, split and change their numbers. What one had follows its successor whole, and what it was is remembered.

-- The register: who came after whom, and what they were called before. No secret, and never written by the program itself.
CREATE TABLE municipality_succession (
  predecessor_id uuid NOT NULL REFERENCES municipality (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  successor_id uuid NOT NULL REFERENCES municipality (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  -- Whether what it had followed there; the others of a split begin anew.
  is_heir boolean NOT NULL,
  took_effect_on date NOT NULL,
  PRIMARY KEY (predecessor_id, successor_id),
  CHECK (predecessor_id <> successor_id)
);
CREATE UNIQUE INDEX municipality_succession_heir ON municipality_succession (predecessor_id) WHERE is_heir;
CREATE INDEX municipality_succession_successor_id_idx ON municipality_succession (successor_id);
CREATE TABLE former_municipality (
  id uuid PRIMARY KEY,
  -- Who goes by another number or name now.
  municipality_id uuid NOT NULL REFERENCES municipality (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  number char(4) NOT NULL,
  name text NOT NULL,
  until_on date NOT NULL
);
CREATE INDEX former_municipality_municipality_id_idx ON former_municipality (municipality_id);
CREATE INDEX former_municipality_number_idx ON former_municipality (number);
GRANT SELECT ON municipality_succession, former_municipality TO delt_app;

-- One that is no longer in the register lets go of its number where another has it now.
ALTER TABLE municipality DROP CONSTRAINT municipality_number_check,
  ADD CONSTRAINT municipality_number_check CHECK (number ~ '^([0-9]{4}|x[0-9a-z]{3})$');

-- The trail stays with the one it was written for: its hashes cover that. Whoever came after reads it.
CREATE POLICY heir_read ON audit_event FOR SELECT TO delt_app USING (viewer_kind() = 'staff' AND EXISTS (
  SELECT 1 FROM municipality_succession s WHERE s.predecessor_id = audit_event.municipality_id AND s.successor_id = viewer_municipality() AND s.is_heir));

-- What follows when one municipality goes up in another: in numbers alone, for operators see nothing else of it.
CREATE FUNCTION reform_preview(predecessor uuid, successor uuid)
  RETURNS TABLE (people bigint, projects bigint, reports bigint, doors bigint, files bigint, same_numbers bigint, sessions bigint)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT (SELECT count(*) FROM public.person p WHERE p.municipality_id = predecessor AND p.home_municipality_id IS NULL),
    (SELECT count(*) FROM public.project p WHERE p.municipality_id = predecessor),
    (SELECT count(*) FROM public.experience_report r WHERE r.municipality_id = predecessor),
    (SELECT count(*) FROM public.identity_provider d WHERE d.municipality_id = predecessor AND d.status::text = 'approved'),
    (SELECT count(*) FROM public.document_version v WHERE v.municipality_id = predecessor),
    (SELECT count(*) FROM public.project a JOIN public.project b ON b.number = a.number AND b.municipality_id = successor WHERE a.municipality_id = predecessor),
    (SELECT count(*) FROM public.auth_session s WHERE s.municipality_id = predecessor AND s.ended_at IS NULL)
  WHERE public.viewer_kind() = 'operator'
$$;
REVOKE EXECUTE ON FUNCTION reform_preview(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reform_preview(uuid, uuid) TO delt_app;

-- Moves everything of one municipality to another in one stroke. Which tables there are it asks the catalogue, so that a new one is not forgotten.
CREATE FUNCTION merge_municipality(predecessor uuid, successor uuid, effective date) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE t record; was municipality;
BEGIN
  IF viewer_kind() IS DISTINCT FROM 'operator' THEN
    RAISE EXCEPTION 'row-level security: only operators decide what follows whom' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT * INTO STRICT was FROM municipality WHERE id = predecessor FOR UPDATE;
  PERFORM 1 FROM municipality WHERE id = successor FOR UPDATE;
  IF EXISTS (SELECT 1 FROM municipality_succession WHERE predecessor_id IN (predecessor, successor) AND is_heir) THEN
    RAISE EXCEPTION 'One of them has gone up in another already' USING ERRCODE = 'check_violation';
  END IF;

  -- Rows point at each other by municipality and id: all move before any is looked at. Records that nobody changes are moved, not changed.
  FOR t IN SELECT conrelid::regclass AS rel, conname FROM pg_constraint
    WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND NOT condeferrable LOOP
    EXECUTE format('ALTER TABLE %s ALTER CONSTRAINT %I DEFERRABLE INITIALLY IMMEDIATE', t.rel, t.conname);
  END LOOP;
  FOR t IN SELECT DISTINCT tgrelid::regclass AS rel FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid
    WHERE NOT tgisinternal AND c.relnamespace = 'public'::regnamespace AND c.relname NOT IN ('audit_event', 'audit_link') LOOP
    EXECUTE format('ALTER TABLE %s DISABLE TRIGGER USER', t.rel);
  END LOOP;
  SET CONSTRAINTS ALL DEFERRED;

  -- Of what there is one each, the successor's counts. Numbers and names that both use are told apart by where they came from.
  DELETE FROM municipality_settings WHERE municipality_id = predecessor AND EXISTS (SELECT 1 FROM municipality_settings WHERE municipality_id = successor);
  DELETE FROM publishing_policy WHERE municipality_id = predecessor AND EXISTS (SELECT 1 FROM publishing_policy WHERE municipality_id = successor);
  DELETE FROM municipality_answer a WHERE municipality_id = predecessor AND EXISTS (SELECT 1 FROM municipality_answer b WHERE b.municipality_id = successor AND b.subject = a.subject);
  DELETE FROM collaboration_member a WHERE municipality_id = predecessor AND EXISTS (SELECT 1 FROM collaboration_member b WHERE b.municipality_id = successor AND b.collaboration_id = a.collaboration_id);
  DELETE FROM question_recipient a WHERE municipality_id = predecessor AND EXISTS (SELECT 1 FROM question_recipient b WHERE b.municipality_id = successor AND b.question_id = a.question_id);
  DELETE FROM reuse a WHERE municipality_id = predecessor AND EXISTS (SELECT 1 FROM reuse b WHERE b.municipality_id = successor AND b.report_id = a.report_id);
  DELETE FROM reuse_proposal a WHERE (municipality_id, adopter_municipality_id) IN ((predecessor, successor), (successor, predecessor))
    OR (adopter_municipality_id = predecessor AND EXISTS (SELECT 1 FROM reuse_proposal b WHERE b.report_id = a.report_id AND b.adopter_municipality_id = successor));
  DELETE FROM project_invitation a WHERE guest_municipality_id = predecessor AND EXISTS (
    SELECT 1 FROM project_invitation b WHERE b.project_id = a.project_id AND b.guest_municipality_id = successor AND b.email = a.email);
  DELETE FROM follow a WHERE followed_municipality_id IN (predecessor, successor) AND EXISTS (SELECT 1 FROM follow b
    WHERE b.person_id = a.person_id AND b.followed_municipality_id = successor AND b.id <> a.id);
  DELETE FROM search_document WHERE municipality_id = predecessor AND kind = 'municipality';
  DELETE FROM municipality_closure WHERE municipality_id = predecessor;
  UPDATE project a SET number = a.number || '-' || was.number WHERE municipality_id = predecessor AND EXISTS (SELECT 1 FROM project b WHERE b.municipality_id = successor AND b.number = a.number);
  UPDATE project_template a SET name = a.name || ' (' || was.display_name || ')' WHERE municipality_id = predecessor AND EXISTS (SELECT 1 FROM project_template b WHERE b.municipality_id = successor AND b.name = a.name);
  UPDATE phase_model a SET code = a.code || '-' || was.number WHERE municipality_id = predecessor AND EXISTS (SELECT 1 FROM phase_model b WHERE b.municipality_id = successor AND b.code = a.code);
  INSERT INTO participation (municipality_id, joined_on, intro) SELECT successor, joined_on, '' FROM participation WHERE municipality_id = predecessor ON CONFLICT DO NOTHING;
  DELETE FROM participation WHERE municipality_id = predecessor;

  FOR t IN SELECT a.attrelid::regclass AS rel, a.attname AS col FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
      AND a.attname LIKE '%municipality\_id' AND c.relname <> 'audit_event' LOOP
    EXECUTE format('UPDATE %s SET %I = $1 WHERE %I = $2', t.rel, t.col, t.col) USING successor, predecessor;
  END LOOP;

  SET CONSTRAINTS ALL IMMEDIATE;
  FOR t IN SELECT DISTINCT tgrelid::regclass AS rel FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid
    WHERE NOT tgisinternal AND c.relnamespace = 'public'::regnamespace AND c.relname NOT IN ('audit_event', 'audit_link') LOOP
    EXECUTE format('ALTER TABLE %s ENABLE TRIGGER USER', t.rel);
  END LOOP;
  -- Those it came after itself have the same successor now.
  UPDATE municipality_succession SET successor_id = successor WHERE successor_id = predecessor AND is_heir;
  INSERT INTO municipality_succession (predecessor_id, successor_id, is_heir, took_effect_on) VALUES (predecessor, successor, true, effective);
  INSERT INTO former_municipality (id, municipality_id, number, name, until_on) VALUES (gen_random_uuid(), successor, was.number, was.display_name, effective);
END $$;
REVOKE EXECUTE ON FUNCTION merge_municipality(uuid, uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION merge_municipality(uuid, uuid, date) TO delt_app;

-- Another that came out of the same one, and begins anew: found by those who look for what it was part of.
CREATE FUNCTION add_successor(predecessor uuid, successor uuid, effective date) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF public.viewer_kind() IS DISTINCT FROM 'operator' THEN
    RAISE EXCEPTION 'row-level security: only operators decide what follows whom' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO public.municipality_succession (predecessor_id, successor_id, is_heir, took_effect_on) VALUES (predecessor, successor, false, effective)
    ON CONFLICT DO NOTHING;
END $$;
REVOKE EXECUTE ON FUNCTION add_successor(uuid, uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION add_successor(uuid, uuid, date) TO delt_app;
