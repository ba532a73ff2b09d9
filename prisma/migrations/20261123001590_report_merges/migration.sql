-- Reports that tell of the same, found once.

-- CreateTable
CREATE TABLE "report_merge" (
    "report_id" UUID NOT NULL,
    "into_report_id" UUID NOT NULL,
    "note" TEXT NOT NULL,
    "merged_by" UUID NOT NULL,
    "merged_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_merge_pkey" PRIMARY KEY ("report_id")
);

-- CreateTable
CREATE TABLE "report_not_duplicate" (
    "report_id" UUID NOT NULL,
    "other_report_id" UUID NOT NULL,
    "decided_by" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_not_duplicate_pkey" PRIMARY KEY ("report_id","other_report_id")
);

-- CreateIndex
CREATE INDEX "report_merge_into_report_id_idx" ON "report_merge"("into_report_id");
CREATE INDEX "report_merge_merged_by_idx" ON "report_merge"("merged_by");
CREATE INDEX "report_merge_merged_at_idx" ON "report_merge"("merged_at");
CREATE INDEX "report_not_duplicate_other_report_id_idx" ON "report_not_duplicate"("other_report_id");
CREATE INDEX "report_not_duplicate_decided_by_idx" ON "report_not_duplicate"("decided_by");

-- AddForeignKey
ALTER TABLE "report_merge" ADD CONSTRAINT "report_merge_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "experience_report"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "report_merge" ADD CONSTRAINT "report_merge_into_report_id_fkey" FOREIGN KEY ("into_report_id") REFERENCES "experience_report"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "report_merge" ADD CONSTRAINT "report_merge_merged_by_fkey" FOREIGN KEY ("merged_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "report_not_duplicate" ADD CONSTRAINT "report_not_duplicate_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "experience_report"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "report_not_duplicate" ADD CONSTRAINT "report_not_duplicate_other_report_id_fkey" FOREIGN KEY ("other_report_id") REFERENCES "experience_report"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "report_not_duplicate" ADD CONSTRAINT "report_not_duplicate_decided_by_fkey" FOREIGN KEY ("decided_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE report_merge ADD CONSTRAINT report_merge_note_check CHECK (report_id <> into_report_id AND length(note) <= 300);
ALTER TABLE report_not_duplicate ADD CONSTRAINT report_not_duplicate_order_check CHECK (report_id < other_report_id);

-- One step only: what others are merged into is not merged away itself, or an address would lead on and on.
CREATE FUNCTION refuse_merge_chain() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('report-merge', 0));
  IF EXISTS (SELECT 1 FROM public.report_merge g WHERE g.report_id = NEW.into_report_id OR g.into_report_id = NEW.report_id) THEN
    RAISE EXCEPTION 'a report that others are merged into cannot be merged away' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_merge_chain BEFORE INSERT ON report_merge FOR EACH ROW EXECUTE FUNCTION refuse_merge_chain();

-- Merging is the advisors'. It holds for those who may read both: nobody loses a report because it was merged into one they may not see.
DO $$
DECLARE t text; other text;
BEGIN
  FOR t, other IN VALUES ('report_merge', 'into_report_id'), ('report_not_duplicate', 'other_report_id') LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY advisor_insert ON %1$I FOR INSERT TO delt_app WITH CHECK (viewer_kind() = ''advisor''
      AND EXISTS (SELECT 1 FROM experience_report r WHERE r.id = report_id) AND EXISTS (SELECT 1 FROM experience_report r WHERE r.id = %2$I))', t, other);
    EXECUTE format('CREATE POLICY advisor_delete ON %I FOR DELETE TO delt_app USING (viewer_kind() = ''advisor'')', t);
    EXECUTE format('GRANT SELECT, INSERT, DELETE ON %I TO delt_app', t);
  END LOOP;
END $$;
CREATE POLICY readable ON report_merge FOR SELECT TO delt_app USING (EXISTS (SELECT 1 FROM experience_report r WHERE r.id = report_id)
  AND EXISTS (SELECT 1 FROM experience_report r WHERE r.id = into_report_id AND r.status = 'published'));
CREATE POLICY advisor_read ON report_not_duplicate FOR SELECT TO delt_app USING (viewer_kind() = 'advisor');
