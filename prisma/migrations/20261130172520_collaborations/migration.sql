-- Municipalities make collaborations themselves, ask each other in, and leave. What is shared through one follows at once.

-- Set once a municipality has come or gone by its own hand: from then on the register leaves it alone.
ALTER TABLE collaboration ADD COLUMN run_by_members boolean NOT NULL DEFAULT false;

CREATE TABLE collaboration_invitation (
  id uuid PRIMARY KEY,
  municipality_id uuid NOT NULL REFERENCES municipality (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  collaboration_id uuid NOT NULL REFERENCES collaboration (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  invited_municipality_id uuid NOT NULL REFERENCES municipality (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  invited_by uuid NOT NULL,
  invited_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  answered_by uuid,
  answered_at timestamptz(6),
  is_accepted boolean,
  FOREIGN KEY (municipality_id, invited_by) REFERENCES person (municipality_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  FOREIGN KEY (invited_municipality_id, answered_by) REFERENCES person (municipality_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT collaboration_invitation_others_check CHECK (invited_municipality_id <> municipality_id),
  CONSTRAINT collaboration_invitation_answer_check CHECK ((answered_at IS NULL) = (is_accepted IS NULL) AND (answered_at IS NULL) = (answered_by IS NULL))
);
CREATE INDEX collaboration_invitation_municipality_id_invited_by_idx ON collaboration_invitation (municipality_id, invited_by);
CREATE INDEX collaboration_invitation_collaboration_id_idx ON collaboration_invitation (collaboration_id);
CREATE INDEX collaboration_invitation_invited_municipality_id_answered_b_idx ON collaboration_invitation (invited_municipality_id, answered_by);
CREATE UNIQUE INDEX collaboration_invitation_open ON collaboration_invitation (collaboration_id, invited_municipality_id) WHERE answered_at IS NULL;
ALTER TABLE collaboration_invitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE collaboration_invitation FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON collaboration_invitation TO CURRENT_USER USING (true) WITH CHECK (true);
-- Those who are asked, and those who are in it already.
CREATE POLICY readable ON collaboration_invitation FOR SELECT TO delt_app
  USING (is_own(municipality_id) OR is_own(invited_municipality_id) OR (viewer_kind() = 'staff' AND viewer_is_in(collaboration_id)));
CREATE POLICY own_insert ON collaboration_invitation FOR INSERT TO delt_app WITH CHECK (administers(municipality_id)
  AND invited_by = viewer_person() AND answered_at IS NULL AND viewer_is_in(collaboration_id)
  AND EXISTS (SELECT 1 FROM participation p WHERE p.municipality_id = invited_municipality_id));
CREATE POLICY own_delete ON collaboration_invitation FOR DELETE TO delt_app USING (administers(municipality_id) AND answered_at IS NULL);
GRANT SELECT, INSERT, DELETE ON collaboration_invitation TO delt_app;

-- The program writes neither collaborations nor who is in them; these do, for an administrator, and for their own municipality alone.
CREATE FUNCTION found_collaboration(slug text, name text, description text) RETURNS uuid
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE made uuid := gen_random_uuid();
BEGIN
  IF NOT public.administers(public.viewer_municipality()) THEN
    RAISE EXCEPTION 'row-level security: only an administrator makes a collaboration' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO public.collaboration (id, slug, name, description, run_by_members) VALUES (made, slug, name, description, true);
  INSERT INTO public.collaboration_member (collaboration_id, municipality_id) VALUES (made, public.viewer_municipality());
  RETURN made;
END $$;

-- Gives the collaboration; none where there is no open invitation to the municipality, or whoever asked is in it no longer.
CREATE FUNCTION answer_collaboration(invitation uuid, accepts boolean) RETURNS uuid
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE asked public.collaboration_invitation;
BEGIN
  SELECT i.* INTO asked FROM public.collaboration_invitation i WHERE i.id = invitation AND i.answered_at IS NULL
    AND EXISTS (SELECT 1 FROM public.collaboration_member m WHERE m.collaboration_id = i.collaboration_id AND m.municipality_id = i.municipality_id) FOR UPDATE;
  IF asked.id IS NULL OR NOT public.administers(asked.invited_municipality_id) THEN RETURN NULL; END IF;
  UPDATE public.collaboration_invitation SET answered_at = now(), answered_by = public.viewer_person(), is_accepted = accepts WHERE id = asked.id;
  IF accepts THEN
    INSERT INTO public.collaboration_member (collaboration_id, municipality_id) VALUES (asked.collaboration_id, asked.invited_municipality_id) ON CONFLICT DO NOTHING;
    UPDATE public.collaboration SET run_by_members = true WHERE id = asked.collaboration_id;
  END IF;
  RETURN asked.collaboration_id;
END $$;

CREATE FUNCTION leave_collaboration(left_one uuid) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF NOT public.administers(public.viewer_municipality()) THEN RETURN false; END IF;
  DELETE FROM public.collaboration_member WHERE collaboration_id = left_one AND municipality_id = public.viewer_municipality();
  IF NOT FOUND THEN RETURN false; END IF;
  DELETE FROM public.collaboration_invitation WHERE collaboration_id = left_one AND municipality_id = public.viewer_municipality() AND answered_at IS NULL;
  UPDATE public.collaboration SET run_by_members = true WHERE id = left_one;
  RETURN true;
END $$;
REVOKE EXECUTE ON FUNCTION found_collaboration(text, text, text), answer_collaboration(uuid, boolean), leave_collaboration(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION found_collaboration(text, text, text), answer_collaboration(uuid, boolean), leave_collaboration(uuid) TO delt_app;

-- What is shared with a collaboration is read by those in it, for as long as the one who shares is in it too.
CREATE FUNCTION are_in(one uuid, collaboration uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN viewer_is_in(collaboration) AND EXISTS (SELECT 1 FROM collaboration_member m WHERE m.collaboration_id = collaboration AND m.municipality_id = one);
CREATE OR REPLACE FUNCTION may_read(owner uuid, visibility visibility, collaboration uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE
    WHEN viewer_kind() IS NULL OR viewer_kind() = 'signin' THEN false
    WHEN viewer_kind() = 'staff' AND owner = viewer_municipality() THEN true
    WHEN visibility = 'open' THEN true
    WHEN visibility = 'municipalities' THEN viewer_kind() IN ('staff', 'guest', 'advisor')
    WHEN visibility = 'collaboration' THEN viewer_kind() = 'staff' AND are_in(owner, collaboration)
    ELSE false
  END;
