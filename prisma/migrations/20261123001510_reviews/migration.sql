-- Advisors look through what is published, and the municipality replies.

-- CreateEnum
CREATE TYPE "review_outcome" AS ENUM ('approved', 'changes_wanted');

-- CreateTable
CREATE TABLE "report_review" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "report_version" INTEGER NOT NULL,
    "outcome" "review_outcome" NOT NULL,
    "points" JSONB NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "reviewed_by" UUID NOT NULL,
    "reviewed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reply" TEXT NOT NULL DEFAULT '',
    "replied_by" UUID,
    "replied_at" TIMESTAMPTZ(6),

    CONSTRAINT "report_review_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "report_review_reviewed_by_idx" ON "report_review"("reviewed_by");

-- CreateIndex
CREATE INDEX "report_review_municipality_id_replied_by_idx" ON "report_review"("municipality_id", "replied_by");

-- CreateIndex
CREATE UNIQUE INDEX "report_review_municipality_id_report_id_report_version_key" ON "report_review"("municipality_id", "report_id", "report_version");

-- AddForeignKey
ALTER TABLE "report_review" ADD CONSTRAINT "report_review_municipality_id_report_id_fkey" FOREIGN KEY ("municipality_id", "report_id") REFERENCES "experience_report"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_review" ADD CONSTRAINT "report_review_reviewed_by_fkey" FOREIGN KEY ("reviewed_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_review" ADD CONSTRAINT "report_review_municipality_id_replied_by_fkey" FOREIGN KEY ("municipality_id", "replied_by") REFERENCES "person"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE report_review
  ADD CONSTRAINT report_review_words_check CHECK (length(comment) <= 4000 AND length(reply) <= 4000),
  ADD CONSTRAINT report_review_reply_check CHECK ((replied_at IS NULL) = (reply = '')),
  ADD CONSTRAINT report_review_points_check CHECK (jsonb_typeof(points) = 'object');

ALTER TABLE report_review ENABLE ROW LEVEL SECURITY;
ALTER TABLE report_review FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON report_review TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY own_read ON report_review FOR SELECT TO delt_app USING (is_own(municipality_id) OR viewer_kind() = 'advisor');
CREATE POLICY advisor_insert ON report_review FOR INSERT TO delt_app WITH CHECK (viewer_kind() = 'advisor' AND reviewed_by = viewer_person()
  AND reply = '' AND EXISTS (SELECT 1 FROM experience_report r WHERE r.municipality_id = report_review.municipality_id AND r.id = report_id AND r.status = 'published'));
CREATE POLICY own_update ON report_review FOR UPDATE TO delt_app USING (is_own(municipality_id)) WITH CHECK (is_own(municipality_id));
GRANT SELECT, INSERT ON report_review TO delt_app;
GRANT UPDATE (reply, replied_by, replied_at) ON report_review TO delt_app;
