-- How long things are kept is said once, in a table that the nightly job goes by and the privacy page prints. What is deleted is gone after it.

CREATE TABLE retention_period (
  kind text PRIMARY KEY,
  position integer NOT NULL UNIQUE,
  days integer NOT NULL CHECK (days > 0)
);
INSERT INTO retention_period (kind, position, days) VALUES
  ('rate_limit', 1, 1), ('letter_words', 2, 14), ('deleted_project', 3, 30), ('deleted_item', 4, 30), ('invitation', 5, 90), ('pending_person', 6, 90),
  ('used_link', 7, 91), ('search_log', 8, 90), ('letter', 9, 365), ('news', 10, 365), ('session', 11, 365), ('draft', 12, 730);
ALTER TABLE retention_period ENABLE ROW LEVEL SECURITY;
ALTER TABLE retention_period FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON retention_period TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY everybody_reads ON retention_period FOR SELECT TO delt_app USING (true);
GRANT SELECT ON retention_period TO delt_app;

CREATE FUNCTION kept_since(wanted text) RETURNS timestamptz LANGUAGE sql STABLE SET search_path = '' AS $$
  SELECT now() - make_interval(days => p.days) FROM public.retention_period p WHERE p.kind = wanted
$$;

-- Records go with the project they are of, when it is gone for good; nothing else removes them.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'delt_app' AND TG_TABLE_NAME <> 'audit_event' AND TG_OP = 'DELETE' AND current_setting('delt.purging', true) = 'on' THEN RETURN OLD; END IF;
  IF current_user <> 'delt_app' AND TG_OP = 'UPDATE' AND current_setting('delt.erasing', true) = 'on' THEN RETURN NEW; END IF;
  RAISE EXCEPTION '% is a record and cannot be changed', TG_TABLE_NAME USING ERRCODE = 'check_violation';
END $$;

-- Removes rows with all that points to them, within one municipality. What others have stays: the reference is emptied, or the whole is refused.
CREATE FUNCTION remove_rows(t regclass, condition text, home uuid, depth integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE k record; pairs text; scope text; stranger bigint;
BEGIN
  IF depth > 12 THEN RAISE EXCEPTION 'rows point in a circle at %', t; END IF;
  FOR k IN
    SELECT c.conrelid::regclass AS child, c.conkey, c.confkey,
      EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.conrelid AND a.attname = 'municipality_id' AND NOT a.attisdropped) AS is_owned,
      (SELECT a.attname FROM pg_attribute a WHERE a.attrelid = c.conrelid AND a.attnum = c.conkey[cardinality(c.conkey)] AND NOT a.attnotnull) AS loose
    FROM pg_constraint c WHERE c.confrelid = t AND c.contype = 'f' AND c.confdeltype IN ('r', 'a') AND c.conrelid <> c.confrelid
  LOOP
    SELECT string_agg(format('x.%I = y.%I', a.attname, b.attname), ' AND ') INTO pairs
      FROM unnest(k.conkey, k.confkey) AS p (mine, theirs)
      JOIN pg_attribute a ON a.attrelid = k.child AND a.attnum = p.mine JOIN pg_attribute b ON b.attrelid = t AND b.attnum = p.theirs;
    scope := format('EXISTS (SELECT 1 FROM %s y WHERE (%s) AND %s)', t, condition, pairs);
    EXECUTE format('SELECT count(*) FROM %s x WHERE %s', k.child, scope) INTO stranger;
    CONTINUE WHEN stranger = 0;
    -- An idea outlives its project, and a project points back to the phase it is in.
    IF k.child IN ('public.idea'::regclass, 'public.project'::regclass) THEN
      EXECUTE format('UPDATE %s x SET %I = NULL WHERE %s', k.child, k.loose, scope);
      CONTINUE;
    END IF;
    IF k.is_owned AND k.child NOT IN ('public.programme_project'::regclass, 'public.improvement_offer'::regclass, 'public.news_item'::regclass) THEN
      IF k.loose IS NOT NULL THEN
        EXECUTE format('UPDATE %s x SET %I = NULL WHERE municipality_id IS DISTINCT FROM %L AND %s', k.child, k.loose, home, scope);
      END IF;
      EXECUTE format('SELECT count(*) FROM %s x WHERE municipality_id IS DISTINCT FROM %L AND %s', k.child, home, scope) INTO stranger;
      IF stranger > 0 THEN RAISE EXCEPTION 'others hold on to it in %', k.child; END IF;
    END IF;
    PERFORM public.remove_rows(k.child, format('ctid = ANY (ARRAY(SELECT x.ctid FROM %s x WHERE %s))', k.child, scope), home, depth + 1);
  END LOOP;
  EXECUTE format('DELETE FROM %s y WHERE %s', t, condition);
