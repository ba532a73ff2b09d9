-- A person can be taken out of all that is stored: their name becomes «tidligere ansatt», what they wrote stays. The trail must still hold afterwards,
-- so its chain covers a salted fingerprint of what each entry tells instead of the words. Without the salt nobody can try names against it.

ALTER TABLE person ADD COLUMN erased_at timestamptz(6);

ALTER TABLE audit_link ADD COLUMN salt bytea, ADD COLUMN detail_hash bytea, ADD COLUMN erased_in uuid REFERENCES audit_event (id) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX audit_link_erased_in_idx ON audit_link (erased_in);

-- Every entry says how it went, and by which request: the same reference that a reader is shown when something fails, and that stands in the log.
ALTER TABLE audit_event ADD COLUMN outcome text NOT NULL DEFAULT 'done' CHECK (outcome IN ('done', 'refused')),
  ADD COLUMN correlation_id text DEFAULT nullif(current_setting('delt.correlation', true), '') CHECK (length(correlation_id) <= 64);

CREATE OR REPLACE FUNCTION audit_text(e audit_event) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT convert_to(concat_ws(E'\x1f', e.id, (extract(epoch FROM e.at) * 1000000)::bigint, coalesce(e.municipality_id::text, '-'),
    coalesce(e.actor_id::text, '-'), e.action, e.subject_type, e.subject_id, coalesce(e.project_id::text, '-'),
    e.outcome, coalesce(e.correlation_id, '-')), 'UTF8')
$$;
CREATE FUNCTION audit_fingerprint(salt bytea, e audit_event) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(salt || convert_to(e.detail::text, 'UTF8'))
$$;

CREATE OR REPLACE FUNCTION link_audit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE head public.audit_link; salt bytea := uuid_send(gen_random_uuid()); told bytea;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('delt audit chain', 0));
  SELECT * INTO head FROM public.audit_link ORDER BY number DESC LIMIT 1;
  told := public.audit_fingerprint(salt, NEW);
  INSERT INTO public.audit_link (number, event_id, salt, detail_hash, hash)
    VALUES (coalesce(head.number, 0) + 1, NEW.id, salt, told, sha256(coalesce(head.hash, ''::bytea) || public.audit_text(NEW) || told));
  RETURN NULL;
END $$;

-- Records cannot be changed, but for the name of somebody who is erased; and that is done by the owner's function below alone.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND current_setting('delt.erasing', true) = 'on' AND current_user <> 'delt_app' THEN RETURN NEW; END IF;
  RAISE EXCEPTION '% is a record and cannot be changed', TG_TABLE_NAME USING ERRCODE = 'check_violation';
END $$;

DO $$ BEGIN
  PERFORM set_config('delt.erasing', 'on', true);
  UPDATE audit_event SET outcome = 'refused' WHERE action = 'session.refuse';
  PERFORM set_config('delt.erasing', '', true);
END $$;

-- What is there is linked anew in the same order, in so far as it held.
DO $$
DECLARE l record; h bytea := ''::bytea; s bytea; told bytea;
BEGIN
  IF EXISTS (SELECT 1 FROM (SELECT number, row_number() OVER (ORDER BY number) AS n FROM audit_link) o WHERE o.number <> o.n) THEN
    RAISE EXCEPTION 'The trail does not hold; it is not linked anew. Run npm run audit with the earlier version.';
  END IF;
  FOR l IN SELECT k.number, e FROM audit_link k JOIN audit_event e ON e.id = k.event_id ORDER BY k.number LOOP
    s := uuid_send(gen_random_uuid());
    told := audit_fingerprint(s, l.e);
    h := sha256(h || audit_text(l.e) || told);
    UPDATE audit_link SET salt = s, detail_hash = told, hash = h WHERE number = l.number;
  END LOOP;
END $$;
ALTER TABLE audit_link ALTER COLUMN detail_hash SET NOT NULL, ADD CONSTRAINT audit_link_erased_check CHECK ((salt IS NULL) = (erased_in IS NOT NULL));

