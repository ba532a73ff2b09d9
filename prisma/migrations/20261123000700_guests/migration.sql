-- People from partner municipalities take part in a project as guests: they see and change that project, and nothing else of its municipality.

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "home_municipality_id" UUID,
ADD COLUMN     "home_person_id" UUID;

-- CreateTable
CREATE TABLE "project_invitation" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "guest_municipality_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "project_role" NOT NULL,
    "invited_by" UUID NOT NULL,
    "invited_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answered_at" TIMESTAMPTZ(6),
    "is_accepted" BOOLEAN,

    CONSTRAINT "project_invitation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "project_invitation_municipality_id_project_id_idx" ON "project_invitation"("municipality_id", "project_id");

-- CreateIndex
CREATE INDEX "project_invitation_guest_municipality_id_email_idx" ON "project_invitation"("guest_municipality_id", "email");

-- CreateIndex
CREATE INDEX "project_invitation_municipality_id_invited_by_idx" ON "project_invitation"("municipality_id", "invited_by");

-- CreateIndex
CREATE INDEX "person_home_municipality_id_home_person_id_idx" ON "person"("home_municipality_id", "home_person_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_municipality_id_home_person_id_key" ON "person"("municipality_id", "home_person_id");

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_home_municipality_id_fkey" FOREIGN KEY ("home_municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_home_municipality_id_home_person_id_fkey" FOREIGN KEY ("home_municipality_id", "home_person_id") REFERENCES "person"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_invitation" ADD CONSTRAINT "project_invitation_municipality_id_project_id_fkey" FOREIGN KEY ("municipality_id", "project_id") REFERENCES "project"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_invitation" ADD CONSTRAINT "project_invitation_guest_municipality_id_fkey" FOREIGN KEY ("guest_municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_invitation" ADD CONSTRAINT "project_invitation_municipality_id_invited_by_fkey" FOREIGN KEY ("municipality_id", "invited_by") REFERENCES "person"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE person ADD CONSTRAINT person_home_check CHECK (
  (home_municipality_id IS NULL) = (home_person_id IS NULL) AND (home_municipality_id IS NULL OR home_municipality_id <> municipality_id));
ALTER TABLE project_invitation
  ADD CONSTRAINT project_invitation_email_check CHECK (email = lower(btrim(email)) AND email LIKE '%_@_%' AND length(email) <= 254),
  ADD CONSTRAINT project_invitation_home_check CHECK (guest_municipality_id <> municipality_id),
  -- The owner decides at the decision points, and is the municipality's own.
  ADD CONSTRAINT project_invitation_role_check CHECK (role <> 'project_owner'),
  ADD CONSTRAINT project_invitation_answer_check CHECK ((answered_at IS NULL) = (is_accepted IS NULL));
CREATE UNIQUE INDEX project_invitation_open_key ON project_invitation (project_id, guest_municipality_id, email) WHERE answered_at IS NULL;

-- A guest's row follows the row at home: who is renamed or leaves there, is renamed and leaves here.
CREATE FUNCTION guests_follow_home() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE public.person SET name = NEW.name, email = NEW.email, status = NEW.status WHERE home_person_id = NEW.id AND home_municipality_id = NEW.municipality_id;
  RETURN NULL;
END $$;
CREATE TRIGGER guests_follow_home AFTER UPDATE OF name, email, status ON person
  FOR EACH ROW WHEN (NEW.home_person_id IS NULL) EXECUTE FUNCTION guests_follow_home();

-- The projects that the viewer is a guest in. Asked by every policy below, once a query: it reads past the policies, which would else ask each other.
CREATE FUNCTION guest_projects() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT DISTINCT m.project_id FROM public.project_member m JOIN public.person g ON g.municipality_id = m.municipality_id AND g.id = m.person_id
  WHERE public.viewer_kind() = 'guest' AND m.person_id = public.viewer_person() AND m.municipality_id = public.viewer_municipality()
    AND g.home_person_id IS NOT NULL AND g.status = 'active'
$$;

