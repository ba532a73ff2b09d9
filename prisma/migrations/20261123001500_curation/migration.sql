-- Guides and advice from the advisors.

-- CreateEnum
CREATE TYPE "collection_status" AS ENUM ('draft', 'published');

-- CreateEnum
CREATE TYPE "advice_answer" AS ENUM ('adopting', 'in_progress', 'already_done', 'not_relevant');

-- CreateTable
CREATE TABLE "collection" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "lead" TEXT NOT NULL,
    "theme_code" TEXT,
    "status" "collection_status" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "published_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "collection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "collection_section" (
    "id" UUID NOT NULL,
    "collection_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "phase_code" TEXT,
    "title" TEXT NOT NULL,
    "advice" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "collection_section_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "collection_item" (
    "id" UUID NOT NULL,
    "section_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "report_id" UUID NOT NULL,
    "part_kind" "part_kind",
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "collection_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "advice" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "report_id" UUID,
    "sent_by" UUID NOT NULL,
    "sent_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" "advice_answer",
    "reason" TEXT NOT NULL DEFAULT '',
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ(6),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "advice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "collection_slug_key" ON "collection"("slug");

-- CreateIndex
CREATE INDEX "collection_theme_code_idx" ON "collection"("theme_code");

-- CreateIndex
CREATE INDEX "collection_status_published_at_idx" ON "collection"("status", "published_at" DESC);

-- CreateIndex
CREATE INDEX "collection_section_collection_id_position_idx" ON "collection_section"("collection_id", "position");

-- CreateIndex
CREATE INDEX "collection_item_section_id_position_idx" ON "collection_item"("section_id", "position");

-- CreateIndex
CREATE INDEX "collection_item_report_id_idx" ON "collection_item"("report_id");

-- CreateIndex
CREATE INDEX "advice_municipality_id_project_id_idx" ON "advice"("municipality_id", "project_id");

-- CreateIndex
CREATE INDEX "advice_municipality_id_answered_by_idx" ON "advice"("municipality_id", "answered_by");

-- CreateIndex
CREATE INDEX "advice_report_id_idx" ON "advice"("report_id");

-- CreateIndex
CREATE INDEX "advice_sent_by_sent_at_idx" ON "advice"("sent_by", "sent_at");

-- AddForeignKey
ALTER TABLE "collection" ADD CONSTRAINT "collection_theme_code_fkey" FOREIGN KEY ("theme_code") REFERENCES "theme"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection_section" ADD CONSTRAINT "collection_section_collection_id_fkey" FOREIGN KEY ("collection_id") REFERENCES "collection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection_item" ADD CONSTRAINT "collection_item_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "collection_section"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection_item" ADD CONSTRAINT "collection_item_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "experience_report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "advice" ADD CONSTRAINT "advice_municipality_id_project_id_fkey" FOREIGN KEY ("municipality_id", "project_id") REFERENCES "project"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "advice" ADD CONSTRAINT "advice_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "experience_report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "advice" ADD CONSTRAINT "advice_sent_by_fkey" FOREIGN KEY ("sent_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "advice" ADD CONSTRAINT "advice_municipality_id_answered_by_fkey" FOREIGN KEY ("municipality_id", "answered_by") REFERENCES "person"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE collection ADD CONSTRAINT collection_words_check CHECK (btrim(title) <> '' AND length(title) <= 160 AND length(lead) <= 2000);
ALTER TABLE collection_section
  ADD CONSTRAINT collection_section_words_check CHECK (btrim(title) <> '' AND length(title) <= 160 AND length(advice) <= 10000),
  ADD CONSTRAINT collection_section_phase_check CHECK (phase_code IN ('idea', 'concept', 'planning', 'execution', 'closing', 'realisation'));
ALTER TABLE advice
  ADD CONSTRAINT advice_words_check CHECK (btrim(title) <> '' AND length(title) <= 160 AND btrim(text) <> '' AND length(text) <= 4000),
  ADD CONSTRAINT advice_answer_check CHECK ((answer IS NULL) = (answered_at IS NULL) AND (answer IS DISTINCT FROM 'not_relevant' OR btrim(reason) <> ''));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['collection', 'collection_section', 'collection_item', 'advice'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['collection', 'collection_section', 'collection_item'] LOOP
    EXECUTE format('CREATE POLICY advisor_insert ON %I FOR INSERT TO delt_app WITH CHECK (viewer_kind() = ''advisor'')', t);
    EXECUTE format('CREATE POLICY advisor_update ON %I FOR UPDATE TO delt_app USING (viewer_kind() = ''advisor'') WITH CHECK (viewer_kind() = ''advisor'')', t);
    EXECUTE format('CREATE POLICY advisor_delete ON %I FOR DELETE TO delt_app USING (viewer_kind() = ''advisor'')', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO delt_app', t);
  END LOOP;
END $$;

-- A guide is read by everybody once it is published; an example in it by those who may read the case.
CREATE POLICY readable ON collection FOR SELECT TO delt_app
  USING (viewer_kind() = 'advisor' OR (status = 'published' AND viewer_kind() IN ('visitor', 'staff', 'guest')));
CREATE POLICY readable ON collection_section FOR SELECT TO delt_app USING (EXISTS (SELECT 1 FROM collection c WHERE c.id = collection_id));
CREATE POLICY readable ON collection_item FOR SELECT TO delt_app USING (
  EXISTS (SELECT 1 FROM collection_section s WHERE s.id = section_id) AND EXISTS (SELECT 1 FROM experience_report r WHERE r.id = report_id));

-- Advice goes to a project that the advisor may read, and is read by its municipality and by all advisors.
CREATE POLICY own_read ON advice FOR SELECT TO delt_app USING (is_own(municipality_id) OR viewer_kind() = 'advisor');
CREATE POLICY not_deleted ON advice AS RESTRICTIVE FOR SELECT TO delt_app USING (project_id NOT IN (SELECT deleted_projects()));
CREATE POLICY visiting_read ON advice FOR SELECT TO delt_app USING (project_id IN (SELECT guest_projects()));
CREATE POLICY advisor_insert ON advice FOR INSERT TO delt_app WITH CHECK (viewer_kind() = 'advisor' AND sent_by = viewer_person() AND answer IS NULL
  AND EXISTS (SELECT 1 FROM project p WHERE p.municipality_id = advice.municipality_id AND p.id = project_id));
CREATE POLICY own_update ON advice FOR UPDATE TO delt_app USING (is_own(municipality_id)) WITH CHECK (is_own(municipality_id));
CREATE POLICY visiting_update ON advice FOR UPDATE TO delt_app USING (project_id IN (SELECT guest_projects()))
  WITH CHECK (municipality_id = viewer_municipality() AND project_id IN (SELECT guest_projects()));
GRANT SELECT, INSERT ON advice TO delt_app;
GRANT UPDATE (answer, reason, answered_by, answered_at, version) ON advice TO delt_app;

-- Advisors sign what they send: those who work in municipalities see their names.
CREATE POLICY advisors_read ON person FOR SELECT TO delt_app USING (municipality_id IS NULL AND viewer_kind() IN ('staff', 'guest', 'advisor'));
