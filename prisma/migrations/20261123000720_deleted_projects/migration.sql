-- A project can be deleted, and put back for 30 days. Until then it and its parts are hidden from everybody by the policies below,
-- so that no page, list, export or feed has to think of it.

ALTER TABLE project ADD COLUMN deleted_at TIMESTAMPTZ(6), ADD COLUMN deleted_by UUID;
CREATE INDEX project_municipality_id_deleted_by_idx ON project (municipality_id, deleted_by);
ALTER TABLE project ADD CONSTRAINT project_municipality_id_deleted_by_fkey FOREIGN KEY (municipality_id, deleted_by)
  REFERENCES person (municipality_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE project ADD CONSTRAINT project_deleted_check CHECK ((deleted_at IS NULL) = (deleted_by IS NULL));
CREATE INDEX project_deleted_idx ON project (id) WHERE deleted_at IS NOT NULL;

-- Few, and asked for once a query.
CREATE FUNCTION deleted_projects() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT p.id FROM public.project p WHERE p.deleted_at IS NOT NULL AND current_setting('delt.deleted', true) IS DISTINCT FROM 'shown'
$$;
REVOKE EXECUTE ON FUNCTION deleted_projects() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION deleted_projects() TO delt_app;

-- Those that delete and put back say that they want to see it (`delt.deleted`), for their transaction only.
CREATE POLICY not_deleted ON project AS RESTRICTIVE FOR SELECT TO delt_app
  USING (deleted_at IS NULL OR current_setting('delt.deleted', true) = 'shown');
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['project_member', 'project_phase', 'gate_decision', 'checklist_item', 'budget_line', 'milestone', 'deliverable', 'uncertainty',
    'change', 'benefit', 'status_report', 'log_entry', 'lesson', 'task', 'stakeholder', 'communication', 'allocation', 'document', 'plan_link',
    'deleted_item', 'report_series', 'experience_report', 'project_copy', 'programme_project', 'project_invitation'] LOOP
    EXECUTE format('CREATE POLICY not_deleted ON %I AS RESTRICTIVE FOR SELECT TO delt_app USING (project_id NOT IN (SELECT deleted_projects()))', t);
  END LOOP;
END $$;

-- What a guest sees and is asked to, without what is deleted.
CREATE OR REPLACE FUNCTION guest_projects() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT DISTINCT m.project_id FROM public.project_member m JOIN public.person g ON g.municipality_id = m.municipality_id AND g.id = m.person_id
  JOIN public.project p ON p.municipality_id = m.municipality_id AND p.id = m.project_id AND p.deleted_at IS NULL
  WHERE public.viewer_kind() = 'guest' AND m.person_id = public.viewer_person() AND m.municipality_id = public.viewer_municipality()
    AND g.home_person_id IS NOT NULL AND g.status = 'active'
$$;
CREATE OR REPLACE FUNCTION my_guest_projects() RETURNS TABLE (project_id uuid, title text, lifecycle lifecycle, municipality_id uuid, person_id uuid, roles project_role[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT p.id, p.title, p.lifecycle, p.municipality_id, g.person_id, array_agg(m.role ORDER BY m.role)
  FROM public.my_guest_rows() g JOIN public.project_member m ON m.municipality_id = g.municipality_id AND m.person_id = g.person_id
  JOIN public.project p ON p.municipality_id = m.municipality_id AND p.id = m.project_id WHERE p.deleted_at IS NULL GROUP BY p.id, g.person_id
$$;
CREATE OR REPLACE FUNCTION my_invitations() RETURNS TABLE (id uuid, project_title text, municipality_id uuid, role project_role, invited_by text, invited_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT i.id, p.title, i.municipality_id, i.role, b.name, i.invited_at
  FROM public.person me JOIN public.project_invitation i ON i.guest_municipality_id = me.municipality_id AND i.email = lower(btrim(me.email))
  JOIN public.project p ON p.municipality_id = i.municipality_id AND p.id = i.project_id AND p.deleted_at IS NULL
  JOIN public.person b ON b.municipality_id = i.municipality_id AND b.id = i.invited_by
  WHERE public.viewer_kind() = 'staff' AND me.id = public.viewer_person() AND me.status = 'active' AND i.answered_at IS NULL
  ORDER BY i.invited_at DESC LIMIT 50
$$;
