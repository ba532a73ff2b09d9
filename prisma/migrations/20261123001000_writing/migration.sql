-- A published report can be revised: the next version is written beside it, and every version stays as it was published.

-- AlterTable
ALTER TABLE "experience_report" ADD COLUMN     "oldest_shown_version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "report_draft" (
    "report_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "saved_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_draft_pkey" PRIMARY KEY ("report_id")
);

-- CreateTable
CREATE TABLE "report_version" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "outcome" "report_outcome" NOT NULL,
    "theme_code" TEXT NOT NULL,
    "technologies" TEXT[],
    "suppliers" TEXT[],
    "visibility" "visibility" NOT NULL,
    "visible_to_collaboration_id" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "published_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "report_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_version_section" (
    "municipality_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "kind" "section_kind" NOT NULL,
    "content" JSONB NOT NULL,
    "rows" JSONB NOT NULL,
    "visibility" "visibility",
    "visible_to_collaboration_id" UUID,

    CONSTRAINT "report_version_section_pkey" PRIMARY KEY ("version_id","kind")
);

-- CreateIndex
CREATE UNIQUE INDEX "report_draft_municipality_id_report_id_key" ON "report_draft"("municipality_id", "report_id");

-- CreateIndex
CREATE INDEX "report_version_visible_to_collaboration_id_idx" ON "report_version"("visible_to_collaboration_id");

-- CreateIndex
CREATE INDEX "report_version_theme_code_idx" ON "report_version"("theme_code");

