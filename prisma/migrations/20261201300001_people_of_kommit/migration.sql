-- Operators see who works for KommIT, and turn them off and on: never themselves, and nobody of a municipality.
CREATE POLICY kommit_read ON person FOR SELECT TO delt_app USING (viewer_kind() = 'operator' AND municipality_id IS NULL);
CREATE POLICY kommit_update ON person FOR UPDATE TO delt_app
  USING (viewer_kind() = 'operator' AND municipality_id IS NULL AND id <> viewer_person())
  WITH CHECK (viewer_kind() = 'operator' AND municipality_id IS NULL AND id <> viewer_person());
CREATE POLICY kommit_read ON auth_session FOR SELECT TO delt_app USING (viewer_kind() = 'operator' AND municipality_id IS NULL);
CREATE POLICY kommit_update ON auth_session FOR UPDATE TO delt_app
  USING (viewer_kind() = 'operator' AND municipality_id IS NULL) WITH CHECK (viewer_kind() = 'operator' AND municipality_id IS NULL);
