-- What a door may be and must prove; keys; sign-out from the provider; limits that all instances share.

CREATE TYPE connection_kind AS ENUM ('oidc', 'entra', 'adfs', 'keycloak', 'idporten', 'ansattporten');
CREATE TYPE client_authentication AS ENUM ('private_key_jwt', 'client_secret');
CREATE TYPE provisioning AS ENUM ('off', 'pending', 'member');
CREATE TYPE role_source AS ENUM ('manual', 'claim');
CREATE TYPE session_end AS ENUM ('signed_out', 'replaced', 'ended_by_self', 'ended_by_admin', 'front_channel', 'back_channel', 'deactivated');
ALTER TYPE connection_status ADD VALUE 'submitted' AFTER 'draft';
ALTER TYPE person_status ADD VALUE 'pending';

ALTER TABLE role_assignment ADD COLUMN source role_source NOT NULL DEFAULT 'manual';

ALTER TABLE identity_provider
  ADD COLUMN kind connection_kind NOT NULL DEFAULT 'oidc',
  ADD COLUMN authentication client_authentication NOT NULL DEFAULT 'client_secret',
  ALTER COLUMN client_secret_encrypted DROP NOT NULL,
  ADD COLUMN secret_changed_at timestamptz(6),
  ADD COLUMN directory_id uuid,
  ADD COLUMN minimum_acr text,
  ADD COLUMN provisioning provisioning NOT NULL DEFAULT 'off',
  ADD COLUMN admits_guests boolean NOT NULL DEFAULT false,
  ADD COLUMN role_claim text,
  ADD COLUMN role_map jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD COLUMN created_by uuid,
  ADD COLUMN tested_at timestamptz(6),
  ADD COLUMN tested_by text,
  ADD COLUMN submitted_at timestamptz(6),
  ADD COLUMN approved_at timestamptz(6),
  ADD COLUMN approved_by uuid,
  ADD COLUMN returned_reason text,
  ADD COLUMN closed_by uuid;
UPDATE identity_provider SET provisioning = 'member' WHERE creates_members;
UPDATE identity_provider SET approved_at = created_at WHERE status = 'approved';
ALTER TABLE identity_provider DROP COLUMN creates_members,
  ADD CONSTRAINT entra_has_directory CHECK (kind <> 'entra' OR directory_id IS NOT NULL),
  ADD CONSTRAINT porten_has_level CHECK (kind NOT IN ('idporten', 'ansattporten') OR minimum_acr IN ('substantial', 'high')),
  ADD CONSTRAINT approved_is_dated CHECK (status <> 'approved' OR approved_at IS NOT NULL);
DROP INDEX identity_provider_issuer_client_id_key;
CREATE UNIQUE INDEX identity_provider_issuer_client_id_municipality_id_key ON identity_provider (issuer, client_id, municipality_id);

-- Whom a door lets in is settled when it is approved: whoever controls the issuer decides who may call themselves what.
-- The owner of the tables may: the demo moves its doors to other ports.
CREATE FUNCTION approved_door_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'delt_app' AND OLD.approved_at IS NOT NULL AND (NEW.issuer, NEW.client_id, NEW.kind, NEW.directory_id, NEW.minimum_acr, NEW.municipality_id)
      IS DISTINCT FROM (OLD.issuer, OLD.client_id, OLD.kind, OLD.directory_id, OLD.minimum_acr, OLD.municipality_id) THEN
    RAISE EXCEPTION 'An approved connection cannot be changed; make a new one' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER approved_door_stays BEFORE UPDATE ON identity_provider FOR EACH ROW EXECUTE FUNCTION approved_door_stays();

