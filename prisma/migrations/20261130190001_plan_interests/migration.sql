-- Others say that they are in on a plan; and a plan says by role whom to call.

ALTER TABLE "shared_plan" ADD COLUMN "contact_role" TEXT NOT NULL DEFAULT '';
ALTER TABLE shared_plan ADD CONSTRAINT shared_plan_role_check CHECK (length(contact_role) <= 200);

-- CreateTable
CREATE TABLE "plan_interest" (
    "project_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "host_municipality_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "wants" "plan_wish"[],
    "text" TEXT NOT NULL DEFAULT '',
    "contact_role" TEXT NOT NULL,
    "contact" TEXT NOT NULL,
    "joined_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "plan_interest_pkey" PRIMARY KEY ("project_id","municipality_id")
);

-- CreateIndex
CREATE INDEX "plan_interest_host_municipality_id_project_id_idx" ON "plan_interest"("host_municipality_id", "project_id");

-- CreateIndex
CREATE INDEX "plan_interest_municipality_id_person_id_idx" ON "plan_interest"("municipality_id", "person_id");

-- AddForeignKey
ALTER TABLE "plan_interest" ADD CONSTRAINT "plan_interest_host_municipality_id_project_id_fkey" FOREIGN KEY ("host_municipality_id", "project_id") REFERENCES "shared_plan"("municipality_id", "project_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_interest" ADD CONSTRAINT "plan_interest_municipality_id_person_id_fkey" FOREIGN KEY ("municipality_id", "person_id") REFERENCES "person"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE plan_interest ADD CONSTRAINT plan_interest_words_check CHECK (length(text) <= 2000 AND btrim(contact_role) <> '' AND length(contact_role) <= 200
    AND btrim(contact) <> '' AND length(contact) <= 300 AND cardinality(wants) > 0),
  ADD CONSTRAINT plan_interest_others_check CHECK (municipality_id <> host_municipality_id);

-- What is told of a plan to those who work in municipalities, and to advisors: this and no more, whoever may read the project itself. Also who is in on it.
-- A plan is one for the year ahead, and as long as the project goes on.
DROP FUNCTION shared_plans(date);
CREATE FUNCTION shared_plans(today date)
RETURNS TABLE (project_id uuid, title text, theme text, type project_type, municipality_id uuid, municipality text, municipality_number text, county text, population int,
  wants plan_wish[], begins_on date, body text, contact_role text, contact text, may_open boolean, joined text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT p.id, p.title, p.theme_code, p.type, m.id, m.display_name, m.number, m.county, m.population, s.wants, s.begins_on, s.text, s.contact_role, s.contact,
    may_read(p.municipality_id, p.visibility, p.visible_to_collaboration_id),
    ARRAY(SELECT j.display_name FROM plan_interest i JOIN municipality j ON j.id = i.municipality_id WHERE i.project_id = s.project_id ORDER BY i.joined_at, j.display_name)
  FROM shared_plan s JOIN project p ON p.municipality_id = s.municipality_id AND p.id = s.project_id JOIN municipality m ON m.id = p.municipality_id
  WHERE viewer_kind() IN ('staff', 'advisor') AND p.deleted_at IS NULL AND p.lifecycle IN ('active', 'waiting')
    AND s.begins_on BETWEEN today AND (today + interval '12 months')::date
$$;
REVOKE EXECUTE ON FUNCTION shared_plans(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION shared_plans(date) TO delt_app;

-- Whoever is in says so for their own municipality, of a plan they can see; those who plan it read whom to call.
ALTER TABLE plan_interest ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_interest FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON plan_interest TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY own_read ON plan_interest FOR SELECT TO delt_app USING (is_own(municipality_id));
CREATE POLICY host_read ON plan_interest FOR SELECT TO delt_app USING (is_own(host_municipality_id));
CREATE POLICY own_insert ON plan_interest FOR INSERT TO delt_app WITH CHECK (is_own(municipality_id) AND person_id = viewer_person()
  AND EXISTS (SELECT 1 FROM shared_plans(current_date) s WHERE s.project_id = plan_interest.project_id AND s.municipality_id = host_municipality_id));
CREATE POLICY own_update ON plan_interest FOR UPDATE TO delt_app USING (is_own(municipality_id)) WITH CHECK (is_own(municipality_id));
CREATE POLICY own_delete ON plan_interest FOR DELETE TO delt_app USING (is_own(municipality_id));
CREATE POLICY not_deleted ON plan_interest AS RESTRICTIVE FOR SELECT TO delt_app USING (project_id NOT IN (SELECT deleted_projects()));
GRANT SELECT, INSERT, DELETE ON plan_interest TO delt_app;
GRANT UPDATE (person_id, wants, text, contact_role, contact, version) ON plan_interest TO delt_app;

-- Those who run a project are told who is in on its plan, and reminded of advice.
CREATE OR REPLACE FUNCTION people_concerned(item public.news_item) RETURNS SETOF uuid LANGUAGE sql STABLE SET search_path = '' AS $$
  SELECT public.stewards_of(item.report_id) WHERE item.kind IN
    ('report_outdated', 'recommendation_given', 'reuse_confirmed', 'report_to_confirm', 'effect_to_follow_up', 'review_given', 'report_merged', 'improvement_offered',
     'question_asked', 'report_featured')
  UNION SELECT m.person_id FROM public.experience_report r JOIN public.project_member m ON m.project_id = r.project_id AND m.role = 'project_owner'
    WHERE item.kind = 'report_featured' AND r.id = item.report_id
  UNION SELECT x FROM public.question_recipient a, public.experience_report r, public.adopters_in(a.municipality_id, item.report_id) x
    WHERE item.kind = 'question_asked' AND a.question_id = item.question_id AND r.id = item.report_id AND a.municipality_id <> r.municipality_id
  UNION SELECT item.recipient_id WHERE item.recipient_id IS NOT NULL
  UNION SELECT q.asked_by FROM public.question q WHERE item.kind = 'question_answered' AND q.id = item.question_id
  UNION SELECT public.portfolio_minders(item.recipient_municipality_id) WHERE item.kind = 'reuse_proposed'
  UNION SELECT public.adopters_in(item.recipient_municipality_id, item.report_id) WHERE item.kind IN ('reuse_to_confirm', 'recommendation_wanted')
  UNION SELECT p.id FROM public.project_member m JOIN public.person p ON p.id = m.person_id AND p.status = 'active' AND p.home_person_id IS NULL
    WHERE item.kind IN ('status_published', 'gate_decided', 'advice_sent', 'advice_waiting', 'improvement_offered', 'plan_joined') AND m.project_id = item.project_id
  -- A project that nobody runs any more still has somebody who minds it.
  UNION SELECT x FROM public.portfolio_minders(item.recipient_municipality_id) x WHERE item.kind IN ('improvement_offered', 'plan_joined') AND item.report_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM public.project_member m JOIN public.person p ON p.id = m.person_id AND p.status = 'active' AND p.home_person_id IS NULL
      WHERE m.project_id = item.project_id)
  UNION SELECT public.holders_of(item.report_id, item.kind = 'part_improved') WHERE item.kind IN ('part_improved', 'report_withdrawn')
  UNION SELECT public.adopters_told(item.report_id) WHERE item.kind = 'report_withdrawn' OR (item.kind = 'part_improved'
    AND EXISTS (SELECT 1 FROM public.report_part p WHERE p.report_id = item.report_id AND p.improved_at = now()))
  -- A question to all that nobody follows the theme of still reaches somebody.
  UNION SELECT a FROM public.advisors() a WHERE (item.kind = 'question_to_advisors'
    AND a IS DISTINCT FROM (SELECT q.asked_by FROM public.question q WHERE q.id = item.question_id)) OR (item.kind = 'question_asked' AND item.report_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM public.people_following(item) x WHERE x IS DISTINCT FROM item.actor_id))
$$;
