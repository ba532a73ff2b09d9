-- Who holds a copy of a part is shown what its source has made better, and may offer back; reuse says what it cost and gave.

-- CreateEnum
CREATE TYPE "improvement_choice" AS ENUM ('taken', 'kept', 'later');

-- CreateEnum
CREATE TYPE "offer_state" AS ENUM ('sent', 'taken', 'declined');

-- AlterTable
ALTER TABLE "reuse" ADD COLUMN     "cost_nok" DECIMAL(14,2),
ADD COLUMN     "effects" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "report_part_version" (
    "municipality_id" UUID NOT NULL,
    "part_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "kept_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_part_version_pkey" PRIMARY KEY ("part_id","version")
);

-- CreateTable
CREATE TABLE "reuse_proposal" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "adopter_municipality_id" UUID NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "proposed_by" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "is_confirmed" BOOLEAN,
    "answered_at" TIMESTAMPTZ(6),

    CONSTRAINT "reuse_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "improvement_answer" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "copied_part_id" UUID NOT NULL,
    "item_key" TEXT NOT NULL,
    "source_version" INTEGER NOT NULL,
    "choice" "improvement_choice" NOT NULL,
    "theirs" JSONB,
    "answered_by" UUID NOT NULL,
    "answered_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "improvement_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "improvement_offer" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "to_municipality_id" UUID NOT NULL,
    "part_id" UUID NOT NULL,
    "items" JSONB NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "offered_by" UUID NOT NULL,
    "offered_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" "offer_state" NOT NULL DEFAULT 'sent',
    "answer" TEXT NOT NULL DEFAULT '',
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ(6),

    CONSTRAINT "improvement_offer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "report_part_version_municipality_id_part_id_idx" ON "report_part_version"("municipality_id", "part_id");

-- CreateIndex
CREATE INDEX "reuse_proposal_adopter_municipality_id_idx" ON "reuse_proposal"("adopter_municipality_id");

-- CreateIndex
CREATE INDEX "reuse_proposal_municipality_id_proposed_by_idx" ON "reuse_proposal"("municipality_id", "proposed_by");

-- CreateIndex
CREATE UNIQUE INDEX "reuse_proposal_municipality_id_report_id_adopter_municipali_key" ON "reuse_proposal"("municipality_id", "report_id", "adopter_municipality_id");

-- CreateIndex
CREATE INDEX "improvement_answer_municipality_id_answered_by_idx" ON "improvement_answer"("municipality_id", "answered_by");

-- CreateIndex
CREATE UNIQUE INDEX "improvement_answer_municipality_id_copied_part_id_item_key_key" ON "improvement_answer"("municipality_id", "copied_part_id", "item_key");

-- CreateIndex
CREATE INDEX "improvement_offer_municipality_id_offered_by_idx" ON "improvement_offer"("municipality_id", "offered_by");

-- CreateIndex
CREATE INDEX "improvement_offer_to_municipality_id_part_id_idx" ON "improvement_offer"("to_municipality_id", "part_id");

-- CreateIndex
CREATE INDEX "improvement_offer_to_municipality_id_answered_by_idx" ON "improvement_offer"("to_municipality_id", "answered_by");