-- CreateIndex
CREATE UNIQUE INDEX "report_version_municipality_id_id_key" ON "report_version"("municipality_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "report_version_municipality_id_report_id_number_key" ON "report_version"("municipality_id", "report_id", "number");

-- CreateIndex
CREATE INDEX "report_version_section_municipality_id_version_id_idx" ON "report_version_section"("municipality_id", "version_id");

-- CreateIndex
CREATE INDEX "report_version_section_visible_to_collaboration_id_idx" ON "report_version_section"("visible_to_collaboration_id");

-- AddForeignKey
ALTER TABLE "report_draft" ADD CONSTRAINT "report_draft_municipality_id_report_id_fkey" FOREIGN KEY ("municipality_id", "report_id") REFERENCES "experience_report"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_version" ADD CONSTRAINT "report_version_municipality_id_report_id_fkey" FOREIGN KEY ("municipality_id", "report_id") REFERENCES "experience_report"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_version" ADD CONSTRAINT "report_version_visible_to_collaboration_id_fkey" FOREIGN KEY ("visible_to_collaboration_id") REFERENCES "collaboration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_version" ADD CONSTRAINT "report_version_theme_code_fkey" FOREIGN KEY ("theme_code") REFERENCES "theme"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_version_section" ADD CONSTRAINT "report_version_section_municipality_id_version_id_fkey" FOREIGN KEY ("municipality_id", "version_id") REFERENCES "report_version"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_version_section" ADD CONSTRAINT "report_version_section_visible_to_collaboration_id_fkey" FOREIGN KEY ("visible_to_collaboration_id") REFERENCES "collaboration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE experience_report ADD CONSTRAINT experience_report_shown_check CHECK (oldest_shown_version >= 1);
ALTER TABLE report_draft ADD CONSTRAINT report_draft_content_check CHECK (jsonb_typeof(content) = 'object' AND version >= 1);
ALTER TABLE report_version
  ADD CONSTRAINT report_version_number_check CHECK (number >= 1),
  ADD CONSTRAINT report_version_note_check CHECK (length(note) <= 300),
  ADD CONSTRAINT report_version_audience_check CHECK ((visibility = 'collaboration') = (visible_to_collaboration_id IS NOT NULL));
ALTER TABLE report_version_section
  ADD CONSTRAINT report_version_section_audience_check CHECK ((visibility IS NOT DISTINCT FROM 'collaboration') = (visible_to_collaboration_id IS NOT NULL)),
  ADD CONSTRAINT report_version_section_content_check CHECK (jsonb_typeof(content) = 'object' AND jsonb_typeof(rows) = 'array');

-- Keeps the report as it is published now, under the next number. Runs as whoever publishes.
CREATE FUNCTION keep_report_version(report uuid, what_is_new text) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE kept uuid := gen_random_uuid(); following integer;
BEGIN
  SELECT coalesce(max(v.number), 0) + 1 INTO following FROM report_version v WHERE v.report_id = report;
  INSERT INTO report_version (id, municipality_id, report_id, number, title, summary, outcome, theme_code, technologies, suppliers,
    visibility, visible_to_collaboration_id, note, published_at)
  SELECT kept, r.municipality_id, r.id, following, r.title, r.summary, r.outcome, r.theme_code, r.technologies, r.suppliers,
    r.visibility, r.visible_to_collaboration_id, what_is_new, r.published_at FROM experience_report r WHERE r.id = report;
  INSERT INTO report_version_section (municipality_id, version_id, kind, content, rows, visibility, visible_to_collaboration_id)
  SELECT s.municipality_id, kept, s.kind, s.content, coalesce(CASE s.kind
      WHEN 'cost' THEN (SELECT jsonb_agg(jsonb_build_object('kind', c.kind, 'year', c.year, 'planned', c.planned, 'actual', c.actual,
        'quality', c.quality) ORDER BY c.year, c.kind) FROM report_cost_line c WHERE c.report_id = report)
      WHEN 'effect' THEN (SELECT jsonb_agg(jsonb_build_object('category', e.category, 'title', e.title, 'unit', e.unit,
        'valueBefore', e.value_before, 'valueAfter', e.value_after, 'period', e.period, 'source', e.source,
        'beneficiary', e.beneficiary) ORDER BY e.id) FROM report_effect e WHERE e.report_id = report)
      WHEN 'advice' THEN (SELECT jsonb_agg(p.text ORDER BY p.position) FROM report_prerequisite p WHERE p.report_id = report)
      WHEN 'parts' THEN (SELECT jsonb_agg(jsonb_build_object('kind', p.kind, 'content', p.content) ORDER BY p.kind)
        FROM report_part p WHERE p.report_id = report)
    END, '[]'), s.visibility, s.visible_to_collaboration_id
  FROM report_section s WHERE s.report_id = report;
  RETURN following;
END $$;

-- What is published already is the first version. What was published and taken back is kept too, and read by nobody else.
SELECT keep_report_version(r.id, '') FROM experience_report r WHERE r.status <> 'draft' AND r.outcome IS NOT NULL;

CREATE TRIGGER report_version_is_final BEFORE UPDATE OR DELETE ON report_version FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER report_version_section_is_final BEFORE UPDATE OR DELETE ON report_version_section FOR EACH ROW EXECUTE FUNCTION refuse_change();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['report_draft', 'report_version', 'report_version_section'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY own_insert ON %I FOR INSERT TO delt_app WITH CHECK (is_own(municipality_id))', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO delt_app', t);
  END LOOP;
END $$;

-- A draft is nobody else's.
CREATE POLICY own_read ON report_draft FOR SELECT TO delt_app USING (is_own(municipality_id));
CREATE POLICY own_update ON report_draft FOR UPDATE TO delt_app USING (is_own(municipality_id)) WITH CHECK (is_own(municipality_id));
CREATE POLICY own_delete ON report_draft FOR DELETE TO delt_app USING (is_own(municipality_id));
GRANT UPDATE, DELETE ON report_draft TO delt_app;

-- An earlier version is read by those whom the report lets in today and the version let in then; so is each of its sections. What has been
-- narrowed since is narrow in every version, and what was narrow then is not opened by the report being opened later.
CREATE POLICY readable ON report_version FOR SELECT TO delt_app USING (is_own(municipality_id)
  OR (may_read(municipality_id, visibility, visible_to_collaboration_id)
    AND EXISTS (SELECT 1 FROM experience_report r WHERE r.municipality_id = report_version.municipality_id AND r.id = report_id
      AND r.status = 'published' AND may_read(r.municipality_id, r.visibility, r.visible_to_collaboration_id)
      AND report_version.number >= r.oldest_shown_version)));
CREATE POLICY readable ON report_version_section FOR SELECT TO delt_app USING (is_own(municipality_id)
  OR ((visibility IS NULL OR may_read(municipality_id, visibility, visible_to_collaboration_id))
    AND EXISTS (SELECT 1 FROM report_version v JOIN report_section s ON s.municipality_id = v.municipality_id AND s.report_id = v.report_id
      WHERE v.municipality_id = report_version_section.municipality_id AND v.id = version_id AND s.kind = report_version_section.kind)));
