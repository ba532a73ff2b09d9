-- Whom a door may let in, doors that many municipalities share, sessions that stay ended, and a person who moves to another sign-in.

ALTER TYPE session_end ADD VALUE 'idle';
ALTER TYPE session_end ADD VALUE 'absolute';
ALTER TYPE session_end ADD VALUE 'door_closed';
ALTER TYPE session_end ADD VALUE 'moved';

ALTER TABLE identity_provider ADD COLUMN is_shared boolean NOT NULL DEFAULT false;
UPDATE identity_provider SET provisioning = 'off' WHERE kind = 'idporten';
UPDATE identity_provider SET minimum_acr = 'high' WHERE municipality_id IS NULL AND minimum_acr IS NULL;
ALTER TABLE identity_provider
  -- Everybody in the country has ID-porten: it says who somebody is, not where they work.
  ADD CONSTRAINT idporten_admits_invited CHECK (kind <> 'idporten' OR provisioning = 'off'),
  -- Those whose kind demands something cannot be connected as if they were any.
  ADD CONSTRAINT issuer_is_of_its_kind CHECK ((kind = 'idporten' OR issuer !~* '^https?://([^/]*\.)?idporten\.no\.?([:/]|$)')
    AND (kind = 'ansattporten' OR issuer !~* '^https?://([^/]*\.)?ansattporten\.no\.?([:/]|$)')
    AND (kind = 'entra' OR issuer !~* '^https?://(login\.microsoftonline\.com|sts\.windows\.net)\.?([:/]|$)')),
  ADD CONSTRAINT shared_is_signed_and_asks CHECK (NOT is_shared
    OR (kind = 'ansattporten' AND municipality_id IS NULL AND provisioning <> 'member' AND role_claim IS NULL)),
  ADD CONSTRAINT national_has_level CHECK (municipality_id IS NOT NULL OR minimum_acr IS NOT NULL);

-- One open door to the same client; drafts and those that were closed are as many as they are.
DROP INDEX identity_provider_issuer_client_id_municipality_id_key;
CREATE UNIQUE INDEX identity_provider_open_client ON identity_provider
  (issuer, client_id, coalesce(municipality_id, '00000000-0000-0000-0000-000000000000')) WHERE status = 'approved';

CREATE OR REPLACE FUNCTION approved_door_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'delt_app' AND OLD.approved_at IS NOT NULL
      AND (NEW.issuer, NEW.client_id, NEW.kind, NEW.directory_id, NEW.minimum_acr, NEW.municipality_id, NEW.is_shared)
      IS DISTINCT FROM (OLD.issuer, OLD.client_id, OLD.kind, OLD.directory_id, OLD.minimum_acr, OLD.municipality_id, OLD.is_shared) THEN
    RAISE EXCEPTION 'An approved connection cannot be changed; make a new one' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

-- Sessions are one's own, and those of the municipality one administers. Operators end those at a door that is closed.
DROP POLICY own_read ON auth_session;
DROP POLICY own_update ON auth_session;
CREATE POLICY own_read ON auth_session FOR SELECT TO delt_app USING (person_id = viewer_person() OR administers(municipality_id));
CREATE POLICY own_update ON auth_session FOR UPDATE TO delt_app
  USING (person_id = viewer_person() OR administers(municipality_id)) WITH CHECK (person_id = viewer_person() OR administers(municipality_id));
CREATE POLICY operator_read ON auth_session FOR SELECT TO delt_app USING (viewer_kind() = 'operator'
  AND EXISTS (SELECT 1 FROM identity_provider d WHERE d.id = identity_provider_id AND d.status = 'disabled'));
CREATE POLICY operator_update ON auth_session FOR UPDATE TO delt_app USING (viewer_kind() = 'operator'
  AND EXISTS (SELECT 1 FROM identity_provider d WHERE d.id = identity_provider_id AND d.status = 'disabled')) WITH CHECK (viewer_kind() = 'operator');

-- What is over stays over, and only whoever comes with the token uses a session.
CREATE FUNCTION ended_session_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'delt_app' AND (OLD.ended_at IS NOT NULL OR (public.viewer_kind() <> 'signin' AND NEW.last_seen_at IS DISTINCT FROM OLD.last_seen_at)) THEN
    RAISE EXCEPTION 'row-level security: a session cannot be revived' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ended_session_stays BEFORE UPDATE ON auth_session FOR EACH ROW EXECUTE FUNCTION ended_session_stays();

-- An invitation may be to another sign-in in place of the one somebody has.
ALTER TABLE person_invitation ADD COLUMN moves_sign_in boolean NOT NULL DEFAULT false;
-- Somebody the door has made, whom nobody has let in, becomes the one who was invited.
CREATE POLICY signin_delete ON person FOR DELETE TO delt_app
  USING (viewer_kind() = 'signin' AND status::text = 'pending' AND home_municipality_id IS NULL);
GRANT DELETE ON person TO delt_app;

-- Sessions that ran out with nobody there to see it are ended when they did, and the trail tells it. Gives how many they were.
CREATE FUNCTION end_outdated_sessions() RETURNS bigint LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE ended bigint;
BEGIN
  IF public.viewer_kind() IS DISTINCT FROM 'worker' THEN
    RAISE EXCEPTION 'row-level security: only the worker clears' USING ERRCODE = 'insufficient_privilege';
  END IF;
  WITH over AS (
    UPDATE public.auth_session SET ended_at = least(expires_at, last_seen_at + interval '30 minutes'),
      ended_for = (CASE WHEN expires_at <= last_seen_at + interval '30 minutes' THEN 'absolute' ELSE 'idle' END)::public.session_end
    WHERE ended_at IS NULL AND (expires_at <= now() OR last_seen_at <= now() - interval '30 minutes')
    RETURNING id, municipality_id, person_id, ended_for)
  INSERT INTO public.audit_event (id, municipality_id, actor_id, action, subject_type, subject_id, detail)
    SELECT gen_random_uuid(), municipality_id, person_id, 'session.end', 'auth_session', id, jsonb_build_object('why', ended_for) FROM over;
  GET DIAGNOSTICS ended = ROW_COUNT;
  RETURN ended;
END $$;
REVOKE EXECUTE ON FUNCTION end_outdated_sessions() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION end_outdated_sessions() TO delt_app;

-- Those known at a door are known at the one that takes its place at the same client: the provider calls them the same. Gives how many.
CREATE FUNCTION carry_identities(predecessor uuid, successor uuid) RETURNS bigint LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE carried bigint;
BEGIN
  IF public.viewer_kind() IS DISTINCT FROM 'operator' THEN
    RAISE EXCEPTION 'row-level security: only operators approve connections' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO public.external_identity (identity_provider_id, subject, person_id)
    SELECT b.id, i.subject, i.person_id FROM public.identity_provider a
    JOIN public.identity_provider b ON (a.issuer, a.client_id, a.kind) = (b.issuer, b.client_id, b.kind)
      AND a.municipality_id IS NOT DISTINCT FROM b.municipality_id AND a.directory_id IS NOT DISTINCT FROM b.directory_id
    JOIN public.external_identity i ON i.identity_provider_id = a.id
    WHERE a.id = predecessor AND b.id = successor AND a.status::text = 'approved' AND b.status::text = 'submitted'
  ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS carried = ROW_COUNT;
  RETURN carried;
END $$;
REVOKE EXECUTE ON FUNCTION carry_identities(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION carry_identities(uuid, uuid) TO delt_app;
