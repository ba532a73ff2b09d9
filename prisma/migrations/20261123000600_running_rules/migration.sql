-- What must hold in the parts of a running project, and who sees them.

ALTER TABLE uncertainty_assessment ADD CONSTRAINT uncertainty_assessment_scale_check CHECK (
  probability BETWEEN 1 AND 5 AND consequence BETWEEN 1 AND 5 AND probability_after BETWEEN 1 AND 5 AND consequence_after BETWEEN 1 AND 5);
ALTER TABLE budget_line ADD CONSTRAINT budget_line_hours_check CHECK (budget_hours >= 0 AND cost_hours >= 0 AND forecast_hours >= 0);
ALTER TABLE allocation
  ADD CONSTRAINT allocation_period_check CHECK (end_on >= start_on),
  ADD CONSTRAINT allocation_percent_check CHECK (percent BETWEEN 1 AND 100),
  ADD CONSTRAINT allocation_whom_check CHECK (person_id IS NOT NULL OR btrim(role) <> ''),
  ADD CONSTRAINT allocation_assigned_check CHECK (status <> 'assigned' OR person_id IS NOT NULL);
ALTER TABLE absence
  ADD CONSTRAINT absence_period_check CHECK (end_on >= start_on),
  ADD CONSTRAINT absence_percent_check CHECK (percent BETWEEN 1 AND 100);
ALTER TABLE task ADD CONSTRAINT task_title_check CHECK (btrim(title) <> '');
ALTER TABLE stakeholder ADD CONSTRAINT stakeholder_title_check CHECK (btrim(title) <> '');
ALTER TABLE communication ADD CONSTRAINT communication_title_check CHECK (btrim(title) <> '');
ALTER TABLE document ADD CONSTRAINT document_title_check CHECK (btrim(title) <> '');
ALTER TABLE document_version
  ADD CONSTRAINT document_version_number_check CHECK (number > 0),
  ADD CONSTRAINT document_version_size_check CHECK (size_bytes > 0),
  ADD CONSTRAINT document_version_sha256_check CHECK (octet_length(sha256) = 32);
ALTER TABLE report_series ADD CONSTRAINT report_series_name_check CHECK (btrim(name) <> '');
ALTER TABLE saved_view ADD CONSTRAINT saved_view_name_check CHECK (btrim(name) <> '' AND length(name) <= 80);
ALTER TABLE municipality_settings ADD CONSTRAINT municipality_settings_rhythm_check CHECK (report_every_days BETWEEN 7 AND 366);
ALTER TABLE idea
  ADD CONSTRAINT idea_title_check CHECK (btrim(title) <> '' AND length(title) <= 200),
  ADD CONSTRAINT idea_score_check CHECK (
    strategic BETWEEN 1 AND 5 AND quality BETWEEN 1 AND 5 AND economic BETWEEN 1 AND 5 AND operational BETWEEN 1 AND 5 AND risk BETWEEN 1 AND 5
    AND adjustment BETWEEN -10 AND 10),
  ADD CONSTRAINT idea_decision_check CHECK ((decision = 'considering') = (decided_on IS NULL)),
  ADD CONSTRAINT idea_project_check CHECK (project_id IS NULL OR decision = 'approved');
ALTER TABLE programme
  ADD CONSTRAINT programme_title_check CHECK (btrim(title) <> '' AND length(title) <= 200),
  ADD CONSTRAINT programme_period_check CHECK (end_on IS NULL OR start_on IS NULL OR end_on >= start_on);
ALTER TABLE project_template ADD CONSTRAINT project_template_name_check CHECK (btrim(name) <> '' AND length(name) <= 120);

-- A link joins exactly two things of the plan, once.
ALTER TABLE plan_link
  ADD CONSTRAINT plan_link_ends_check CHECK (
    num_nonnulls(from_phase_id, from_milestone_id, from_deliverable_id) = 1 AND num_nonnulls(to_phase_id, to_milestone_id, to_deliverable_id) = 1
    AND coalesce(from_phase_id, from_milestone_id, from_deliverable_id) <> coalesce(to_phase_id, to_milestone_id, to_deliverable_id)),
  ADD CONSTRAINT plan_link_lag_check CHECK (lag_days BETWEEN 0 AND 3650);