CREATE TABLE client_key (
  id uuid PRIMARY KEY,
  identity_provider_id uuid NOT NULL REFERENCES identity_provider (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  public_jwk jsonb NOT NULL,
  private_key_encrypted bytea NOT NULL,
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  activated_at timestamptz(6),
  retired_at timestamptz(6)
);
CREATE INDEX client_key_identity_provider_id_idx ON client_key (identity_provider_id);

CREATE TABLE logout_token (
  identity_provider_id uuid NOT NULL REFERENCES identity_provider (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  jti text NOT NULL,
  expires_at timestamptz(6) NOT NULL,
  PRIMARY KEY (identity_provider_id, jti)
);

CREATE TABLE rate_limit (
  key text PRIMARY KEY,
  started_at timestamptz(6) NOT NULL,
  count integer NOT NULL
);
CREATE INDEX rate_limit_started_at_idx ON rate_limit (started_at);

ALTER TABLE auth_session
  ADD COLUMN ended_for session_end,
  ADD COLUMN provider_session_hash bytea,
  ADD COLUMN acr text,
  ADD COLUMN authenticated_at timestamptz(6),
  ADD COLUMN device text;
DROP INDEX auth_session_identity_provider_id_idx;
CREATE INDEX auth_session_identity_provider_id_provider_session_hash_idx ON auth_session (identity_provider_id, provider_session_hash);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['client_key', 'logout_token', 'rate_limit'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

-- Whether whoever asks is an administrator of the municipality they ask for, by what is stored and not by what they say.
CREATE FUNCTION administers(municipality uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT public.is_own(municipality) AND EXISTS (
    SELECT 1 FROM public.person p JOIN public.role_assignment r ON r.person_id = p.id AND r.role = 'municipality_admin'
    WHERE p.id = public.viewer_person() AND p.municipality_id = municipality AND p.home_municipality_id IS NULL AND p.status = 'active')
$$;
REVOKE EXECUTE ON FUNCTION administers(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION administers(uuid) TO delt_app;

-- Doors are set up by the municipality they belong to, and approved by operators. Their keys follow them.
CREATE POLICY own_read ON identity_provider FOR SELECT TO delt_app USING (is_own(municipality_id) OR viewer_kind() = 'operator');
CREATE POLICY own_insert ON identity_provider FOR INSERT TO delt_app WITH CHECK (administers(municipality_id) AND status = 'draft');
CREATE POLICY own_update ON identity_provider FOR UPDATE TO delt_app
  USING (administers(municipality_id)) WITH CHECK (administers(municipality_id) AND (status <> 'approved' OR approved_at IS NOT NULL));
CREATE POLICY own_delete ON identity_provider FOR DELETE TO delt_app USING (administers(municipality_id) AND approved_at IS NULL);
CREATE POLICY operator_update ON identity_provider FOR UPDATE TO delt_app
  USING (viewer_kind() = 'operator') WITH CHECK (viewer_kind() = 'operator');
CREATE POLICY signin_update ON identity_provider FOR UPDATE TO delt_app
  USING (viewer_kind() = 'signin' AND status::text IN ('draft', 'submitted')) WITH CHECK (viewer_kind() = 'signin' AND status::text IN ('draft', 'submitted'));
GRANT INSERT, DELETE ON identity_provider TO delt_app;
GRANT UPDATE (name, issuer, client_id, client_secret_encrypted, secret_changed_at, kind, authentication, directory_id, minimum_acr, status,
  provisioning, admits_guests, role_claim, role_map, version, tested_at, tested_by, submitted_at, approved_at, approved_by, returned_reason, closed_by)
  ON identity_provider TO delt_app;

-- A municipality cannot approve its own door, whatever the program believes.
CREATE FUNCTION doors_are_approved_by_operators() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF viewer_kind() IN ('staff', 'signin') AND NEW.status = 'approved' AND OLD.status <> 'approved' AND OLD.approved_at IS NULL THEN
    RAISE EXCEPTION 'row-level security: only operators approve connections' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF viewer_kind() IN ('staff', 'signin') AND ((NEW.approved_at, NEW.approved_by, NEW.closed_by) IS DISTINCT FROM (OLD.approved_at, OLD.approved_by, OLD.closed_by)
      OR (NEW.status = 'approved' AND OLD.closed_by IS NOT NULL)) THEN
    RAISE EXCEPTION 'row-level security: only operators approve connections' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER doors_are_approved_by_operators BEFORE UPDATE ON identity_provider
  FOR EACH ROW EXECUTE FUNCTION doors_are_approved_by_operators();

CREATE POLICY signin_read ON client_key FOR SELECT TO delt_app USING (viewer_kind() = 'signin');
CREATE POLICY own_all ON client_key FOR ALL TO delt_app
  USING (viewer_kind() = 'staff' AND EXISTS (SELECT 1 FROM identity_provider d WHERE d.id = identity_provider_id AND administers(d.municipality_id)))
  WITH CHECK (viewer_kind() = 'staff' AND EXISTS (SELECT 1 FROM identity_provider d WHERE d.id = identity_provider_id AND administers(d.municipality_id)));
GRANT SELECT, INSERT, DELETE ON client_key TO delt_app;
GRANT UPDATE (activated_at, retired_at) ON client_key TO delt_app;

CREATE POLICY signin_all ON logout_token FOR ALL TO delt_app USING (viewer_kind() = 'signin') WITH CHECK (viewer_kind() = 'signin');
GRANT SELECT, INSERT, DELETE ON logout_token TO delt_app;

-- One's own sessions, and those of one's own municipality, can be looked at and ended.
CREATE POLICY own_read ON auth_session FOR SELECT TO delt_app USING (is_own(municipality_id) OR person_id = viewer_person());
CREATE POLICY own_update ON auth_session FOR UPDATE TO delt_app
  USING (is_own(municipality_id) OR person_id = viewer_person()) WITH CHECK (is_own(municipality_id) OR person_id = viewer_person());
GRANT UPDATE (ended_for) ON auth_session TO delt_app;

-- What the provider says of roles replaces what it said before; it gives none but those of a municipality.
CREATE POLICY signin_claims ON role_assignment FOR INSERT TO delt_app
  WITH CHECK (viewer_kind() = 'signin' AND source = 'claim' AND role IN ('member', 'portfolio_reader', 'portfolio_manager', 'municipality_admin'));
CREATE POLICY signin_unclaims ON role_assignment FOR DELETE TO delt_app USING (viewer_kind() = 'signin' AND source = 'claim');
GRANT DELETE ON role_assignment TO delt_app;

-- Counts one more try of `wanted` within the window, and says whether there is room for it.
CREATE FUNCTION has_room(wanted text, most integer, seconds double precision) RETURNS boolean LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
  INSERT INTO public.rate_limit AS r (key, started_at, count) VALUES (wanted, now(), 1)
  ON CONFLICT (key) DO UPDATE SET
    count = CASE WHEN r.started_at < now() - make_interval(secs => seconds) THEN 1 ELSE r.count + 1 END,
    started_at = CASE WHEN r.started_at < now() - make_interval(secs => seconds) THEN now() ELSE r.started_at END
  RETURNING count <= most
$$;
REVOKE EXECUTE ON FUNCTION has_room(text, integer, double precision) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION has_room(text, integer, double precision) TO delt_app;
-- Nobody reads what others have tried; the retention of the owner empties it.
CREATE POLICY nobody ON rate_limit FOR SELECT TO delt_app USING (false);