-- The first entry that does not follow from the one before it, tells something else than it did, or is in the trail without a link. An entry may tell
-- something else only where a later one says that a person was erased, and of as many entries as it says.
CREATE OR REPLACE FUNCTION broken_audit() RETURNS TABLE (number bigint, event_id uuid, reason text) LANGUAGE sql STABLE AS $$
  WITH chained AS (
    SELECT l.number, l.event_id, l.hash, e.id IS NULL AS is_gone, lag(l.number, 1, 0::bigint) OVER w AS before,
      sha256(lag(l.hash, 1, ''::bytea) OVER w || audit_text(e) || l.detail_hash) AS expected,
      CASE WHEN l.salt IS NOT NULL THEN audit_fingerprint(l.salt, e) = l.detail_hash
        ELSE EXISTS (SELECT 1 FROM audit_link k JOIN audit_event r ON r.id = k.event_id WHERE k.event_id = l.erased_in AND k.number > l.number
          AND k.salt IS NOT NULL AND r.action = 'person.erase') END AS is_told
    FROM audit_link l LEFT JOIN audit_event e ON e.id = l.event_id WINDOW w AS (ORDER BY l.number)
  )
  (SELECT c.number, c.event_id, CASE WHEN c.is_gone THEN 'gone' WHEN c.number <> c.before + 1 THEN 'one is missing before it' ELSE 'changed' END
   FROM chained c WHERE c.is_gone OR c.number <> c.before + 1 OR c.hash IS DISTINCT FROM c.expected OR c.is_told IS NOT TRUE ORDER BY c.number LIMIT 1)
  UNION ALL
  (SELECT NULL, e.id, 'not in the chain' FROM audit_event e WHERE NOT EXISTS (SELECT 1 FROM audit_link l WHERE l.event_id = e.id) LIMIT 1)
  UNION ALL
  (SELECT NULL, e.id, 'more was erased than it tells' FROM audit_event e
   WHERE e.action = 'person.erase' AND coalesce((e.detail ->> 'entries')::bigint, 0) <> (SELECT count(*) FROM audit_link l WHERE l.erased_in = e.id) LIMIT 1)
$$;

CREATE FUNCTION erased_stay_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.erased_at IS NOT NULL THEN
    RAISE EXCEPTION 'who is erased stays so' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER erased_stay_erased BEFORE UPDATE ON person FOR EACH ROW EXECUTE FUNCTION erased_stay_erased();
CREATE FUNCTION erased_come_not_in() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM public.person p WHERE p.id = NEW.person_id AND p.erased_at IS NOT NULL) THEN
    RAISE EXCEPTION 'who is erased stays so' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION erased_come_not_in() FROM PUBLIC;
CREATE TRIGGER erased_come_not_in BEFORE INSERT OR UPDATE ON external_identity FOR EACH ROW EXECUTE FUNCTION erased_come_not_in();
CREATE TRIGGER erased_come_not_in BEFORE INSERT OR UPDATE ON person_invitation FOR EACH ROW EXECUTE FUNCTION erased_come_not_in();

-- What a name is found by in texts: in either order, in the genitive, across line breaks. A name of one word is too little to know somebody by.
CREATE FUNCTION name_pattern(name text) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = '' AS $$
  WITH said AS (SELECT regexp_split_to_array(regexp_replace(btrim(name), '([^[:alnum:][:space:]])', '\\\1', 'g'), '\s+') AS words, '(\s|\\[nrt])+'::text AS gap)
  SELECT '((?<![[:alnum:]])|(?<=\\[nrt]))(' || array_to_string(words, gap) || '|'
    || words[cardinality(words)] || ',' || gap || array_to_string(words[1:cardinality(words) - 1], gap) || ')(?=s?(?![[:alnum:]]))'
  FROM said WHERE cardinality(words) > 1 AND length(name) >= 5
$$;
CREATE FUNCTION email_pattern(email text) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = '' AS $$
  SELECT '(?<![[:alnum:]._%+-])' || regexp_replace(btrim(email), '([^[:alnum:]])', '\\\1', 'g') || '(?![[:alnum:]_-]|\.[[:alnum:]])' WHERE email LIKE '%_@_%'
