-- What must hold whatever the program does.

-- Only one national phase model of each code: the unique index beside it does not compare rows without a municipality.
CREATE UNIQUE INDEX phase_model_national_code_key ON phase_model (code) WHERE municipality_id IS NULL;

ALTER TABLE municipality
  ADD CONSTRAINT municipality_number_check CHECK (number ~ '^\d{4}$'),
  ADD CONSTRAINT municipality_organisation_number_check CHECK (organisation_number ~ '^\d{9}$'),
  ADD CONSTRAINT municipality_population_check CHECK (population > 0),
  ADD CONSTRAINT municipality_centrality_class_check CHECK (centrality_class BETWEEN 1 AND 6),
  ADD CONSTRAINT municipality_position_check CHECK (latitude BETWEEN 57 AND 82 AND longitude BETWEEN 4 AND 32);

ALTER TABLE person ADD CONSTRAINT person_name_check CHECK (btrim(name) <> '');
ALTER TABLE external_identity ADD CONSTRAINT external_identity_subject_check CHECK (length(subject) BETWEEN 1 AND 255);
ALTER TABLE auth_session
  ADD CONSTRAINT auth_session_token_hash_check CHECK (octet_length(token_hash) = 32),
  ADD CONSTRAINT auth_session_expires_check CHECK (expires_at > created_at);

ALTER TABLE project
  ADD CONSTRAINT project_title_check CHECK (btrim(title) <> '' AND length(title) <= 200),
  ADD CONSTRAINT project_period_check CHECK (end_on IS NULL OR end_on >= start_on),
  ADD CONSTRAINT project_un_goals_check CHECK (un_goals <@ ARRAY[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17]),
  ADD CONSTRAINT project_version_check CHECK (version > 0),
  ADD CONSTRAINT project_audience_check CHECK ((visibility = 'collaboration') = (visible_to_collaboration_id IS NOT NULL));
ALTER TABLE lesson
  ADD CONSTRAINT lesson_recommendation_check CHECK (btrim(recommendation) <> ''),
  ADD CONSTRAINT lesson_audience_check CHECK ((visibility = 'collaboration') = (visible_to_collaboration_id IS NOT NULL));

ALTER TABLE project_phase
  ADD CONSTRAINT project_phase_position_check CHECK (position > 0),
  ADD CONSTRAINT project_phase_actual_check CHECK (actual_end_on IS NULL OR actual_start_on IS NULL OR actual_end_on >= actual_start_on);
ALTER TABLE gate_decision ADD CONSTRAINT gate_decision_decided_by_check CHECK (btrim(decided_by) <> '');
ALTER TABLE checklist_item
  ADD CONSTRAINT checklist_item_text_check CHECK (btrim(text) <> ''),
  ADD CONSTRAINT checklist_item_reason_check CHECK (status <> 'not_relevant' OR btrim(coalesce(reason, '')) <> '');

ALTER TABLE uncertainty
  ADD CONSTRAINT uncertainty_scale_check CHECK (
    probability BETWEEN 1 AND 5 AND consequence BETWEEN 1 AND 5 AND probability_after BETWEEN 1 AND 5 AND consequence_after BETWEEN 1 AND 5);
ALTER TABLE indicator ADD CONSTRAINT indicator_target_check CHECK (target_value <> start_value);
ALTER TABLE deliverable ADD CONSTRAINT deliverable_period_check CHECK (end_on IS NULL OR start_on IS NULL OR end_on >= start_on);
ALTER TABLE budget_line
  ADD CONSTRAINT budget_line_year_check CHECK (year BETWEEN 2000 AND 2100),
  ADD CONSTRAINT budget_line_amount_check CHECK (budget_nok >= 0 AND cost_nok >= 0 AND forecast_nok >= 0);
ALTER TABLE status_report ADD CONSTRAINT status_report_amount_check CHECK (budget_nok >= 0 AND cost_nok >= 0 AND forecast_nok >= 0);
-- One draft at a time.
CREATE UNIQUE INDEX status_report_draft_key ON status_report (municipality_id, project_id) WHERE published_at IS NULL;

ALTER TABLE experience_report
  ADD CONSTRAINT experience_report_slug_check CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 120),
  ADD CONSTRAINT experience_report_title_check CHECK (btrim(title) <> '' AND length(title) <= 200),
  ADD CONSTRAINT experience_report_published_check CHECK ((status = 'draft') = (published_at IS NULL) AND (status <> 'published' OR outcome IS NOT NULL)),
  ADD CONSTRAINT experience_report_audience_check CHECK ((visibility = 'collaboration') = (visible_to_collaboration_id IS NOT NULL)),
  ADD CONSTRAINT experience_report_lineage_check CHECK (builds_on_report_id <> id);
ALTER TABLE report_section
  ADD CONSTRAINT report_section_audience_check CHECK ((visibility IS NOT DISTINCT FROM 'collaboration') = (visible_to_collaboration_id IS NOT NULL)),
  ADD CONSTRAINT report_section_content_check CHECK (jsonb_typeof(content) = 'object');
ALTER TABLE report_cost_line
  ADD CONSTRAINT report_cost_line_year_check CHECK (year BETWEEN 2000 AND 2100),
  ADD CONSTRAINT report_cost_line_amount_check CHECK (coalesce(planned, 0) >= 0 AND coalesce(actual, 0) >= 0 AND num_nonnulls(planned, actual) > 0);
ALTER TABLE report_part ADD CONSTRAINT report_part_content_check CHECK (jsonb_typeof(content) = 'array');
ALTER TABLE featured_case
  ADD CONSTRAINT featured_case_period_check CHECK (ends_on >= starts_on),
  ADD CONSTRAINT featured_case_reason_check CHECK (btrim(reason) <> '');

-- Each kind of search document points at the one thing it stands for.
ALTER TABLE search_document ADD CONSTRAINT search_document_subject_check CHECK (
  CASE kind
    WHEN 'report' THEN report_id IS NOT NULL AND num_nonnulls(report_id, project_id, lesson_id, collaboration_id) = 1
    WHEN 'project' THEN project_id IS NOT NULL AND num_nonnulls(report_id, project_id, lesson_id, collaboration_id) = 1
    WHEN 'lesson' THEN lesson_id IS NOT NULL AND num_nonnulls(report_id, project_id, lesson_id, collaboration_id) = 1
    WHEN 'collaboration' THEN collaboration_id IS NOT NULL AND num_nonnulls(report_id, project_id, lesson_id, municipality_id) = 0
    WHEN 'municipality' THEN municipality_id IS NOT NULL AND num_nonnulls(report_id, project_id, lesson_id, collaboration_id) = 0
  END);
CREATE UNIQUE INDEX search_document_municipality_key ON search_document (municipality_id) WHERE kind = 'municipality';

-- A decision is a record: it is superseded, never changed. A published status report is locked.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is a record and cannot be changed', TG_TABLE_NAME USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER gate_decision_is_final BEFORE UPDATE OR DELETE ON gate_decision FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_event_is_final BEFORE UPDATE OR DELETE ON audit_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER status_report_is_locked BEFORE UPDATE OR DELETE ON status_report FOR EACH ROW
  WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION refuse_change();
