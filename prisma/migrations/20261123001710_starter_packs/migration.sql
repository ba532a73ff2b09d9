-- Starter packs: cases by size that a municipality takes in one step.

-- CreateTable
CREATE TABLE "starter_pack" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "lead" TEXT NOT NULL,
    "from_population" INTEGER,
    "to_population" INTEGER,
    "status" "collection_status" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "published_at" TIMESTAMPTZ(6),

    CONSTRAINT "starter_pack_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "starter_pack_item" (
    "id" UUID NOT NULL,
    "pack_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "report_id" UUID NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "roles" "project_role"[],

    CONSTRAINT "starter_pack_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "starter_pack_taken" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "pack_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "taken_by" UUID NOT NULL,
    "taken_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "starter_pack_taken_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "starter_pack_slug_key" ON "starter_pack"("slug");

-- CreateIndex
CREATE INDEX "starter_pack_status_published_at_idx" ON "starter_pack"("status", "published_at" DESC);

-- CreateIndex
CREATE INDEX "starter_pack_item_report_id_idx" ON "starter_pack_item"("report_id");

-- CreateIndex
CREATE UNIQUE INDEX "starter_pack_item_pack_id_report_id_key" ON "starter_pack_item"("pack_id", "report_id");

-- CreateIndex
CREATE INDEX "starter_pack_taken_pack_id_idx" ON "starter_pack_taken"("pack_id");

-- CreateIndex
CREATE INDEX "starter_pack_taken_municipality_id_programme_id_idx" ON "starter_pack_taken"("municipality_id", "programme_id");

-- CreateIndex
CREATE INDEX "starter_pack_taken_municipality_id_taken_by_idx" ON "starter_pack_taken"("municipality_id", "taken_by");

-- AddForeignKey
ALTER TABLE "starter_pack_item" ADD CONSTRAINT "starter_pack_item_pack_id_fkey" FOREIGN KEY ("pack_id") REFERENCES "starter_pack"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "starter_pack_item" ADD CONSTRAINT "starter_pack_item_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "experience_report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "starter_pack_taken" ADD CONSTRAINT "starter_pack_taken_pack_id_fkey" FOREIGN KEY ("pack_id") REFERENCES "starter_pack"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "starter_pack_taken" ADD CONSTRAINT "starter_pack_taken_municipality_id_programme_id_fkey" FOREIGN KEY ("municipality_id", "programme_id") REFERENCES "programme"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "starter_pack_taken" ADD CONSTRAINT "starter_pack_taken_municipality_id_taken_by_fkey" FOREIGN KEY ("municipality_id", "taken_by") REFERENCES "person"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;


ALTER TABLE starter_pack ADD CONSTRAINT starter_pack_words_check CHECK (btrim(title) <> '' AND length(title) <= 160 AND length(lead) <= 2000),
  ADD CONSTRAINT starter_pack_size_check CHECK (from_population >= 0 AND to_population >= 0 AND (from_population IS NULL OR to_population IS NULL OR from_population <= to_population));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['starter_pack', 'starter_pack_item', 'starter_pack_taken'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['starter_pack', 'starter_pack_item'] LOOP
    EXECUTE format('CREATE POLICY advisor_insert ON %I FOR INSERT TO delt_app WITH CHECK (viewer_kind() = ''advisor'')', t);
    EXECUTE format('CREATE POLICY advisor_update ON %I FOR UPDATE TO delt_app USING (viewer_kind() = ''advisor'') WITH CHECK (viewer_kind() = ''advisor'')', t);
    EXECUTE format('CREATE POLICY advisor_delete ON %I FOR DELETE TO delt_app USING (viewer_kind() = ''advisor'')', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO delt_app', t);
  END LOOP;
END $$;
CREATE POLICY readable ON starter_pack FOR SELECT TO delt_app
  USING (viewer_kind() = 'advisor' OR (status = 'published' AND viewer_kind() IN ('visitor', 'staff', 'guest')));
CREATE POLICY readable ON starter_pack_item FOR SELECT TO delt_app USING (
  EXISTS (SELECT 1 FROM starter_pack p WHERE p.id = pack_id) AND EXISTS (SELECT 1 FROM experience_report r WHERE r.id = report_id));
CREATE POLICY own_read ON starter_pack_taken FOR SELECT TO delt_app USING (is_own(municipality_id));
CREATE POLICY own_insert ON starter_pack_taken FOR INSERT TO delt_app WITH CHECK (is_own(municipality_id) AND taken_by = viewer_person());
GRANT SELECT, INSERT ON starter_pack_taken TO delt_app;
