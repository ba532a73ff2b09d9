-- Documents of a project follow its report: a template, a requirement spec, an analysis. What is published is a version that is never changed.

-- CreateEnum
CREATE TYPE "report_document_kind" AS ENUM ('template', 'requirements', 'risk_analysis', 'privacy_assessment', 'procedure', 'other');

-- CreateEnum
CREATE TYPE "licence" AS ENUM ('cc_by_4', 'nlod_2', 'cc0', 'internal');

-- CreateTable
CREATE TABLE "report_document" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "kind" "report_document_kind" NOT NULL,
    "licence" "licence" NOT NULL,
    "visibility" "visibility",
    "visible_to_collaboration_id" UUID,
    "stored_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,

    CONSTRAINT "report_document_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "report_document_visible_to_collaboration_id_idx" ON "report_document"("visible_to_collaboration_id");

-- CreateIndex
CREATE INDEX "report_document_municipality_id_stored_id_idx" ON "report_document"("municipality_id", "stored_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_document_municipality_id_id_key" ON "report_document"("municipality_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "report_document_municipality_id_report_id_document_id_key" ON "report_document"("municipality_id", "report_id", "document_id");

-- AddForeignKey
ALTER TABLE "report_document" ADD CONSTRAINT "report_document_municipality_id_report_id_fkey" FOREIGN KEY ("municipality_id", "report_id") REFERENCES "experience_report"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_document" ADD CONSTRAINT "report_document_visible_to_collaboration_id_fkey" FOREIGN KEY ("visible_to_collaboration_id") REFERENCES "collaboration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE report_document
  ADD CONSTRAINT report_document_number_check CHECK (number >= 1 AND position >= 1 AND size_bytes > 0 AND btrim(title) <> ''),
  ADD CONSTRAINT report_document_audience_check CHECK ((visibility IS NOT DISTINCT FROM 'collaboration') = (visible_to_collaboration_id IS NOT NULL));

ALTER TABLE report_document ENABLE ROW LEVEL SECURITY;
ALTER TABLE report_document FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON report_document TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY own_insert ON report_document FOR INSERT TO delt_app WITH CHECK (is_own(municipality_id));
CREATE POLICY own_update ON report_document FOR UPDATE TO delt_app USING (is_own(municipality_id)) WITH CHECK (is_own(municipality_id));
CREATE POLICY own_delete ON report_document FOR DELETE TO delt_app USING (is_own(municipality_id));
GRANT SELECT, INSERT, UPDATE, DELETE ON report_document TO delt_app;
-- Read by those who may read the parts of the report, and whom the document itself lets in: never wider than either.
CREATE POLICY readable ON report_document FOR SELECT TO delt_app USING (is_own(municipality_id)
  OR (EXISTS (SELECT 1 FROM report_section s WHERE s.municipality_id = report_document.municipality_id AND s.report_id = report_document.report_id AND s.kind = 'parts')
    AND (visibility IS NULL OR may_read(municipality_id, visibility, visible_to_collaboration_id))));
