-- Municipalities look after their own people; operators after who takes part.

CREATE TABLE person_invitation (
  id uuid PRIMARY KEY,
  municipality_id uuid NOT NULL REFERENCES municipality (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  person_id uuid NOT NULL,
  invited_by uuid NOT NULL,
  invited_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at timestamptz(6) NOT NULL,
  used_at timestamptz(6),
  FOREIGN KEY (municipality_id, person_id) REFERENCES person (municipality_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  FOREIGN KEY (municipality_id, invited_by) REFERENCES person (municipality_id, id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX person_invitation_municipality_id_person_id_idx ON person_invitation (municipality_id, person_id);
CREATE INDEX person_invitation_municipality_id_invited_by_idx ON person_invitation (municipality_id, invited_by);
ALTER TABLE person_invitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_invitation FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON person_invitation TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY own_read ON person_invitation FOR SELECT TO delt_app USING (is_own(municipality_id) OR viewer_kind() = 'signin');
CREATE POLICY own_insert ON person_invitation FOR INSERT TO delt_app WITH CHECK (administers(municipality_id) AND invited_by = viewer_person());
CREATE POLICY own_delete ON person_invitation FOR DELETE TO delt_app USING (administers(municipality_id) AND used_at IS NULL);
CREATE POLICY signin_update ON person_invitation FOR UPDATE TO delt_app
  USING (viewer_kind() = 'signin' AND used_at IS NULL) WITH CHECK (viewer_kind() = 'signin');
GRANT SELECT, INSERT, DELETE ON person_invitation TO delt_app;
GRANT UPDATE (used_at) ON person_invitation TO delt_app;

-- A municipality makes, changes and deactivates its own people. Guests follow the row they have at home.
CREATE POLICY own_insert ON person FOR INSERT TO delt_app WITH CHECK (administers(municipality_id) AND home_municipality_id IS NULL);
CREATE POLICY own_update ON person FOR UPDATE TO delt_app
  USING (administers(municipality_id) AND home_municipality_id IS NULL) WITH CHECK (administers(municipality_id) AND home_municipality_id IS NULL);
GRANT UPDATE (status, job_title) ON person TO delt_app;

CREATE POLICY own_insert ON role_assignment FOR INSERT TO delt_app
  WITH CHECK (source = 'manual' AND role IN ('member', 'portfolio_reader', 'portfolio_manager', 'municipality_admin')
    AND EXISTS (SELECT 1 FROM person p WHERE p.id = person_id AND administers(p.municipality_id) AND p.home_municipality_id IS NULL));
CREATE POLICY own_delete ON role_assignment FOR DELETE TO delt_app
  USING (source = 'manual' AND EXISTS (SELECT 1 FROM person p WHERE p.id = person_id AND administers(p.municipality_id)));

-- Operators look after sign-in and who takes part. Of the trail they read that, and nothing of what municipalities keep to themselves.
CREATE POLICY operator_read ON audit_event FOR SELECT TO delt_app USING (viewer_kind() = 'operator'
  AND (starts_with(action, 'session.') OR starts_with(action, 'person.') OR starts_with(action, 'connection.') OR starts_with(action, 'municipality.')));
CREATE POLICY operator_append ON audit_event FOR INSERT TO delt_app
  WITH CHECK (viewer_kind() = 'operator' AND actor_id = viewer_person()
    AND (starts_with(action, 'connection.') OR starts_with(action, 'municipality.') OR starts_with(action, 'person.') OR starts_with(action, 'session.')));
CREATE INDEX audit_event_at_idx ON audit_event (at DESC);

ALTER TABLE participation ENABLE ROW LEVEL SECURITY;
ALTER TABLE participation FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON participation TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY readable ON participation FOR SELECT TO delt_app USING (true);
CREATE POLICY operator_insert ON participation FOR INSERT TO delt_app WITH CHECK (viewer_kind() = 'operator');
GRANT INSERT ON participation TO delt_app;

-- How much each municipality stores, in numbers alone.
CREATE FUNCTION storage_use() RETURNS TABLE (municipality_id uuid, files bigint, bytes numeric)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT v.municipality_id, count(*), coalesce(sum(v.size_bytes), 0)::numeric FROM public.document_version v
  WHERE public.viewer_kind() = 'operator' GROUP BY v.municipality_id
$$;
REVOKE EXECUTE ON FUNCTION storage_use() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION storage_use() TO delt_app;

-- Whoever is erased cannot come in by what they were known by.
CREATE POLICY own_read ON external_identity FOR SELECT TO delt_app
  USING (EXISTS (SELECT 1 FROM person p WHERE p.id = person_id AND (is_own(p.municipality_id) OR p.id = viewer_person())));
CREATE POLICY own_delete ON external_identity FOR DELETE TO delt_app
  USING (EXISTS (SELECT 1 FROM person p WHERE p.id = person_id AND administers(p.municipality_id)));
GRANT DELETE ON external_identity TO delt_app;

-- One's own part of the trail, wherever it was.
CREATE POLICY own_deeds ON audit_event FOR SELECT TO delt_app USING (actor_id = viewer_person());