-- Whom a guest may know the name of: those who have a hand in the projects the guest is in.
CREATE FUNCTION guest_people() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  WITH p AS MATERIALIZED (SELECT public.guest_projects() AS id)
  SELECT x.person_id FROM public.project_member x JOIN p ON p.id = x.project_id
  UNION SELECT x.responsible_id FROM public.task x JOIN p ON p.id = x.project_id
  UNION SELECT x.responsible_id FROM public.deliverable x JOIN p ON p.id = x.project_id
  UNION SELECT x.responsible_id FROM public.uncertainty x JOIN p ON p.id = x.project_id
  UNION SELECT a.responsible_id FROM public.uncertainty_action a JOIN public.uncertainty x ON x.id = a.uncertainty_id JOIN p ON p.id = x.project_id
  UNION SELECT x.responsible_id FROM public.benefit x JOIN p ON p.id = x.project_id
  UNION SELECT x.owner_id FROM public.benefit x JOIN p ON p.id = x.project_id
  UNION SELECT x.responsible_id FROM public.communication x JOIN p ON p.id = x.project_id
  UNION SELECT x.responsible_id FROM public.log_entry x JOIN p ON p.id = x.project_id
  UNION SELECT x.person_id FROM public.allocation x JOIN p ON p.id = x.project_id
  UNION SELECT x.author_id FROM public.status_report x JOIN p ON p.id = x.project_id
  UNION SELECT v.uploaded_by FROM public.document_version v JOIN public.document x ON x.id = v.document_id JOIN p ON p.id = x.project_id
  UNION SELECT x.deleted_by FROM public.deleted_item x JOIN p ON p.id = x.project_id
  UNION SELECT x.actor_id FROM public.audit_event x JOIN p ON p.id = x.project_id
$$;

-- Everything of the project, as those who run it at home see it.
CREATE POLICY visiting_read ON project FOR SELECT TO delt_app USING (id IN (SELECT guest_projects()));
CREATE POLICY visiting_update ON project FOR UPDATE TO delt_app
  USING (id IN (SELECT guest_projects())) WITH CHECK (id IN (SELECT guest_projects()) AND municipality_id = viewer_municipality());
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['project_member', 'gate_decision', 'experience_report', 'project_copy', 'audit_event'] LOOP
    EXECUTE format('CREATE POLICY visiting_read ON %I FOR SELECT TO delt_app USING (project_id IN (SELECT guest_projects()))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['project_phase', 'checklist_item', 'budget_line', 'milestone', 'deliverable', 'uncertainty', 'change', 'benefit',
    'status_report', 'log_entry', 'lesson', 'task', 'stakeholder', 'communication', 'allocation', 'document', 'plan_link', 'deleted_item',
    'report_series'] LOOP
    EXECUTE format('CREATE POLICY visiting_read ON %I FOR SELECT TO delt_app USING (project_id IN (SELECT guest_projects()))', t);
    EXECUTE format('CREATE POLICY visiting_insert ON %I FOR INSERT TO delt_app
      WITH CHECK (municipality_id = viewer_municipality() AND project_id IN (SELECT guest_projects()))', t);
    EXECUTE format('CREATE POLICY visiting_update ON %I FOR UPDATE TO delt_app USING (project_id IN (SELECT guest_projects()))
      WITH CHECK (municipality_id = viewer_municipality() AND project_id IN (SELECT guest_projects()))', t);
    EXECUTE format('CREATE POLICY visiting_delete ON %I FOR DELETE TO delt_app USING (project_id IN (SELECT guest_projects()))', t);
  END LOOP;
END $$;

-- What lies under a part is the guest's where the part is.
DO $$
DECLARE t text; above text; key text; mine text;
BEGIN
  FOR t, above, key IN VALUES
    ('uncertainty_action', 'uncertainty', 'uncertainty_id'), ('uncertainty_assessment', 'uncertainty', 'uncertainty_id'),
    ('indicator', 'benefit', 'benefit_id'), ('task_step', 'task', 'task_id'), ('document_version', 'document', 'document_id'),
    ('gate_condition', 'gate_decision', 'gate_decision_id')
  LOOP
    mine := format('viewer_kind() = ''guest'' AND EXISTS (SELECT 1 FROM %1$I above WHERE above.municipality_id = %2$I.municipality_id
      AND above.id = %3$I AND above.project_id IN (SELECT guest_projects()))', above, t, key);
    EXECUTE format('CREATE POLICY visiting_read ON %I FOR SELECT TO delt_app USING (%s)', t, mine);
    EXECUTE format('CREATE POLICY visiting_update ON %I FOR UPDATE TO delt_app USING (%s) WITH CHECK (%s)', t, mine, mine);
    CONTINUE WHEN t = 'gate_condition';
    EXECUTE format('CREATE POLICY visiting_insert ON %I FOR INSERT TO delt_app WITH CHECK (%s)', t, mine);
    EXECUTE format('CREATE POLICY visiting_delete ON %I FOR DELETE TO delt_app USING (%s)', t, mine);
  END LOOP;
  mine := 'viewer_kind() = ''guest'' AND EXISTS (SELECT 1 FROM indicator i JOIN benefit b ON b.municipality_id = i.municipality_id AND b.id = i.benefit_id
    WHERE i.municipality_id = measurement.municipality_id AND i.id = indicator_id AND b.project_id IN (SELECT guest_projects()))';
  EXECUTE format('CREATE POLICY visiting_read ON measurement FOR SELECT TO delt_app USING (%s)', mine);
  EXECUTE format('CREATE POLICY visiting_insert ON measurement FOR INSERT TO delt_app WITH CHECK (%s)', mine);
  EXECUTE format('CREATE POLICY visiting_update ON measurement FOR UPDATE TO delt_app USING (%s) WITH CHECK (%s)', mine, mine);
  EXECUTE format('CREATE POLICY visiting_delete ON measurement FOR DELETE TO delt_app USING (%s)', mine);
END $$;
CREATE POLICY visiting_read ON copied_part FOR SELECT TO delt_app USING (viewer_kind() = 'guest' AND EXISTS (
  SELECT 1 FROM project_copy c WHERE c.municipality_id = copied_part.municipality_id AND c.id = project_copy_id AND c.project_id IN (SELECT guest_projects())));
CREATE POLICY visiting_read ON person FOR SELECT TO delt_app USING (id IN (SELECT guest_people()));
CREATE POLICY visiting_read ON phase_model FOR SELECT TO delt_app USING (viewer_kind() = 'guest' AND EXISTS (
  SELECT 1 FROM project p WHERE p.phase_model_id = phase_model.id AND p.id IN (SELECT guest_projects())));
CREATE POLICY visiting_read ON municipality_settings FOR SELECT TO delt_app
  USING (viewer_kind() = 'guest' AND municipality_id = viewer_municipality());

-- What is renamed is found by its new name.
DO $$
DECLARE mine text := 'viewer_kind() = ''guest'' AND (project_id IN (SELECT guest_projects())
  OR EXISTS (SELECT 1 FROM lesson l WHERE l.id = lesson_id AND l.project_id IN (SELECT guest_projects())))';
