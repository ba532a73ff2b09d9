-- What may name somebody and was said to stay is remembered, so that it is not asked about again.

-- CreateEnum
CREATE TYPE "finding_kind" AS ENUM ('identity', 'account', 'phone', 'email', 'name');

-- CreateTable
CREATE TABLE "report_kept_finding" (
    "municipality_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" "finding_kind" NOT NULL,
    "kept_by" UUID NOT NULL,
    "kept_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_kept_finding_pkey" PRIMARY KEY ("report_id","key")
);

-- CreateIndex
CREATE INDEX "report_kept_finding_municipality_id_report_id_idx" ON "report_kept_finding"("municipality_id", "report_id");

-- CreateIndex
CREATE INDEX "report_kept_finding_municipality_id_kept_by_idx" ON "report_kept_finding"("municipality_id", "kept_by");

-- AddForeignKey
ALTER TABLE "report_kept_finding" ADD CONSTRAINT "report_kept_finding_municipality_id_report_id_fkey" FOREIGN KEY ("municipality_id", "report_id") REFERENCES "experience_report"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_kept_finding" ADD CONSTRAINT "report_kept_finding_municipality_id_kept_by_fkey" FOREIGN KEY ("municipality_id", "kept_by") REFERENCES "person"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An identity number never stays.
ALTER TABLE report_kept_finding ADD CONSTRAINT report_kept_finding_kind_check CHECK (kind <> 'identity' AND length(key) BETWEEN 1 AND 40);

ALTER TABLE report_kept_finding ENABLE ROW LEVEL SECURITY;
ALTER TABLE report_kept_finding FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON report_kept_finding TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY own_read ON report_kept_finding FOR SELECT TO delt_app USING (is_own(municipality_id));
CREATE POLICY own_insert ON report_kept_finding FOR INSERT TO delt_app WITH CHECK (is_own(municipality_id) AND kept_by = viewer_person());
CREATE POLICY own_delete ON report_kept_finding FOR DELETE TO delt_app USING (is_own(municipality_id));
GRANT SELECT, INSERT, DELETE ON report_kept_finding TO delt_app;
