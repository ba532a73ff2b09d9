-- Who sees what is decided here, in `may_read()`, and enforced by a policy on every table.
-- The program says who is asking at the start of each transaction (`delt.viewer_kind`, `delt.municipality_id`,
-- `delt.person_id`); where it forgets, every policy answers no.

-- Roles belong to the server, not to the database: another database may have made it already.
DO $$ BEGIN
  CREATE ROLE delt_app NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;

-- 'visitor', 'staff', 'advisor' and 'operator' are people; 'signin' is the sign-in itself, before it is known who comes.
CREATE FUNCTION viewer_kind() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('delt.viewer_kind', true), '');
CREATE FUNCTION viewer_municipality() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('delt.municipality_id', true), '')::uuid;
CREATE FUNCTION viewer_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('delt.person_id', true), '')::uuid;
CREATE FUNCTION viewer_is_in(collaboration uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN EXISTS (SELECT 1 FROM collaboration_member m WHERE m.collaboration_id = collaboration AND m.municipality_id = viewer_municipality());

-- The one answer to «who may read this?». Every policy below and every search hit asks it.
CREATE FUNCTION may_read(owner uuid, visibility visibility, collaboration uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE
    WHEN viewer_kind() IS NULL OR viewer_kind() = 'signin' THEN false
    WHEN viewer_kind() = 'staff' AND owner = viewer_municipality() THEN true
    WHEN visibility = 'open' THEN true
    WHEN visibility = 'municipalities' THEN viewer_kind() IN ('staff', 'advisor')
    WHEN visibility = 'collaboration' THEN viewer_kind() = 'staff' AND viewer_is_in(collaboration)
    ELSE false
  END;
CREATE FUNCTION is_own(owner uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN viewer_kind() = 'staff' AND owner = viewer_municipality();

GRANT USAGE ON SCHEMA public TO delt_app;

-- The register and other national reference data: everybody reads, the program never writes.
GRANT SELECT ON municipality, participation, collaboration, collaboration_member, theme TO delt_app;
GRANT SELECT ON phase_model, phase_model_phase, phase_model_checklist_item TO delt_app;

-- Everything else: closed until a policy opens it, also for the owner of the tables, who reads through a policy of its own
-- (migrations, the register and the search function run as the owner).
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY[
    'person', 'role_assignment', 'identity_provider', 'external_identity', 'auth_session', 'phase_model',
    'project', 'project_member', 'project_phase', 'gate_decision', 'gate_condition', 'checklist_item', 'budget_line', 'milestone', 'deliverable',
    'uncertainty', 'uncertainty_action', 'change', 'benefit', 'indicator', 'measurement', 'status_report', 'log_entry', 'lesson',
    'experience_report', 'report_section', 'report_cost_line', 'report_effect', 'report_prerequisite', 'report_part',
    'project_copy', 'copied_part', 'reuse', 'featured_case', 'audit_event', 'search_document', 'search_log']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

-- A municipality writes its own rows and nobody else's.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY[
    'project', 'project_member', 'project_phase', 'checklist_item', 'budget_line', 'milestone', 'deliverable',
    'uncertainty', 'uncertainty_action', 'change', 'benefit', 'indicator', 'measurement', 'status_report', 'log_entry', 'lesson', 'gate_condition',
    'experience_report', 'report_section', 'report_cost_line', 'report_effect', 'report_prerequisite', 'report_part',
    'project_copy', 'copied_part', 'search_document']
  LOOP
    EXECUTE format('CREATE POLICY own_insert ON %I FOR INSERT TO delt_app WITH CHECK (is_own(municipality_id))', t);
    EXECUTE format('CREATE POLICY own_update ON %I FOR UPDATE TO delt_app USING (is_own(municipality_id)) WITH CHECK (is_own(municipality_id))', t);
    EXECUTE format('CREATE POLICY own_delete ON %I FOR DELETE TO delt_app USING (is_own(municipality_id))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO delt_app', t);
  END LOOP;
END $$;

CREATE POLICY own_insert ON gate_decision FOR INSERT TO delt_app WITH CHECK (is_own(municipality_id));
GRANT SELECT, INSERT ON gate_decision TO delt_app;

CREATE POLICY readable ON phase_model FOR SELECT TO delt_app
  USING (viewer_kind() IS NOT NULL AND (municipality_id IS NULL OR is_own(municipality_id)));

-- A shared project shows its plan to those who may read it …
CREATE POLICY readable ON project FOR SELECT TO delt_app USING (may_read(municipality_id, visibility, visible_to_collaboration_id));
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['project_phase', 'checklist_item', 'milestone', 'deliverable', 'uncertainty', 'change', 'benefit'] LOOP
    EXECUTE format('CREATE POLICY readable ON %I FOR SELECT TO delt_app USING (is_own(municipality_id)
      OR EXISTS (SELECT 1 FROM project p WHERE p.municipality_id = %1$I.municipality_id AND p.id = project_id))', t);
  END LOOP;
END $$;
CREATE POLICY readable ON uncertainty_action FOR SELECT TO delt_app USING (is_own(municipality_id)
  OR EXISTS (SELECT 1 FROM uncertainty u WHERE u.municipality_id = uncertainty_action.municipality_id AND u.id = uncertainty_id));
CREATE POLICY readable ON indicator FOR SELECT TO delt_app USING (is_own(municipality_id)
  OR EXISTS (SELECT 1 FROM benefit b WHERE b.municipality_id = indicator.municipality_id AND b.id = benefit_id));

-- … and keeps people, decisions, figures, reports and log to its own municipality. So do copies: who copied is shown by `reuse`.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['project_member', 'gate_decision', 'gate_condition', 'budget_line', 'measurement', 'status_report', 'log_entry',
    'project_copy', 'copied_part', 'search_document'] LOOP
    EXECUTE format('CREATE POLICY own_read ON %I FOR SELECT TO delt_app USING (is_own(municipality_id))', t);
  END LOOP;
END $$;

CREATE POLICY readable ON lesson FOR SELECT TO delt_app USING (may_read(municipality_id, visibility, visible_to_collaboration_id));

-- A report is read by others once it is published; a section by those whom both report and section let in.
CREATE POLICY readable ON experience_report FOR SELECT TO delt_app
  USING (is_own(municipality_id) OR (status = 'published' AND may_read(municipality_id, visibility, visible_to_collaboration_id)));
CREATE POLICY readable ON report_section FOR SELECT TO delt_app USING (is_own(municipality_id)
  OR (EXISTS (SELECT 1 FROM experience_report r WHERE r.municipality_id = report_section.municipality_id AND r.id = report_id)
    AND (visibility IS NULL OR may_read(municipality_id, visibility, visible_to_collaboration_id))));
DO $$
DECLARE t text; section text;
BEGIN
  FOR t, section IN VALUES ('report_cost_line', 'cost'), ('report_effect', 'effect'), ('report_prerequisite', 'advice'), ('report_part', 'parts') LOOP
    EXECUTE format('CREATE POLICY readable ON %1$I FOR SELECT TO delt_app USING (is_own(municipality_id)
      OR EXISTS (SELECT 1 FROM report_section s WHERE s.municipality_id = %1$I.municipality_id AND s.report_id = %1$I.report_id AND s.kind = %2$L))', t, section);
  END LOOP;
END $$;

-- Reuse belongs to the adopter, and is read by whoever may read the report. Suppliers are visitors: they see only what is open.
CREATE POLICY readable ON reuse FOR SELECT TO delt_app USING (may_read(municipality_id, visibility, NULL)
  AND EXISTS (SELECT 1 FROM experience_report r WHERE r.id = report_id));
CREATE POLICY own_insert ON reuse FOR INSERT TO delt_app WITH CHECK (is_own(municipality_id)
  AND EXISTS (SELECT 1 FROM experience_report r WHERE r.id = report_id));
CREATE POLICY own_update ON reuse FOR UPDATE TO delt_app USING (is_own(municipality_id)) WITH CHECK (is_own(municipality_id));
CREATE POLICY own_delete ON reuse FOR DELETE TO delt_app USING (is_own(municipality_id));
GRANT SELECT, INSERT, UPDATE, DELETE ON reuse TO delt_app;

-- Featuring is the advisors'. That a case is featured is no secret to those who may read the case.
CREATE POLICY readable ON featured_case FOR SELECT TO delt_app USING (EXISTS (SELECT 1 FROM experience_report r WHERE r.id = report_id));
CREATE POLICY advisor_insert ON featured_case FOR INSERT TO delt_app
  WITH CHECK (viewer_kind() = 'advisor' AND featured_by = viewer_person() AND EXISTS (SELECT 1 FROM experience_report r WHERE r.id = report_id));
CREATE POLICY advisor_update ON featured_case FOR UPDATE TO delt_app USING (viewer_kind() = 'advisor') WITH CHECK (viewer_kind() = 'advisor');
CREATE POLICY advisor_delete ON featured_case FOR DELETE TO delt_app USING (viewer_kind() = 'advisor');
GRANT SELECT, INSERT, UPDATE, DELETE ON featured_case TO delt_app;

-- People are seen by their own; the sign-in finds and, where the provider allows it, makes them.
CREATE POLICY own_read ON person FOR SELECT TO delt_app
  USING (viewer_kind() = 'signin' OR is_own(municipality_id) OR id = viewer_person());
CREATE POLICY signin_insert ON person FOR INSERT TO delt_app WITH CHECK (viewer_kind() = 'signin');
CREATE POLICY signin_update ON person FOR UPDATE TO delt_app USING (viewer_kind() = 'signin') WITH CHECK (viewer_kind() = 'signin');
GRANT SELECT, INSERT ON person TO delt_app;
GRANT UPDATE (name, email) ON person TO delt_app;
CREATE POLICY own_read ON role_assignment FOR SELECT TO delt_app
  USING (EXISTS (SELECT 1 FROM person p WHERE p.id = person_id));
CREATE POLICY signin_insert ON role_assignment FOR INSERT TO delt_app WITH CHECK (viewer_kind() = 'signin' AND role = 'member');
GRANT SELECT, INSERT ON role_assignment TO delt_app;

-- Doors, identities and sessions are touched by the sign-in alone.
CREATE POLICY signin_read ON identity_provider FOR SELECT TO delt_app USING (viewer_kind() = 'signin');
GRANT SELECT ON identity_provider TO delt_app;
CREATE POLICY signin_all ON external_identity FOR ALL TO delt_app USING (viewer_kind() = 'signin') WITH CHECK (viewer_kind() = 'signin');
GRANT SELECT, INSERT ON external_identity TO delt_app;
CREATE POLICY signin_all ON auth_session FOR ALL TO delt_app USING (viewer_kind() = 'signin') WITH CHECK (viewer_kind() = 'signin');
GRANT SELECT, INSERT ON auth_session TO delt_app;
GRANT UPDATE (last_seen_at, ended_at) ON auth_session TO delt_app;

-- The trail is added to by whoever acts, in that person's own name, and read in the municipality it concerns.
CREATE POLICY append ON audit_event FOR INSERT TO delt_app
  WITH CHECK (viewer_kind() = 'signin' OR (viewer_kind() IS NOT NULL AND actor_id = viewer_person()
    AND municipality_id IS NOT DISTINCT FROM viewer_municipality()));
CREATE POLICY own_read ON audit_event FOR SELECT TO delt_app USING (is_own(municipality_id));
GRANT SELECT, INSERT ON audit_event TO delt_app;

CREATE POLICY append ON search_log FOR INSERT TO delt_app WITH CHECK (viewer_kind() IS NOT NULL);
GRANT INSERT ON search_log TO delt_app;

-- The health page says which migrations have been applied; on a fresh database Prisma's own table may not be there yet.
CREATE FUNCTION applied_migrations() RETURNS SETOF text LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
    RETURN QUERY EXECUTE 'SELECT migration_name::text FROM public._prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1';
  END IF;
END $$;

-- Addresses of reports are unique in the whole country. The answer tells only that an address is taken, which the address itself would.
CREATE FUNCTION slug_is_taken(candidate text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS
  'SELECT EXISTS (SELECT 1 FROM public.experience_report r WHERE r.slug = candidate)';
REVOKE EXECUTE ON FUNCTION slug_is_taken(text), applied_migrations() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION slug_is_taken(text), applied_migrations() TO delt_app;
