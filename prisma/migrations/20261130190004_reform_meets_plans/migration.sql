-- Two that become one may both be in on a plan, or one in on the other's; and both may have recommended the same report. Of what there is one each, the
-- successor's counts here as well.
CREATE OR REPLACE FUNCTION merge_municipality(predecessor uuid, successor uuid, effective date) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER
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
  DELETE FROM recommendation_reply r USING report_recommendation a WHERE r.recommendation_id = a.id AND a.municipality_id = predecessor
    AND EXISTS (SELECT 1 FROM report_recommendation b WHERE b.municipality_id = successor AND b.report_id = a.report_id);
  DELETE FROM report_recommendation a WHERE municipality_id = predecessor AND EXISTS (SELECT 1 FROM report_recommendation b WHERE b.municipality_id = successor AND b.report_id = a.report_id);
  -- Nobody is in on a plan of its own.
  DELETE FROM plan_interest a WHERE (municipality_id, host_municipality_id) IN ((predecessor, successor), (successor, predecessor))
    OR (municipality_id = predecessor AND EXISTS (SELECT 1 FROM plan_interest b WHERE b.municipality_id = successor AND b.project_id = a.project_id));
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