$$;
CREATE FUNCTION without_person(said text, pattern text) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = '' AS $$
  SELECT regexp_replace(regexp_replace(said, '^(' || pattern || ')', 'Tidligere ansatt', 'i'), pattern, 'tidligere ansatt', 'gi')
$$;

-- Takes the pattern out of every text of a table, as far as `scope` says. Gives the rows.
CREATE FUNCTION erase_from(t regclass, scope text, pattern text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE c record; gone bigint; total bigint := 0; made text;
BEGIN
  FOR c IN SELECT attname AS name, format_type(atttypid, NULL) AS kind FROM pg_catalog.pg_attribute
    WHERE attrelid = t AND attnum > 0 AND NOT attisdropped AND attname <> 'slug' AND attgenerated = ''
      AND format_type(atttypid, NULL) IN ('text', 'character varying', 'text[]', 'json', 'jsonb')
      AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint k WHERE k.conrelid = attrelid AND k.contype = 'f' AND attnum = ANY (k.conkey))
  LOOP
    made := CASE c.kind WHEN 'text[]' THEN format('ARRAY(SELECT public.without_person(one, $1) FROM unnest(%I) WITH ORDINALITY AS o (one, n) ORDER BY n)', c.name)
      ELSE format('public.without_person(%I::text, $1)::%s', c.name, c.kind) END;
    EXECUTE format('UPDATE %s SET %I = %s WHERE (%s) AND %I::text ~* $1', t, c.name, made, scope, c.name) USING pattern;
    GET DIAGNOSTICS gone = ROW_COUNT; total := total + gone;
  END LOOP;
  RETURN total;
END $$;

-- Takes out what tells who somebody was, by their administrator and when they have been shut out. What is shared nationally and what other municipalities
-- have made their own is theirs; but not the entries and invitations that name them. Where a colleague has the same name, free text keeps it: it may be
-- theirs. Gives the things whose words are to be read anew by the search.
CREATE FUNCTION erase_person(erased uuid) RETURNS SETOF uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  who public.person; by_name text; by_email text; pattern text; t record; scope text; event uuid := gen_random_uuid();
  selves uuid[]; hosts uuid[]; visited uuid[]; entries uuid[];
