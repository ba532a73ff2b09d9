-- A municipality whose part in Delt is over, for now or for good: its people come no longer in, and what it shared stays as it was shared.
CREATE TABLE municipality_closure (
  municipality_id uuid PRIMARY KEY REFERENCES municipality (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  closed_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  closed_by uuid NOT NULL,
  reason text NOT NULL,
  -- What it takes up again when it is opened.
  joined_on date,
  intro text NOT NULL DEFAULT ''
);
ALTER TABLE municipality_closure ENABLE ROW LEVEL SECURITY;
ALTER TABLE municipality_closure FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON municipality_closure TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY readable ON municipality_closure FOR SELECT TO delt_app USING (is_own(municipality_id) OR viewer_kind() IN ('operator', 'signin'));
CREATE POLICY operator_insert ON municipality_closure FOR INSERT TO delt_app WITH CHECK (viewer_kind() = 'operator' AND closed_by = viewer_person());
CREATE POLICY operator_delete ON municipality_closure FOR DELETE TO delt_app USING (viewer_kind() = 'operator');
GRANT SELECT, INSERT, DELETE ON municipality_closure TO delt_app;

CREATE POLICY operator_delete ON participation FOR DELETE TO delt_app USING (viewer_kind() = 'operator');
GRANT DELETE ON participation TO delt_app;

-- Operators end the sessions of a municipality that is closed, as they do at a door that is.
CREATE POLICY operator_read_closed ON auth_session FOR SELECT TO delt_app USING (viewer_kind() = 'operator'
  AND EXISTS (SELECT 1 FROM municipality_closure c WHERE c.municipality_id = auth_session.municipality_id));
CREATE POLICY operator_update_closed ON auth_session FOR UPDATE TO delt_app USING (viewer_kind() = 'operator'
  AND EXISTS (SELECT 1 FROM municipality_closure c WHERE c.municipality_id = auth_session.municipality_id)) WITH CHECK (viewer_kind() = 'operator');
ALTER TYPE session_end ADD VALUE 'municipality_closed';

-- How many may come in, in numbers alone.
CREATE FUNCTION people_count(municipality uuid) RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT count(*) FROM public.person p WHERE public.viewer_kind() = 'operator' AND p.municipality_id = municipality
    AND p.status::text = 'active' AND p.home_municipality_id IS NULL
$$;
REVOKE EXECUTE ON FUNCTION people_count(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION people_count(uuid) TO delt_app;