END $$;

-- Bytes are kept for as long as anything still reads them: a report, or a copy of the document.
CREATE FUNCTION unused_files(versions uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE SET search_path = '' AS $$
  SELECT v FROM unnest(versions) v WHERE NOT EXISTS (SELECT 1 FROM public.report_document r WHERE r.stored_id = v)
    AND NOT EXISTS (SELECT 1 FROM public.document_version d WHERE (d.id = v OR d.stored_id = v))
$$;
CREATE FUNCTION files_in(item jsonb) RETURNS SETOF uuid LANGUAGE sql IMMUTABLE SET search_path = '' AS $$
  SELECT (r ->> 'id')::uuid FROM jsonb_array_elements(item) part, jsonb_array_elements(part -> 'rows') r
  WHERE part ->> 'table' = 'document_version' AND r ->> 'stored_id' IS NULL
$$;

-- Deleted projects and documents whose time is over are gone for good with all that is in them. Gives the files to remove; a project that others hold on to
-- stays, and the log of the database says why.
CREATE FUNCTION remove_deleted() RETURNS TABLE (municipality_id uuid, stored_id uuid) LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE p record; files uuid[];
BEGIN
  IF public.viewer_kind() IS DISTINCT FROM 'worker' THEN
    RAISE EXCEPTION 'row-level security: only the worker clears' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('delt.purging', 'on', true);
  FOR p IN SELECT x.id, x.municipality_id AS home FROM public.project x WHERE x.deleted_at < public.kept_since('deleted_project') FOR UPDATE SKIP LOCKED LOOP
    BEGIN
      files := ARRAY(SELECT v.id FROM public.document_version v JOIN public.document d ON d.id = v.document_id WHERE d.project_id = p.id AND v.stored_id IS NULL
        UNION SELECT f FROM public.deleted_item i, public.files_in(i.content) f WHERE i.project_id = p.id AND i.kind = 'document');
      PERFORM public.remove_rows('public.project', format('id = %L', p.id), p.home, 0);
      INSERT INTO public.audit_event (id, municipality_id, action, subject_type, subject_id, project_id, detail)
        VALUES (gen_random_uuid(), p.home, 'project.purge', 'project', p.id, p.id, jsonb_build_object('files', cardinality(files)));
      RETURN QUERY SELECT p.home, f FROM public.unused_files(files) f;
    EXCEPTION WHEN OTHERS THEN RAISE WARNING 'project % stays: %', p.id, SQLERRM;
    END;
  END LOOP;
  FOR p IN DELETE FROM public.deleted_item i WHERE i.kind = 'document' AND i.deleted_at < public.kept_since('deleted_item') RETURNING i.municipality_id AS home, i.content LOOP
    RETURN QUERY SELECT p.home, f FROM public.unused_files(ARRAY(SELECT public.files_in(p.content))) f;
  END LOOP;
  PERFORM set_config('delt.purging', '', true);
END $$;

CREATE OR REPLACE FUNCTION clear_outdated() RETURNS bigint LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE gone bigint; total bigint := 0; waiting uuid[];
BEGIN
  IF public.viewer_kind() IS DISTINCT FROM 'worker' THEN
    RAISE EXCEPTION 'row-level security: only the worker clears' USING ERRCODE = 'insufficient_privilege';
  END IF;
  DELETE FROM public.rate_limit WHERE started_at < public.kept_since('rate_limit');
  GET DIAGNOSTICS gone = ROW_COUNT; total := total + gone;
  DELETE FROM public.logout_token WHERE expires_at < now();
  GET DIAGNOSTICS gone = ROW_COUNT; total := total + gone;
  DELETE FROM public.auth_session WHERE expires_at < public.kept_since('session');
  GET DIAGNOSTICS gone = ROW_COUNT; total := total + gone;
  DELETE FROM public.person_invitation WHERE expires_at < public.kept_since('invitation');
  GET DIAGNOSTICS gone = ROW_COUNT; total := total + gone;
  -- Letters hold links that answer for a person. They are handed over, or given up, long before this.
  UPDATE public.letter SET text = '', html = '', unsubscribe_url = '' WHERE html <> '' AND coalesce(sent_at, failed_at) < public.kept_since('letter_words');
  GET DIAGNOSTICS gone = ROW_COUNT; total := total + gone;
  DELETE FROM public.used_link WHERE used_at < public.kept_since('used_link');
  GET DIAGNOSTICS gone = ROW_COUNT; total := total + gone;
  -- Notices go with the news they are of.
  DELETE FROM public.news_item WHERE created_at < public.kept_since('news');
  GET DIAGNOSTICS gone = ROW_COUNT; total := total + gone;
  DELETE FROM public.letter l WHERE l.created_at < public.kept_since('letter') AND NOT EXISTS (SELECT 1 FROM public.notice n WHERE n.letter_id = l.id);
  GET DIAGNOSTICS gone = ROW_COUNT; total := total + gone;
  DELETE FROM public.search_log WHERE at < public.kept_since('search_log');
  GET DIAGNOSTICS gone = ROW_COUNT; total := total + gone;
  -- Documents that were deleted have bytes to remove: `remove_deleted()`.
  DELETE FROM public.deleted_item WHERE deleted_at < public.kept_since('deleted_item') AND kind <> 'document';
  GET DIAGNOSTICS gone = ROW_COUNT; total := total + gone;
  -- Changes to a published report that nobody has gone on with. One that was never published is all there is of it, and stays.
  DELETE FROM public.report_draft d USING public.experience_report r
    WHERE r.id = d.report_id AND r.status = 'published' AND d.saved_at < public.kept_since('draft');
  GET DIAGNOSTICS gone = ROW_COUNT; total := total + gone;
  -- Whoever came to the door and was let in by nobody.
  waiting := ARRAY(SELECT p.id FROM public.person p WHERE p.status = 'pending' AND p.created_at < public.kept_since('pending_person')
    AND NOT EXISTS (SELECT 1 FROM public.person_invitation i WHERE i.person_id = p.id) AND NOT EXISTS (SELECT 1 FROM public.project_member m WHERE m.person_id = p.id)
    AND NOT EXISTS (SELECT 1 FROM public.auth_session s WHERE s.person_id = p.id));
  DELETE FROM public.external_identity WHERE person_id = ANY (waiting);
  DELETE FROM public.role_assignment WHERE person_id = ANY (waiting);
  DELETE FROM public.person WHERE id = ANY (waiting);
  GET DIAGNOSTICS gone = ROW_COUNT; total := total + gone;
  RETURN total;
END $$;

-- All that is stored of a person, as it is stored: every row that points to them, by its table. Asked by themselves, or by their administrator. Left out is
-- what opens something, what is made for the search, and who else a row tells of; of another municipality's rows only that they are there.
CREATE FUNCTION stored_of(person uuid) RETURNS TABLE (table_name text, column_name text, content jsonb) LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE who public.person; selves uuid[]; k record; hidden text[]; plain text[];
BEGIN
  SELECT * INTO who FROM public.person p WHERE p.id = person;
  IF who.id IS NULL OR who.home_person_id IS NOT NULL OR NOT (who.id = public.viewer_person() OR public.administers(who.municipality_id)) THEN
    RAISE EXCEPTION 'row-level security: one sees what is stored of oneself' USING ERRCODE = 'insufficient_privilege';
  END IF;
  selves := ARRAY(SELECT p.id FROM public.person p WHERE p.id = who.id OR (p.home_person_id = who.id AND p.home_municipality_id = who.municipality_id));
  RETURN QUERY SELECT 'person', 'id', to_jsonb(p) - 'home_person_id' FROM public.person p WHERE p.id = ANY (selves);
  FOR k IN
    SELECT c.conrelid::regclass AS child, r.relname, a.attname,
      EXISTS (SELECT 1 FROM pg_attribute m WHERE m.attrelid = c.conrelid AND m.attname = 'municipality_id' AND NOT m.attisdropped) AS is_owned
    FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[cardinality(c.conkey)]
    WHERE c.confrelid = 'public.person'::regclass AND c.contype = 'f' AND c.conrelid <> c.confrelid ORDER BY r.relname, a.attname
  LOOP
    -- Other people's ids, and what no reader can make anything of.
    hidden := ARRAY(SELECT a.attname FROM pg_attribute a WHERE a.attrelid = k.child AND a.attnum > 0 AND NOT a.attisdropped AND a.attname <> k.attname
      AND (format_type(a.atttypid, NULL) IN ('bytea', 'tsvector') OR a.attname = 'unsubscribe_url' OR EXISTS (SELECT 1 FROM pg_constraint c
        WHERE c.conrelid = k.child AND c.confrelid = 'public.person'::regclass AND a.attnum = c.conkey[cardinality(c.conkey)])));
    plain := ARRAY(SELECT a.attname FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid WHERE a.attrelid = k.child AND a.attnum > 0
      AND (y.typtype = 'e' OR y.typname IN ('uuid', 'timestamptz', 'date', 'bool')));
    RETURN QUERY EXECUTE format('SELECT %L::text, %L::text, (CASE WHEN %s THEN to_jsonb(x) ELSE
        (SELECT jsonb_object_agg(e.key, e.value) FROM jsonb_each(to_jsonb(x)) e WHERE e.key = ANY ($3)) END) - $2 FROM %s x WHERE x.%I = ANY ($1)',
      k.relname, k.attname, CASE WHEN k.is_owned THEN format('x.municipality_id IS NOT DISTINCT FROM %L::uuid OR %L::uuid IS NULL', who.municipality_id, who.municipality_id) ELSE 'true' END,
      k.child, k.attname) USING selves, hidden, plain;
  END LOOP;
  RETURN QUERY SELECT 'project_invitation', 'email', jsonb_build_object('id', i.id, 'email', i.email, 'invited_at', i.invited_at)
    FROM public.project_invitation i WHERE i.guest_municipality_id = who.municipality_id AND i.email = lower(who.email);
  RETURN QUERY SELECT 'audit_event', 'actor_id', jsonb_build_object('at', e.at, 'action', e.action, 'subject_type', e.subject_type, 'subject_id', e.subject_id)
    || CASE WHEN e.municipality_id IS NOT DISTINCT FROM who.municipality_id THEN jsonb_build_object('detail', e.detail) ELSE '{}' END
    FROM public.audit_event e WHERE e.actor_id = ANY (selves) ORDER BY e.at;
  RETURN QUERY SELECT 'audit_event', 'subject_id', jsonb_build_object('at', e.at, 'action', e.action, 'detail', e.detail)
    FROM public.audit_event e WHERE e.subject_id = who.id AND e.actor_id IS DISTINCT FROM who.id ORDER BY e.at;
END $$;
REVOKE EXECUTE ON FUNCTION kept_since(text), unused_files(uuid[]), files_in(jsonb), remove_rows(regclass, text, uuid, integer), remove_deleted(), stored_of(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION remove_deleted(), stored_of(uuid) TO delt_app;