-- CreateIndex
CREATE INDEX "improvement_offer_part_id_idx" ON "improvement_offer"("part_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_part_municipality_id_id_key" ON "report_part"("municipality_id", "id");

-- AddForeignKey
ALTER TABLE "report_part_version" ADD CONSTRAINT "report_part_version_municipality_id_part_id_fkey" FOREIGN KEY ("municipality_id", "part_id") REFERENCES "report_part"("municipality_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reuse_proposal" ADD CONSTRAINT "reuse_proposal_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reuse_proposal" ADD CONSTRAINT "reuse_proposal_adopter_municipality_id_fkey" FOREIGN KEY ("adopter_municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reuse_proposal" ADD CONSTRAINT "reuse_proposal_municipality_id_report_id_fkey" FOREIGN KEY ("municipality_id", "report_id") REFERENCES "experience_report"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reuse_proposal" ADD CONSTRAINT "reuse_proposal_municipality_id_proposed_by_fkey" FOREIGN KEY ("municipality_id", "proposed_by") REFERENCES "person"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "improvement_answer" ADD CONSTRAINT "improvement_answer_municipality_id_copied_part_id_fkey" FOREIGN KEY ("municipality_id", "copied_part_id") REFERENCES "copied_part"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "improvement_answer" ADD CONSTRAINT "improvement_answer_municipality_id_answered_by_fkey" FOREIGN KEY ("municipality_id", "answered_by") REFERENCES "person"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "improvement_offer" ADD CONSTRAINT "improvement_offer_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "improvement_offer" ADD CONSTRAINT "improvement_offer_to_municipality_id_fkey" FOREIGN KEY ("to_municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "improvement_offer" ADD CONSTRAINT "improvement_offer_to_municipality_id_part_id_fkey" FOREIGN KEY ("to_municipality_id", "part_id") REFERENCES "report_part"("municipality_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "improvement_offer" ADD CONSTRAINT "improvement_offer_municipality_id_offered_by_fkey" FOREIGN KEY ("municipality_id", "offered_by") REFERENCES "person"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "improvement_offer" ADD CONSTRAINT "improvement_offer_to_municipality_id_answered_by_fkey" FOREIGN KEY ("to_municipality_id", "answered_by") REFERENCES "person"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;



ALTER TABLE reuse ADD CONSTRAINT reuse_cost_check CHECK (cost_nok >= 0);
ALTER TABLE reuse_proposal
  ADD CONSTRAINT reuse_proposal_adopter_check CHECK (adopter_municipality_id <> municipality_id),
  ADD CONSTRAINT reuse_proposal_answer_check CHECK ((is_confirmed IS NULL) = (answered_at IS NULL));
ALTER TABLE improvement_offer
  ADD CONSTRAINT improvement_offer_between_check CHECK (to_municipality_id <> municipality_id),
  ADD CONSTRAINT improvement_offer_answer_check CHECK ((state = 'sent') = (answered_at IS NULL) AND (state = 'sent') = (answered_by IS NULL));

-- Whoever writes a part, each version of it is kept.
CREATE FUNCTION keep_part_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO report_part_version (municipality_id, part_id, version, content) VALUES (NEW.municipality_id, NEW.id, NEW.version, NEW.content)
    ON CONFLICT (part_id, version) DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER report_part_is_kept AFTER INSERT OR UPDATE OF version ON report_part FOR EACH ROW EXECUTE FUNCTION keep_part_version();
CREATE TRIGGER report_part_version_is_final BEFORE UPDATE ON report_part_version FOR EACH ROW EXECUTE FUNCTION refuse_change();
INSERT INTO report_part_version (municipality_id, part_id, version, content) SELECT municipality_id, id, version, content FROM report_part;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['report_part_version', 'improvement_answer', 'improvement_offer', 'reuse_proposal'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

-- An earlier version of a part is read by those who took it, for as long as they may read the part.
CREATE POLICY readable ON report_part_version FOR SELECT TO delt_app USING (is_own(municipality_id)
  OR EXISTS (SELECT 1 FROM report_part p WHERE p.id = part_id AND (p.version = report_part_version.version
    OR EXISTS (SELECT 1 FROM copied_part c WHERE c.source_part_id = p.id AND c.source_version = report_part_version.version))));
CREATE POLICY own_insert ON report_part_version FOR INSERT TO delt_app WITH CHECK (is_own(municipality_id));
GRANT SELECT, INSERT ON report_part_version TO delt_app;

CREATE POLICY own_read ON improvement_answer FOR SELECT TO delt_app USING (is_own(municipality_id));
CREATE POLICY own_insert ON improvement_answer FOR INSERT TO delt_app WITH CHECK (is_own(municipality_id));
CREATE POLICY own_update ON improvement_answer FOR UPDATE TO delt_app USING (is_own(municipality_id)) WITH CHECK (is_own(municipality_id));
CREATE POLICY own_delete ON improvement_answer FOR DELETE TO delt_app USING (is_own(municipality_id));
GRANT SELECT, INSERT, UPDATE, DELETE ON improvement_answer TO delt_app;

-- An offer is made to the source of a part that the holder may read, is read by the two, and answered by the source alone.
CREATE POLICY readable ON improvement_offer FOR SELECT TO delt_app USING (is_own(municipality_id) OR is_own(to_municipality_id));
CREATE POLICY own_insert ON improvement_offer FOR INSERT TO delt_app WITH CHECK (is_own(municipality_id) AND state = 'sent'
  AND EXISTS (SELECT 1 FROM report_part p WHERE p.id = part_id AND p.municipality_id = to_municipality_id));
CREATE POLICY answer ON improvement_offer FOR UPDATE TO delt_app USING (is_own(to_municipality_id)) WITH CHECK (is_own(to_municipality_id));
GRANT SELECT, INSERT ON improvement_offer TO delt_app;
GRANT UPDATE (state, answer, answered_by, answered_at) ON improvement_offer TO delt_app;

-- A source proposes, of its own report; the adopter answers.
CREATE POLICY readable ON reuse_proposal FOR SELECT TO delt_app USING (is_own(municipality_id) OR is_own(adopter_municipality_id));
CREATE POLICY own_insert ON reuse_proposal FOR INSERT TO delt_app WITH CHECK (is_own(municipality_id) AND is_confirmed IS NULL);
CREATE POLICY answer ON reuse_proposal FOR UPDATE TO delt_app USING (is_own(adopter_municipality_id)) WITH CHECK (is_own(adopter_municipality_id));
GRANT SELECT, INSERT ON reuse_proposal TO delt_app;
GRANT UPDATE (is_confirmed, answered_at) ON reuse_proposal TO delt_app;
