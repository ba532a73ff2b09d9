-- The directory of a municipality keeps its people up to date: who they are, and whether they may still come in. Never what they may do.

-- What the directory calls somebody: by its own id, which never changes, and by what they sign in as.
ALTER TABLE person ADD COLUMN external_id text, ADD COLUMN user_name text,
  ADD CONSTRAINT person_directory_check CHECK (length(external_id) BETWEEN 1 AND 200 AND length(user_name) BETWEEN 1 AND 320);
CREATE UNIQUE INDEX person_municipality_id_external_id_key ON person (municipality_id, external_id);
CREATE UNIQUE INDEX person_user_name_key ON person (municipality_id, lower(user_name)) WHERE user_name IS NOT NULL;
-- Entra ID calls somebody otherwise in its tokens than in its directory; the token tells both.
ALTER TABLE external_identity ADD COLUMN object_id text;
CREATE INDEX external_identity_identity_provider_id_object_id_idx ON external_identity (identity_provider_id, object_id);
GRANT UPDATE (object_id) ON external_identity TO delt_app;
GRANT UPDATE (external_id, user_name) ON person TO delt_app;

CREATE UNIQUE INDEX identity_provider_municipality_id_id_key ON identity_provider (municipality_id, id);
CREATE TABLE scim_token (
  id uuid PRIMARY KEY,
  municipality_id uuid NOT NULL,
  identity_provider_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  created_by uuid NOT NULL,
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at timestamptz(6) NOT NULL,
  revoked_at timestamptz(6),
  last_used_at timestamptz(6),
  FOREIGN KEY (municipality_id, identity_provider_id) REFERENCES identity_provider (municipality_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  FOREIGN KEY (municipality_id, created_by) REFERENCES person (municipality_id, id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX scim_token_token_hash_key ON scim_token (token_hash);
CREATE INDEX scim_token_municipality_id_identity_provider_id_idx ON scim_token (municipality_id, identity_provider_id);
CREATE INDEX scim_token_municipality_id_created_by_idx ON scim_token (municipality_id, created_by);
ALTER TABLE scim_token ENABLE ROW LEVEL SECURITY;
ALTER TABLE scim_token FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON scim_token TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY own_read ON scim_token FOR SELECT TO delt_app USING (is_own(municipality_id));
CREATE POLICY own_insert ON scim_token FOR INSERT TO delt_app WITH CHECK (administers(municipality_id) AND created_by = viewer_person() AND revoked_at IS NULL);
CREATE POLICY own_update ON scim_token FOR UPDATE TO delt_app USING (administers(municipality_id)) WITH CHECK (administers(municipality_id));
GRANT SELECT, INSERT ON scim_token TO delt_app;
GRANT UPDATE (revoked_at) ON scim_token TO delt_app;

-- Which municipality and door a key is for; none where it is no key, has run out or is taken back, or its door is closed. Notes that it was used.
CREATE FUNCTION use_scim_token(hash bytea) RETURNS TABLE (token_id uuid, municipality_id uuid, identity_provider_id uuid)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
  UPDATE public.scim_token t SET last_used_at = now() FROM public.identity_provider d
  WHERE public.viewer_kind() = 'signin' AND t.token_hash = hash AND t.revoked_at IS NULL AND t.expires_at > now()
    AND d.id = t.identity_provider_id AND d.municipality_id = t.municipality_id AND d.status::text = 'approved'
    AND NOT EXISTS (SELECT 1 FROM public.municipality_closure c WHERE c.municipality_id = t.municipality_id)
  RETURNING t.id, t.municipality_id, t.identity_provider_id
$$;
-- Whether a door has ever been given people by the directory: then it knows them by what the directory calls them.
CREATE FUNCTION is_provisioned(door uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT public.viewer_kind() = 'signin' AND EXISTS (SELECT 1 FROM public.scim_token t WHERE t.identity_provider_id = door)
$$;
REVOKE EXECUTE ON FUNCTION use_scim_token(bytea), is_provisioned(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION use_scim_token(bytea), is_provisioned(uuid) TO delt_app;

-- The directory at work in one municipality: its people, their sessions, and nothing else.
CREATE FUNCTION provisions(municipality uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN viewer_kind() = 'provisioner' AND municipality = viewer_municipality();
CREATE POLICY directory_read ON person FOR SELECT TO delt_app USING (provisions(municipality_id) AND home_municipality_id IS NULL);
CREATE POLICY directory_insert ON person FOR INSERT TO delt_app WITH CHECK (provisions(municipality_id) AND home_municipality_id IS NULL);
CREATE POLICY directory_update ON person FOR UPDATE TO delt_app
  USING (provisions(municipality_id) AND home_municipality_id IS NULL) WITH CHECK (provisions(municipality_id) AND home_municipality_id IS NULL);
CREATE POLICY directory_insert ON role_assignment FOR INSERT TO delt_app WITH CHECK (viewer_kind() = 'provisioner' AND role = 'member'
  AND source = 'manual' AND EXISTS (SELECT 1 FROM person p WHERE p.id = person_id AND provisions(p.municipality_id)));
CREATE POLICY directory_read ON external_identity FOR SELECT TO delt_app USING (viewer_kind() = 'provisioner'
  AND EXISTS (SELECT 1 FROM person p WHERE p.id = person_id AND provisions(p.municipality_id)));
CREATE POLICY directory_read ON auth_session FOR SELECT TO delt_app USING (provisions(municipality_id));
CREATE POLICY directory_update ON auth_session FOR UPDATE TO delt_app USING (provisions(municipality_id)) WITH CHECK (provisions(municipality_id));
CREATE POLICY directory_read ON person_invitation FOR SELECT TO delt_app USING (provisions(municipality_id));
CREATE POLICY directory_delete ON person_invitation FOR DELETE TO delt_app USING (provisions(municipality_id) AND used_at IS NULL);
CREATE POLICY directory_append ON audit_event FOR INSERT TO delt_app WITH CHECK (provisions(municipality_id)
  AND (starts_with(action, 'person.') OR starts_with(action, 'session.')));