BEGIN
  SELECT * INTO who FROM public.person WHERE id = erased FOR UPDATE;
  IF who.id IS NULL OR NOT public.administers(who.municipality_id) OR who.home_person_id IS NOT NULL OR who.status <> 'deactivated' OR who.erased_at IS NOT NULL THEN
    RAISE EXCEPTION 'row-level security: only an administrator erases, and whoever is shut out' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('delt.erasing', 'on', true);
  by_email := public.email_pattern(who.email);
  IF NOT EXISTS (SELECT 1 FROM public.person p WHERE p.municipality_id = who.municipality_id AND p.id <> who.id AND lower(btrim(p.name)) = lower(btrim(who.name)))
  THEN by_name := public.name_pattern(who.name); END IF;
  pattern := nullif(concat_ws('|', by_email, by_name), '');
  SELECT array_agg(id), coalesce(array_agg(municipality_id) FILTER (WHERE home_person_id IS NOT NULL), '{}') INTO selves, hosts
    FROM public.person WHERE id = who.id OR (home_person_id = who.id AND home_municipality_id = who.municipality_id);
  visited := ARRAY(SELECT project_id FROM public.project_member WHERE person_id = ANY (selves) AND municipality_id = ANY (hosts));
  hosts := hosts || ARRAY(SELECT municipality_id FROM public.project_invitation WHERE guest_municipality_id = who.municipality_id AND email = lower(btrim(who.email)));

  DELETE FROM public.notice WHERE person_id = ANY (selves);
  DELETE FROM public.letter WHERE person_id = ANY (selves);
  DELETE FROM public.used_link WHERE person_id = ANY (selves);
  DELETE FROM public.news_settings WHERE person_id = ANY (selves);
  DELETE FROM public.follow WHERE person_id = ANY (selves);
  DELETE FROM public.saved_search WHERE person_id = ANY (selves);
  DELETE FROM public.external_identity WHERE person_id = ANY (selves);
  DELETE FROM public.role_assignment WHERE person_id = ANY (selves);
  DELETE FROM public.auth_session WHERE person_id = ANY (selves);
  DELETE FROM public.person_invitation WHERE person_id = ANY (selves);
  UPDATE public.project_invitation SET email = 'tidligere-ansatt@delt.invalid'
    WHERE who.municipality_id IN (municipality_id, guest_municipality_id) AND email = lower(btrim(who.email));
  UPDATE public.question SET signature = 'Tidligere ansatt' WHERE asked_by = ANY (selves) AND signature <> '';
  UPDATE public.answer SET signature = 'Tidligere ansatt' WHERE answered_by = ANY (selves) AND signature <> '';

  IF pattern IS NOT NULL THEN
    entries := ARRAY(SELECT e.id FROM public.audit_event e JOIN public.audit_link l ON l.event_id = e.id
      WHERE (e.municipality_id = who.municipality_id OR e.municipality_id = ANY (hosts) OR e.actor_id = ANY (selves)) AND e.detail::text ~* pattern);
    INSERT INTO public.audit_event (id, municipality_id, actor_id, action, subject_type, subject_id, detail)
      VALUES (event, who.municipality_id, public.viewer_person(), 'person.erase', 'person', who.id,
        pg_catalog.jsonb_build_object('entries', (SELECT count(*) FROM public.audit_link l WHERE l.event_id = ANY (entries) AND l.salt IS NOT NULL)));
    UPDATE public.audit_event SET detail = public.without_person(detail::text, pattern)::jsonb WHERE id = ANY (entries);
    UPDATE public.audit_link SET salt = NULL, erased_in = event WHERE event_id = ANY (entries) AND salt IS NOT NULL;
    RETURN QUERY SELECT d.id FROM public.search_document d WHERE d.municipality_id = who.municipality_id
      AND concat_ws(' ', d.title, d.lead, d.words, d.body, array_to_string(d.names, ' ')) ~* pattern;
    FOR t IN
      SELECT c.oid::regclass AS name, bool_or(a.attname = 'municipality_id') AS is_owned, bool_or(a.attname = 'project_id') AS is_project
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname NOT IN ('person', 'municipality', 'audit_event', 'audit_link')
      GROUP BY c.oid
    LOOP
      scope := CASE WHEN t.name = 'public.search_log'::regclass THEN 'true'
        -- Letters to others tell what the person did.
        WHEN t.name = 'public.letter'::regclass THEN format('EXISTS (SELECT 1 FROM public.person p WHERE p.id = person_id AND p.municipality_id = %L)
          OR EXISTS (SELECT 1 FROM public.notice n JOIN public.news_item i ON i.id = n.news_item_id WHERE n.letter_id = letter.id AND i.actor_id = ANY (%L))', who.municipality_id, selves)
        WHEN t.is_owned AND t.is_project THEN format('municipality_id = %L OR project_id = ANY (%L)', who.municipality_id, visited)
        WHEN t.is_owned THEN format('municipality_id = %L', who.municipality_id) END;
      IF scope IS NOT NULL THEN PERFORM public.erase_from(t.name, scope, pattern); END IF;
    END LOOP;
  ELSE
    INSERT INTO public.audit_event (id, municipality_id, actor_id, action, subject_type, subject_id, detail)
      VALUES (event, who.municipality_id, public.viewer_person(), 'person.erase', 'person', who.id, '{"entries": 0}');
  END IF;
  -- Guests take their name from the row at home: that one first.
  UPDATE public.person SET name = 'Tidligere ansatt', email = NULL, job_title = NULL, external_id = NULL, user_name = NULL, erased_at = now() WHERE id = who.id;
  UPDATE public.person SET job_title = NULL, erased_at = now() WHERE id = ANY (selves) AND home_person_id IS NOT NULL;
  PERFORM set_config('delt.erasing', '', true);
END $$;
REVOKE EXECUTE ON FUNCTION audit_fingerprint(bytea, audit_event), name_pattern(text), email_pattern(text), without_person(text, text), erase_from(regclass, text, text),
  erase_person(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_person(uuid) TO delt_app;
