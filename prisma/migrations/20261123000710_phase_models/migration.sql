-- A municipality makes phase models of its own. Each change is a new version in a row of its own: a project keeps the phases it began with.

ALTER TABLE phase_model
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD COLUMN is_current boolean NOT NULL DEFAULT true,
  ADD COLUMN is_active boolean NOT NULL DEFAULT true,
  ADD CONSTRAINT phase_model_name_check CHECK (btrim(name) <> '' AND length(name) <= 120);
DROP INDEX phase_model_municipality_id_code_key;
CREATE UNIQUE INDEX phase_model_municipality_id_code_version_key ON phase_model (municipality_id, code, version);
CREATE UNIQUE INDEX phase_model_current_code_key ON phase_model (municipality_id, code) WHERE is_current;

ALTER TABLE phase_model_phase ADD COLUMN has_stages boolean NOT NULL DEFAULT false;
UPDATE phase_model_phase SET has_stages = true WHERE code = 'execution';

-- The bytes of a file that came with a template are the template's.
ALTER TABLE document_version ADD COLUMN stored_id uuid;

-- Versions are never rewritten: only which is the latest, and whether it is offered, is.
CREATE POLICY own_insert ON phase_model FOR INSERT TO delt_app WITH CHECK (is_own(municipality_id));
CREATE POLICY own_update ON phase_model FOR UPDATE TO delt_app USING (is_own(municipality_id)) WITH CHECK (is_own(municipality_id));
GRANT INSERT, UPDATE (is_current, is_active) ON phase_model TO delt_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['phase_model_phase', 'phase_model_checklist_item'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT INSERT ON %I TO delt_app', t);
  END LOOP;
END $$;

-- A phase is read with its model, and with any project that may be read: the names of its phases are the model's.
CREATE POLICY readable ON phase_model_phase FOR SELECT TO delt_app USING (
  EXISTS (SELECT 1 FROM phase_model m WHERE m.id = phase_model_id)
  OR EXISTS (SELECT 1 FROM project_phase p WHERE p.phase_model_phase_id = phase_model_phase.id));
CREATE POLICY own_insert ON phase_model_phase FOR INSERT TO delt_app WITH CHECK (
  EXISTS (SELECT 1 FROM phase_model m WHERE m.id = phase_model_id AND is_own(m.municipality_id)));

CREATE POLICY readable ON phase_model_checklist_item FOR SELECT TO delt_app USING (EXISTS (
  SELECT 1 FROM phase_model_phase f JOIN phase_model m ON m.id = f.phase_model_id WHERE f.id = phase_model_phase_id));
CREATE POLICY own_insert ON phase_model_checklist_item FOR INSERT TO delt_app WITH CHECK (EXISTS (
  SELECT 1 FROM phase_model_phase f JOIN phase_model m ON m.id = f.phase_model_id
  WHERE f.id = phase_model_phase_id AND is_own(m.municipality_id)));
