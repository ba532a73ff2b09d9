-- What advisors have done about the things that need them; how a reply to a review was taken; advice that is taken back; and followers of a report
-- that is found by way of another.

-- CreateEnum
CREATE TYPE "need_state" AS ENUM ('taken', 'waiting', 'done');
CREATE TYPE "reply_verdict" AS ENUM ('accepted', 'more_wanted');

-- CreateTable
CREATE TABLE "need_mark" (
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "state" "need_state" NOT NULL,
    "until" DATE,
    "note" TEXT NOT NULL DEFAULT '',
    "marked_by" UUID NOT NULL,
    "marked_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "need_mark_pkey" PRIMARY KEY ("kind","subject")
);

-- AlterTable
ALTER TABLE "report_review"
    ADD COLUMN "verdict" "reply_verdict",
    ADD COLUMN "verdict_note" TEXT NOT NULL DEFAULT '',
    ADD COLUMN "verdict_by" UUID,
    ADD COLUMN "verdict_at" TIMESTAMPTZ(6);
ALTER TABLE "advice" ADD COLUMN "withdrawn_at" TIMESTAMPTZ(6);

-- CreateIndex
CREATE INDEX "need_mark_marked_by_idx" ON "need_mark"("marked_by");
CREATE INDEX "need_mark_marked_at_idx" ON "need_mark"("marked_at");
CREATE INDEX "report_review_verdict_by_idx" ON "report_review"("verdict_by");

-- AddForeignKey
ALTER TABLE "need_mark" ADD CONSTRAINT "need_mark_marked_by_fkey" FOREIGN KEY ("marked_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "report_review" ADD CONSTRAINT "report_review_verdict_by_fkey" FOREIGN KEY ("verdict_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE need_mark
  ADD CONSTRAINT need_mark_words_check CHECK (length(kind) <= 20 AND length(subject) BETWEEN 1 AND 300 AND length(note) <= 300),
  ADD CONSTRAINT need_mark_until_check CHECK ((state = 'waiting') = (until IS NOT NULL));
ALTER TABLE report_review
  ADD CONSTRAINT report_review_verdict_check CHECK (length(verdict_note) <= 2000 AND (verdict IS NULL) = (verdict_at IS NULL) AND (verdict IS NULL) = (verdict_by IS NULL)
    AND (verdict IS NULL OR replied_at IS NOT NULL) AND (verdict IS DISTINCT FROM 'more_wanted' OR btrim(verdict_note) <> ''));

ALTER TABLE need_mark ENABLE ROW LEVEL SECURITY;
ALTER TABLE need_mark FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON need_mark TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY advisor_read ON need_mark FOR SELECT TO delt_app USING (viewer_kind() = 'advisor');
CREATE POLICY advisor_insert ON need_mark FOR INSERT TO delt_app WITH CHECK (viewer_kind() = 'advisor' AND marked_by = viewer_person());
CREATE POLICY advisor_update ON need_mark FOR UPDATE TO delt_app USING (viewer_kind() = 'advisor') WITH CHECK (viewer_kind() = 'advisor' AND marked_by = viewer_person());
CREATE POLICY advisor_delete ON need_mark FOR DELETE TO delt_app USING (viewer_kind() = 'advisor');
GRANT SELECT, INSERT, DELETE ON need_mark TO delt_app;
GRANT UPDATE (state, until, note, marked_by, marked_at, version) ON need_mark TO delt_app;

-- The municipality writes its reply, and then no verdict stands; the advisor gives a verdict on it, and leaves it as it is.
DROP POLICY own_update ON report_review;
CREATE POLICY own_update ON report_review FOR UPDATE TO delt_app USING (is_own(municipality_id)) WITH CHECK (is_own(municipality_id) AND verdict IS NULL);
CREATE POLICY advisor_update ON report_review FOR UPDATE TO delt_app USING (viewer_kind() = 'advisor') WITH CHECK (viewer_kind() = 'advisor' AND verdict_by = viewer_person());
GRANT UPDATE (verdict, verdict_note, verdict_by, verdict_at) ON report_review TO delt_app;
CREATE FUNCTION keep_reply() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  IF public.viewer_kind() = 'advisor' AND (NEW.reply, NEW.replied_by, NEW.replied_at) IS DISTINCT FROM (OLD.reply, OLD.replied_by, OLD.replied_at) THEN
    RAISE EXCEPTION 'the reply is the municipality''s' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_reply BEFORE UPDATE ON report_review FOR EACH ROW EXECUTE FUNCTION keep_reply();

-- Whoever sends advice can take it back; the answer is the municipality's.
CREATE POLICY advisor_update ON advice FOR UPDATE TO delt_app USING (viewer_kind() = 'advisor') WITH CHECK (viewer_kind() = 'advisor');
GRANT UPDATE (withdrawn_at) ON advice TO delt_app;
CREATE FUNCTION keep_advice_answer() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  IF public.viewer_kind() = 'advisor' AND (NEW.answer, NEW.reason, NEW.answered_by, NEW.answered_at) IS DISTINCT FROM (OLD.answer, OLD.reason, OLD.answered_by, OLD.answered_at)
    OR public.viewer_kind() IN ('staff', 'guest') AND NEW.withdrawn_at IS DISTINCT FROM OLD.withdrawn_at THEN
    RAISE EXCEPTION 'advisors take advice back, municipalities answer it' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_advice_answer BEFORE UPDATE ON advice FOR EACH ROW EXECUTE FUNCTION keep_advice_answer();

-- Whoever follows a report hears of the one that it is found by way of. They go on following both if the merging is undone.
CREATE FUNCTION followers_come_along() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  INSERT INTO public.follow (id, person_id, report_id) SELECT gen_random_uuid(), f.person_id, NEW.into_report_id FROM public.follow f WHERE f.report_id = NEW.report_id
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION followers_come_along() FROM PUBLIC;
CREATE TRIGGER followers_come_along AFTER INSERT ON report_merge FOR EACH ROW EXECUTE FUNCTION followers_come_along();
