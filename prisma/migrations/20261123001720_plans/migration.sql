-- Plans that municipalities let each other see, and what each has answered about itself.

-- CreateEnum
CREATE TYPE "plan_wish" AS ENUM ('share', 'talk', 'procure');

-- CreateTable
CREATE TABLE "shared_plan" (
    "project_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "wants" "plan_wish"[],
    "begins_on" DATE NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "contact" TEXT NOT NULL,
    "shared_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "shared_plan_pkey" PRIMARY KEY ("project_id")
);

-- CreateTable
CREATE TABLE "municipality_answer" (
    "municipality_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "holds" BOOLEAN NOT NULL,
    "answered_by" UUID NOT NULL,
    "answered_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "municipality_answer_pkey" PRIMARY KEY ("municipality_id","subject")
);

-- CreateIndex
CREATE INDEX "shared_plan_begins_on_idx" ON "shared_plan"("begins_on");

-- CreateIndex
CREATE UNIQUE INDEX "shared_plan_municipality_id_project_id_key" ON "shared_plan"("municipality_id", "project_id");

-- CreateIndex
CREATE INDEX "municipality_answer_municipality_id_answered_by_idx" ON "municipality_answer"("municipality_id", "answered_by");

-- AddForeignKey
ALTER TABLE "shared_plan" ADD CONSTRAINT "shared_plan_municipality_id_project_id_fkey" FOREIGN KEY ("municipality_id", "project_id") REFERENCES "project"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "municipality_answer" ADD CONSTRAINT "municipality_answer_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "municipality_answer" ADD CONSTRAINT "municipality_answer_municipality_id_answered_by_fkey" FOREIGN KEY ("municipality_id", "answered_by") REFERENCES "person"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;


ALTER TABLE shared_plan ADD CONSTRAINT shared_plan_words_check CHECK (length(text) <= 2000 AND btrim(contact) <> '' AND length(contact) <= 300 AND cardinality(wants) > 0);
ALTER TABLE municipality_answer ADD CONSTRAINT municipality_answer_subject_check CHECK (length(subject) <= 200 AND subject LIKE '%:%');

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['shared_plan', 'municipality_answer'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY own_read ON %I FOR SELECT TO delt_app USING (is_own(municipality_id))', t);
    EXECUTE format('CREATE POLICY own_insert ON %I FOR INSERT TO delt_app WITH CHECK (is_own(municipality_id))', t);
    EXECUTE format('CREATE POLICY own_update ON %I FOR UPDATE TO delt_app USING (is_own(municipality_id)) WITH CHECK (is_own(municipality_id))', t);
    EXECUTE format('CREATE POLICY own_delete ON %I FOR DELETE TO delt_app USING (is_own(municipality_id))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO delt_app', t);
  END LOOP;
END $$;
CREATE POLICY not_deleted ON shared_plan AS RESTRICTIVE FOR SELECT TO delt_app USING (project_id NOT IN (SELECT deleted_projects()));
CREATE POLICY visiting_read ON shared_plan FOR SELECT TO delt_app USING (project_id IN (SELECT guest_projects()));

-- What is told of a plan to those who work in municipalities, and to advisors: this and no more, whoever may read the project itself.
-- A plan is one for a year ahead, and as long as the project goes on.
CREATE FUNCTION shared_plans(today date)
RETURNS TABLE (project_id uuid, title text, theme text, type project_type, municipality_id uuid, municipality text, municipality_number text, county text, population int,
  wants plan_wish[], begins_on date, body text, contact text, may_open boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT p.id, p.title, p.theme_code, p.type, m.id, m.display_name, m.number, m.county, m.population, s.wants, s.begins_on, s.text, s.contact,
    may_read(p.municipality_id, p.visibility, p.visible_to_collaboration_id)
  FROM shared_plan s JOIN project p ON p.municipality_id = s.municipality_id AND p.id = s.project_id JOIN municipality m ON m.id = p.municipality_id
  WHERE viewer_kind() IN ('staff', 'advisor') AND p.deleted_at IS NULL AND p.lifecycle IN ('active', 'waiting')
    AND s.begins_on BETWEEN today - 90 AND today + 366
$$;
REVOKE EXECUTE ON FUNCTION shared_plans(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION shared_plans(date) TO delt_app;