BEGIN
  EXECUTE format('CREATE POLICY visiting_read ON search_document FOR SELECT TO delt_app USING (%s)', mine);
  EXECUTE format('CREATE POLICY visiting_insert ON search_document FOR INSERT TO delt_app WITH CHECK (municipality_id = viewer_municipality() AND %s)', mine);
  EXECUTE format('CREATE POLICY visiting_delete ON search_document FOR DELETE TO delt_app USING (%s)', mine);
END $$;

-- A guest is staff of a municipality, and reads with the host what is shared with all of them.
CREATE OR REPLACE FUNCTION may_read(owner uuid, visibility visibility, collaboration uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE
    WHEN viewer_kind() IS NULL OR viewer_kind() = 'signin' THEN false
    WHEN viewer_kind() = 'staff' AND owner = viewer_municipality() THEN true
    WHEN visibility = 'open' THEN true
    WHEN visibility = 'municipalities' THEN viewer_kind() IN ('staff', 'guest', 'advisor')
    WHEN visibility = 'collaboration' THEN viewer_kind() = 'staff' AND viewer_is_in(collaboration)
    ELSE false
  END;

-- Invitations are the host's. The one who is invited reads and answers them through the functions below.
ALTER TABLE project_invitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE project_invitation FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON project_invitation TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY own_read ON project_invitation FOR SELECT TO delt_app USING (is_own(municipality_id));
CREATE POLICY own_insert ON project_invitation FOR INSERT TO delt_app WITH CHECK (is_own(municipality_id) AND invited_by = viewer_person()
  AND answered_at IS NULL AND EXISTS (SELECT 1 FROM project p JOIN collaboration_member m ON m.collaboration_id = p.collaboration_id
    WHERE p.id = project_id AND m.municipality_id = guest_municipality_id));
CREATE POLICY own_delete ON project_invitation FOR DELETE TO delt_app USING (is_own(municipality_id) AND answered_at IS NULL);
GRANT SELECT, INSERT, DELETE ON project_invitation TO delt_app;

-- The rows of the viewer as a guest elsewhere.
CREATE FUNCTION my_guest_rows() RETURNS TABLE (person_id uuid, municipality_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT g.id, g.municipality_id FROM public.person g
  WHERE public.viewer_kind() = 'staff' AND g.home_person_id = public.viewer_person() AND g.home_municipality_id = public.viewer_municipality() AND g.status = 'active'
$$;

-- The projects elsewhere that the viewer is in, with the row they act as there.
CREATE FUNCTION my_guest_projects() RETURNS TABLE (project_id uuid, title text, lifecycle lifecycle, municipality_id uuid, person_id uuid, roles project_role[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT p.id, p.title, p.lifecycle, p.municipality_id, g.person_id, array_agg(m.role ORDER BY m.role)
  FROM public.my_guest_rows() g JOIN public.project_member m ON m.municipality_id = g.municipality_id AND m.person_id = g.person_id
  JOIN public.project p ON p.municipality_id = m.municipality_id AND p.id = m.project_id GROUP BY p.id, g.person_id
$$;

-- The open invitations to the viewer: addressed to their municipality and to the e-mail address its provider gives.
CREATE FUNCTION my_invitations() RETURNS TABLE (id uuid, project_title text, municipality_id uuid, role project_role, invited_by text, invited_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT i.id, p.title, i.municipality_id, i.role, b.name, i.invited_at
  FROM public.person me JOIN public.project_invitation i ON i.guest_municipality_id = me.municipality_id AND i.email = lower(btrim(me.email))
  JOIN public.project p ON p.municipality_id = i.municipality_id AND p.id = i.project_id
  JOIN public.person b ON b.municipality_id = i.municipality_id AND b.id = i.invited_by
  WHERE public.viewer_kind() = 'staff' AND me.id = public.viewer_person() AND me.status = 'active' AND i.answered_at IS NULL
  ORDER BY i.invited_at DESC LIMIT 50
$$;

-- Answers one of them. Who accepts becomes a guest of the host, and gets the role. Nothing where it was withdrawn or answered meanwhile.
CREATE FUNCTION answer_invitation(invitation uuid, accepts boolean) RETURNS TABLE (project_id uuid, municipality_id uuid, person_id uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
#variable_conflict use_column
DECLARE asked public.project_invitation; me public.person; guest uuid;
BEGIN
  SELECT * INTO asked FROM public.project_invitation i WHERE i.id = invitation AND i.answered_at IS NULL
    AND i.id IN (SELECT mine.id FROM public.my_invitations() mine) FOR UPDATE;
  IF NOT FOUND THEN RETURN; END IF;
  UPDATE public.project_invitation i SET answered_at = now(), is_accepted = accepts WHERE i.id = asked.id;
  IF accepts THEN
    SELECT * INTO me FROM public.person p WHERE p.id = public.viewer_person();
    INSERT INTO public.person AS g (id, municipality_id, name, email, home_municipality_id, home_person_id)
      VALUES (gen_random_uuid(), asked.municipality_id, me.name, me.email, me.municipality_id, me.id)
      ON CONFLICT (municipality_id, home_person_id) DO UPDATE SET name = me.name RETURNING g.id INTO guest;
    INSERT INTO public.project_member (municipality_id, project_id, person_id, role)
      VALUES (asked.municipality_id, asked.project_id, guest, asked.role) ON CONFLICT DO NOTHING;
  END IF;
  RETURN QUERY SELECT asked.project_id, asked.municipality_id, guest;
END $$;
REVOKE EXECUTE ON FUNCTION guest_projects(), guest_people(), my_guest_rows(), my_guest_projects(), my_invitations(), answer_invitation(uuid, boolean),
  guests_follow_home() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guest_projects(), guest_people(), my_guest_rows(), my_guest_projects(), my_invitations(), answer_invitation(uuid, boolean) TO delt_app;
