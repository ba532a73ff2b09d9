-- Who sets up the first sign-in of a municipality, or of KommIT, where there is nobody yet who could come in and do it: somebody an operator has
-- sent a link. The link is stored as a hash, counts once and for a week, and opens nothing but the connection of that municipality.

CREATE TABLE setup_invitation (
  id uuid PRIMARY KEY,
  municipality_id uuid REFERENCES municipality (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  role role NOT NULL,
  -- The person this becomes, who is not made before they come in.
  person_id uuid NOT NULL UNIQUE,
  name text NOT NULL,
  email text NOT NULL,
  token_hash bytea NOT NULL UNIQUE,
  -- No foreign key: it outlives the operator, and the first is made by whoever owns the database.
  invited_by uuid,
  invited_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at timestamptz(6) NOT NULL,
  opened_at timestamptz(6),
  session_hash bytea UNIQUE,
  session_expires_at timestamptz(6),
  -- Who they were at the provider when they tried the connection.
  connection_id uuid REFERENCES identity_provider (id) ON DELETE SET NULL ON UPDATE CASCADE,
  subject text,
  seated_at timestamptz(6),
  ended_at timestamptz(6),
  CONSTRAINT role_fits_place CHECK (CASE WHEN municipality_id IS NULL THEN role IN ('operator', 'advisor') ELSE role = 'municipality_admin' END)
);
CREATE INDEX setup_invitation_municipality_id_idx ON setup_invitation (municipality_id);
CREATE INDEX setup_invitation_connection_id_idx ON setup_invitation (connection_id);
ALTER TABLE setup_invitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE setup_invitation FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON setup_invitation TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY readable ON setup_invitation FOR SELECT TO delt_app
  USING (is_own(municipality_id) OR viewer_kind() IN ('operator', 'signin'));
CREATE POLICY operator_insert ON setup_invitation FOR INSERT TO delt_app WITH CHECK (viewer_kind() = 'operator' AND invited_by = viewer_person()
  AND num_nonnulls(opened_at, session_hash, session_expires_at, connection_id, subject, seated_at, ended_at) = 0);
CREATE POLICY operator_update ON setup_invitation FOR UPDATE TO delt_app
  USING (viewer_kind() = 'operator' AND seated_at IS NULL) WITH CHECK (viewer_kind() = 'operator' AND seated_at IS NULL);
CREATE POLICY signin_update ON setup_invitation FOR UPDATE TO delt_app
  USING (viewer_kind() = 'signin' AND seated_at IS NULL AND ended_at IS NULL) WITH CHECK (viewer_kind() = 'signin' AND seated_at IS NULL AND ended_at IS NULL);
GRANT SELECT, INSERT ON setup_invitation TO delt_app;
GRANT UPDATE (opened_at, session_hash, session_expires_at, connection_id, subject, ended_at) ON setup_invitation TO delt_app;

-- Whether whoever asks has opened such a link for this municipality (or KommIT, null), and may set up its connection still.
CREATE FUNCTION founds(municipality uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT public.viewer_kind() = 'founder' AND municipality IS NOT DISTINCT FROM public.viewer_municipality() AND EXISTS (
    SELECT 1 FROM public.setup_invitation s WHERE s.person_id = public.viewer_person() AND s.municipality_id IS NOT DISTINCT FROM municipality
      AND s.role::text IN ('municipality_admin', 'operator') AND s.seated_at IS NULL AND s.ended_at IS NULL AND s.session_expires_at > now())
$$;
REVOKE EXECUTE ON FUNCTION founds(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION founds(uuid) TO delt_app;

-- Nothing of a municipality but doors that nobody comes in by yet, with their keys.
CREATE POLICY founder_read ON identity_provider FOR SELECT TO delt_app USING (founds(municipality_id) AND approved_at IS NULL AND NOT is_shared);
CREATE POLICY founder_insert ON identity_provider FOR INSERT TO delt_app WITH CHECK (founds(municipality_id) AND status = 'draft' AND NOT is_shared
  AND num_nonnulls(tested_at, tested_by, submitted_at, approved_at, approved_by, returned_reason, closed_by) = 0);
CREATE POLICY founder_update ON identity_provider FOR UPDATE TO delt_app
  USING (founds(municipality_id) AND approved_at IS NULL AND NOT is_shared)
  WITH CHECK (founds(municipality_id) AND approved_at IS NULL AND NOT is_shared AND status::text IN ('draft', 'submitted'));
CREATE POLICY founder_delete ON identity_provider FOR DELETE TO delt_app USING (founds(municipality_id) AND approved_at IS NULL);
CREATE POLICY founder_all ON client_key FOR ALL TO delt_app
  USING (viewer_kind() = 'founder' AND EXISTS (SELECT 1 FROM identity_provider d WHERE d.id = identity_provider_id AND d.approved_at IS NULL AND founds(d.municipality_id)))
  WITH CHECK (viewer_kind() = 'founder' AND EXISTS (SELECT 1 FROM identity_provider d WHERE d.id = identity_provider_id AND d.approved_at IS NULL AND founds(d.municipality_id)));

-- The one who was sent the link becomes who they are at a door that is approved: when they come in by it, or when it is approved after they tried
-- it. Somebody who is known there already gets the role. Gives the person; null where the link counts no longer or the door is another's.
CREATE FUNCTION seat_founder(setup uuid, connection uuid, told text) RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE s public.setup_invitation; d public.identity_provider; who uuid; home uuid;
BEGIN
  IF public.viewer_kind() IS NULL OR public.viewer_kind() NOT IN ('signin', 'operator') THEN
    RAISE EXCEPTION 'row-level security: nobody seats themselves' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT * INTO s FROM public.setup_invitation WHERE id = setup AND seated_at IS NULL AND ended_at IS NULL FOR UPDATE;
  SELECT * INTO d FROM public.identity_provider WHERE id = connection AND status::text = 'approved';
  IF s.id IS NULL OR d.id IS NULL OR told IS NULL THEN RETURN NULL; END IF;
  IF public.viewer_kind() = 'operator' AND (s.connection_id, s.subject) IS DISTINCT FROM (connection, told) THEN RETURN NULL; END IF;
  IF public.viewer_kind() = 'signin' AND (s.session_expires_at IS NULL OR s.session_expires_at <= now()) THEN RETURN NULL; END IF;
  IF (CASE WHEN d.is_shared THEN s.municipality_id IS NULL ELSE d.municipality_id IS DISTINCT FROM s.municipality_id END) THEN RETURN NULL; END IF;
  SELECT i.person_id, p.municipality_id INTO who, home FROM public.external_identity i JOIN public.person p ON p.id = i.person_id
    WHERE i.identity_provider_id = connection AND i.subject = told;
  IF who IS NOT NULL AND home IS DISTINCT FROM s.municipality_id THEN RETURN NULL; END IF;
  IF who IS NULL THEN
    who := s.person_id;
    INSERT INTO public.person (id, municipality_id, name, email, status) VALUES (who, s.municipality_id, s.name, s.email, 'active');
    INSERT INTO public.external_identity (identity_provider_id, subject, person_id) VALUES (connection, told, who);
  ELSE
    UPDATE public.person SET status = 'active' WHERE id = who;
  END IF;
  INSERT INTO public.role_assignment (person_id, role) SELECT who, r FROM unnest(CASE WHEN s.municipality_id IS NULL
    THEN ARRAY[s.role] ELSE ARRAY['member'::public.role, s.role] END) r ON CONFLICT DO NOTHING;
  UPDATE public.setup_invitation SET seated_at = now() WHERE id = setup;
  RETURN who;
END $$;
REVOKE EXECUTE ON FUNCTION seat_founder(uuid, uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION seat_founder(uuid, uuid, text) TO delt_app;

-- Founders approve no more than those who administer.
CREATE OR REPLACE FUNCTION doors_are_approved_by_operators() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF viewer_kind() IN ('staff', 'signin', 'founder') AND NEW.status = 'approved' AND OLD.status <> 'approved' AND OLD.approved_at IS NULL THEN
    RAISE EXCEPTION 'row-level security: only operators approve connections' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF viewer_kind() IN ('staff', 'signin', 'founder') AND ((NEW.approved_at, NEW.approved_by, NEW.closed_by) IS DISTINCT FROM (OLD.approved_at, OLD.approved_by, OLD.closed_by)
      OR (NEW.status = 'approved' AND OLD.closed_by IS NOT NULL)) THEN
    RAISE EXCEPTION 'row-level security: only operators approve connections' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