CREATE UNIQUE INDEX plan_link_ends_key ON plan_link (project_id,
  coalesce(from_phase_id, from_milestone_id, from_deliverable_id), coalesce(to_phase_id, to_milestone_id, to_deliverable_id));

-- One draft at a time, of the project and of each part project.
DROP INDEX status_report_draft_key;
CREATE UNIQUE INDEX status_report_draft_key ON status_report (municipality_id, project_id, coalesce(series_id, '00000000-0000-0000-0000-000000000000'))
  WHERE published_at IS NULL;

-- A file that was uploaded and a template version that was published are records.
CREATE TRIGGER project_template_version_is_final BEFORE UPDATE ON project_template_version FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER document_version_is_final BEFORE UPDATE ON document_version FOR EACH ROW EXECUTE FUNCTION refuse_change();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY[
    'uncertainty_assessment', 'task', 'task_step', 'stakeholder', 'communication', 'allocation', 'absence', 'document', 'document_version',
    'plan_link', 'deleted_item', 'report_series', 'saved_view', 'municipality_settings', 'idea', 'programme', 'programme_project',
    'project_template', 'project_template_version']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    IF t <> 'saved_view' THEN
      EXECUTE format('CREATE POLICY own_insert ON %I FOR INSERT TO delt_app WITH CHECK (is_own(municipality_id))', t);
      EXECUTE format('CREATE POLICY own_update ON %I FOR UPDATE TO delt_app USING (is_own(municipality_id)) WITH CHECK (is_own(municipality_id))', t);
      EXECUTE format('CREATE POLICY own_delete ON %I FOR DELETE TO delt_app USING (is_own(municipality_id))', t);
    END IF;
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO delt_app', t);
  END LOOP;
END $$;

-- The plan of a shared project is read with it …
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['task', 'stakeholder', 'communication', 'plan_link'] LOOP
    EXECUTE format('CREATE POLICY readable ON %I FOR SELECT TO delt_app USING (is_own(municipality_id)
      OR EXISTS (SELECT 1 FROM project p WHERE p.municipality_id = %1$I.municipality_id AND p.id = project_id))', t);
  END LOOP;
END $$;
CREATE POLICY readable ON task_step FOR SELECT TO delt_app USING (is_own(municipality_id)
  OR EXISTS (SELECT 1 FROM task t WHERE t.municipality_id = task_step.municipality_id AND t.id = task_id));

-- … and the rest stays at home.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['uncertainty_assessment', 'allocation', 'absence', 'document', 'document_version', 'deleted_item', 'report_series',
    'municipality_settings', 'idea', 'programme', 'programme_project', 'project_template', 'project_template_version'] LOOP
    EXECUTE format('CREATE POLICY own_read ON %I FOR SELECT TO delt_app USING (is_own(municipality_id))', t);
  END LOOP;
END $$;

-- A view is its owner's; colleagues read what is shared.
CREATE POLICY own_read ON saved_view FOR SELECT TO delt_app USING (is_own(municipality_id) AND (is_shared OR owner_id = viewer_person()));
CREATE POLICY own_insert ON saved_view FOR INSERT TO delt_app WITH CHECK (is_own(municipality_id) AND owner_id = viewer_person());
CREATE POLICY own_update ON saved_view FOR UPDATE TO delt_app USING (is_own(municipality_id) AND owner_id = viewer_person())
  WITH CHECK (is_own(municipality_id) AND owner_id = viewer_person());
CREATE POLICY own_delete ON saved_view FOR DELETE TO delt_app USING (is_own(municipality_id) AND owner_id = viewer_person());

-- A programme may hold a project that another municipality shares: only one that may be read.
DROP POLICY own_insert ON programme_project;
CREATE POLICY own_insert ON programme_project FOR INSERT TO delt_app WITH CHECK (is_own(municipality_id)
  AND EXISTS (SELECT 1 FROM project p WHERE p.municipality_id = project_municipality_id AND p.id = project_id));

REVOKE UPDATE ON programme_project FROM delt_app;

-- Conditions are followed up, not rewritten.
REVOKE UPDATE, DELETE ON gate_condition FROM delt_app;
GRANT UPDATE (closed_on, closed_note, version) ON gate_condition TO delt_app;
