-- News and who is told of it; letters; stewards; questions; what keeps a report true.

-- CreateEnum
CREATE TYPE "news_kind" AS ENUM ('report_published', 'report_revised', 'report_outdated', 'lesson_shared', 'reuse_confirmed', 'reuse_proposed', 'recommendation_given', 'question_asked', 'question_answered', 'status_published', 'gate_decided', 'plan_shared', 'advice_sent', 'review_given', 'report_merged', 'improvement_offered', 'offer_answered', 'report_to_confirm', 'reuse_to_confirm', 'effect_to_follow_up');

-- CreateEnum
CREATE TYPE "news_topic" AS ENUM ('questions', 'work', 'upkeep', 'followed', 'searches');

-- CreateEnum
CREATE TYPE "cadence" AS ENUM ('immediately', 'daily', 'weekly', 'off');

-- CreateEnum
CREATE TYPE "still_in_use" AS ENUM ('yes', 'partly', 'no');

-- CreateEnum
CREATE TYPE "effect_held" AS ENUM ('more', 'as_reported', 'less', 'unknown');

-- CreateEnum
CREATE TYPE "recommendation" AS ENUM ('yes', 'adapted', 'wait', 'no');

-- AlterTable
ALTER TABLE "reuse" ADD COLUMN     "said_by" UUID;

-- CreateTable
CREATE TABLE "news_item" (
    "id" UUID NOT NULL,
    "kind" "news_kind" NOT NULL,
    "municipality_id" UUID,
    "actor_id" UUID,
    "project_id" UUID,
    "report_id" UUID,
    "lesson_id" UUID,
    "question_id" UUID,
    "recipient_municipality_id" UUID,
    "recipient_id" UUID,
    "months" INTEGER,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "searched_at" TIMESTAMPTZ(6),

    CONSTRAINT "news_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice" (
    "news_item_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "topic" "news_topic" NOT NULL,
    "saved_search" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(6),
    "settled_at" TIMESTAMPTZ(6),
    "letter_id" UUID,

    CONSTRAINT "notice_pkey" PRIMARY KEY ("person_id","news_item_id")
);

-- CreateTable
CREATE TABLE "news_settings" (
    "person_id" UUID NOT NULL,
    "questions" "cadence" NOT NULL,
    "work" "cadence" NOT NULL,
    "followed" "cadence" NOT NULL,
    "searches" "cadence" NOT NULL,
    "upkeep" "cadence" NOT NULL,
    "language" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "news_settings_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "letter" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "cadence" "cadence" NOT NULL,
    "language" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "unsubscribe_url" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(6),

    CONSTRAINT "letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "used_link" (
    "token_hash" BYTEA NOT NULL,
    "person_id" UUID NOT NULL,
    "used_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "used_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "follow" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "project_id" UUID,
    "report_id" UUID,
    "theme_code" TEXT,
    "technology" TEXT,
    "followed_municipality_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "follow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_steward" (
    "report_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "stand_in_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "report_steward_pkey" PRIMARY KEY ("report_id")
);

-- CreateTable
CREATE TABLE "question" (
    "id" UUID NOT NULL,
    "municipality_id" UUID,
    "report_id" UUID,
    "theme_code" TEXT,
    "asked_by" UUID NOT NULL,
    "signature" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "only_alike" BOOLEAN NOT NULL DEFAULT false,
    "asked_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answered_at" TIMESTAMPTZ(6),
    "withdrawn_at" TIMESTAMPTZ(6),

    CONSTRAINT "question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question_recipient" (
    "question_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,

    CONSTRAINT "question_recipient_pkey" PRIMARY KEY ("question_id","municipality_id")
);

-- CreateTable
CREATE TABLE "answer" (
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "municipality_id" UUID,
    "answered_by" UUID NOT NULL,
    "signature" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "answered_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outdated_flag" (
    "id" UUID NOT NULL,
    "municipality_id" UUID,
    "report_id" UUID NOT NULL,
    "flagged_by" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "flagged_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(6),

    CONSTRAINT "outdated_flag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "effect_follow_up" (
    "report_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "months" INTEGER NOT NULL,
    "still_in_use" "still_in_use" NOT NULL,
    "effect_held" "effect_held" NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "answered_by" UUID NOT NULL,
    "answered_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "effect_follow_up_pkey" PRIMARY KEY ("report_id","months")
);

-- CreateTable
CREATE TABLE "report_recommendation" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "answer" "recommendation" NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "given_by" UUID NOT NULL,
    "given_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_recommendation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recommendation_reply" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "recommendation_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "written_by" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recommendation_reply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_evaluation" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "evaluator" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "evaluated_on" DATE NOT NULL,
    "entered_by" UUID NOT NULL,

    CONSTRAINT "report_evaluation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "news_item_municipality_id_idx" ON "news_item"("municipality_id");

-- CreateIndex
CREATE INDEX "news_item_recipient_municipality_id_idx" ON "news_item"("recipient_municipality_id");

-- CreateIndex
CREATE INDEX "news_item_actor_id_idx" ON "news_item"("actor_id");

-- CreateIndex
CREATE INDEX "news_item_recipient_id_idx" ON "news_item"("recipient_id");

-- CreateIndex
CREATE INDEX "news_item_project_id_idx" ON "news_item"("project_id");

-- CreateIndex
CREATE INDEX "news_item_report_id_kind_idx" ON "news_item"("report_id", "kind");

-- CreateIndex
CREATE INDEX "news_item_lesson_id_idx" ON "news_item"("lesson_id");

-- CreateIndex
CREATE INDEX "news_item_question_id_idx" ON "news_item"("question_id");

-- CreateIndex
CREATE INDEX "notice_news_item_id_idx" ON "notice"("news_item_id");

-- CreateIndex
CREATE INDEX "notice_person_id_created_at_idx" ON "notice"("person_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "notice_letter_id_idx" ON "notice"("letter_id");

-- CreateIndex
CREATE INDEX "letter_person_id_created_at_idx" ON "letter"("person_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "used_link_person_id_idx" ON "used_link"("person_id");

-- CreateIndex
CREATE INDEX "follow_person_id_idx" ON "follow"("person_id");

-- CreateIndex
CREATE INDEX "follow_project_id_idx" ON "follow"("project_id");

-- CreateIndex
CREATE INDEX "follow_report_id_idx" ON "follow"("report_id");

-- CreateIndex
CREATE INDEX "follow_theme_code_idx" ON "follow"("theme_code");

-- CreateIndex
CREATE INDEX "follow_technology_idx" ON "follow"("technology");

-- CreateIndex
CREATE INDEX "follow_followed_municipality_id_idx" ON "follow"("followed_municipality_id");

-- CreateIndex
CREATE INDEX "report_steward_municipality_id_person_id_idx" ON "report_steward"("municipality_id", "person_id");

-- CreateIndex
CREATE INDEX "report_steward_municipality_id_stand_in_id_idx" ON "report_steward"("municipality_id", "stand_in_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_steward_municipality_id_report_id_key" ON "report_steward"("municipality_id", "report_id");

-- CreateIndex
CREATE INDEX "question_municipality_id_idx" ON "question"("municipality_id");

-- CreateIndex
CREATE INDEX "question_report_id_asked_at_idx" ON "question"("report_id", "asked_at" DESC);

-- CreateIndex
CREATE INDEX "question_asked_by_asked_at_idx" ON "question"("asked_by", "asked_at" DESC);

-- CreateIndex
CREATE INDEX "question_theme_code_idx" ON "question"("theme_code");

-- CreateIndex
CREATE INDEX "question_recipient_municipality_id_idx" ON "question_recipient"("municipality_id");

-- CreateIndex
CREATE INDEX "answer_question_id_idx" ON "answer"("question_id");

-- CreateIndex
CREATE INDEX "answer_municipality_id_idx" ON "answer"("municipality_id");

-- CreateIndex
CREATE INDEX "answer_answered_by_idx" ON "answer"("answered_by");

-- CreateIndex
CREATE INDEX "outdated_flag_municipality_id_idx" ON "outdated_flag"("municipality_id");

-- CreateIndex
CREATE INDEX "outdated_flag_flagged_by_idx" ON "outdated_flag"("flagged_by");

-- CreateIndex
CREATE UNIQUE INDEX "outdated_flag_report_id_flagged_by_key" ON "outdated_flag"("report_id", "flagged_by");

-- CreateIndex
CREATE INDEX "effect_follow_up_municipality_id_report_id_idx" ON "effect_follow_up"("municipality_id", "report_id");

-- CreateIndex
CREATE INDEX "effect_follow_up_municipality_id_answered_by_idx" ON "effect_follow_up"("municipality_id", "answered_by");

-- CreateIndex
CREATE INDEX "report_recommendation_report_id_idx" ON "report_recommendation"("report_id");

-- CreateIndex
CREATE INDEX "report_recommendation_municipality_id_given_by_idx" ON "report_recommendation"("municipality_id", "given_by");

-- CreateIndex
CREATE UNIQUE INDEX "report_recommendation_municipality_id_report_id_key" ON "report_recommendation"("municipality_id", "report_id");

-- CreateIndex
CREATE INDEX "recommendation_reply_recommendation_id_written_at_idx" ON "recommendation_reply"("recommendation_id", "written_at");

-- CreateIndex
CREATE INDEX "recommendation_reply_municipality_id_written_by_idx" ON "recommendation_reply"("municipality_id", "written_by");

-- CreateIndex
CREATE INDEX "report_evaluation_report_id_idx" ON "report_evaluation"("report_id");

-- CreateIndex
CREATE INDEX "report_evaluation_entered_by_idx" ON "report_evaluation"("entered_by");

-- CreateIndex
CREATE INDEX "reuse_municipality_id_said_by_idx" ON "reuse"("municipality_id", "said_by");

-- AddForeignKey
ALTER TABLE "news_item" ADD CONSTRAINT "news_item_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "news_item" ADD CONSTRAINT "news_item_recipient_municipality_id_fkey" FOREIGN KEY ("recipient_municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "news_item" ADD CONSTRAINT "news_item_recipient_id_fkey" FOREIGN KEY ("recipient_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "news_item" ADD CONSTRAINT "news_item_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "news_item" ADD CONSTRAINT "news_item_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "news_item" ADD CONSTRAINT "news_item_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "experience_report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "news_item" ADD CONSTRAINT "news_item_lesson_id_fkey" FOREIGN KEY ("lesson_id") REFERENCES "lesson"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "news_item" ADD CONSTRAINT "news_item_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_news_item_id_fkey" FOREIGN KEY ("news_item_id") REFERENCES "news_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_letter_id_fkey" FOREIGN KEY ("letter_id") REFERENCES "letter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "news_settings" ADD CONSTRAINT "news_settings_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter" ADD CONSTRAINT "letter_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "used_link" ADD CONSTRAINT "used_link_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow" ADD CONSTRAINT "follow_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow" ADD CONSTRAINT "follow_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow" ADD CONSTRAINT "follow_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "experience_report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow" ADD CONSTRAINT "follow_theme_code_fkey" FOREIGN KEY ("theme_code") REFERENCES "theme"("code") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow" ADD CONSTRAINT "follow_followed_municipality_id_fkey" FOREIGN KEY ("followed_municipality_id") REFERENCES "municipality"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reuse" ADD CONSTRAINT "reuse_municipality_id_said_by_fkey" FOREIGN KEY ("municipality_id", "said_by") REFERENCES "person"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_steward" ADD CONSTRAINT "report_steward_municipality_id_report_id_fkey" FOREIGN KEY ("municipality_id", "report_id") REFERENCES "experience_report"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_steward" ADD CONSTRAINT "report_steward_municipality_id_person_id_fkey" FOREIGN KEY ("municipality_id", "person_id") REFERENCES "person"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_steward" ADD CONSTRAINT "report_steward_municipality_id_stand_in_id_fkey" FOREIGN KEY ("municipality_id", "stand_in_id") REFERENCES "person"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "experience_report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_theme_code_fkey" FOREIGN KEY ("theme_code") REFERENCES "theme"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_asked_by_fkey" FOREIGN KEY ("asked_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_recipient" ADD CONSTRAINT "question_recipient_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_recipient" ADD CONSTRAINT "question_recipient_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_answered_by_fkey" FOREIGN KEY ("answered_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outdated_flag" ADD CONSTRAINT "outdated_flag_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outdated_flag" ADD CONSTRAINT "outdated_flag_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "experience_report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outdated_flag" ADD CONSTRAINT "outdated_flag_flagged_by_fkey" FOREIGN KEY ("flagged_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "effect_follow_up" ADD CONSTRAINT "effect_follow_up_municipality_id_report_id_fkey" FOREIGN KEY ("municipality_id", "report_id") REFERENCES "experience_report"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "effect_follow_up" ADD CONSTRAINT "effect_follow_up_municipality_id_answered_by_fkey" FOREIGN KEY ("municipality_id", "answered_by") REFERENCES "person"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_recommendation" ADD CONSTRAINT "report_recommendation_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_recommendation" ADD CONSTRAINT "report_recommendation_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "experience_report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_recommendation" ADD CONSTRAINT "report_recommendation_municipality_id_given_by_fkey" FOREIGN KEY ("municipality_id", "given_by") REFERENCES "person"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation_reply" ADD CONSTRAINT "recommendation_reply_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation_reply" ADD CONSTRAINT "recommendation_reply_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "report_recommendation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation_reply" ADD CONSTRAINT "recommendation_reply_municipality_id_written_by_fkey" FOREIGN KEY ("municipality_id", "written_by") REFERENCES "person"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_evaluation" ADD CONSTRAINT "report_evaluation_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "experience_report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_evaluation" ADD CONSTRAINT "report_evaluation_entered_by_fkey" FOREIGN KEY ("entered_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


ALTER TABLE follow ADD CONSTRAINT follow_one_check CHECK (num_nonnulls(project_id, report_id, theme_code, technology, followed_municipality_id) = 1);
CREATE UNIQUE INDEX follow_once ON follow (person_id, coalesce(project_id::text, report_id::text, theme_code, 'technology:' || technology, followed_municipality_id::text));
CREATE INDEX notice_unsettled ON notice (person_id) WHERE settled_at IS NULL;
CREATE INDEX letter_unsent ON letter (created_at) WHERE sent_at IS NULL;
CREATE INDEX news_item_unsearched ON news_item (created_at) WHERE searched_at IS NULL;
CREATE INDEX question_unanswered ON question (asked_at) WHERE answered_at IS NULL AND withdrawn_at IS NULL;
ALTER TABLE question ADD CONSTRAINT question_words_check CHECK (btrim(text) <> '' AND length(text) <= 4000 AND length(signature) <= 200);
ALTER TABLE answer ADD CONSTRAINT answer_words_check CHECK (btrim(text) <> '' AND length(text) <= 8000 AND length(signature) <= 200);
ALTER TABLE outdated_flag ADD CONSTRAINT outdated_flag_words_check CHECK (btrim(reason) <> '' AND length(reason) <= 1000);
ALTER TABLE effect_follow_up ADD CONSTRAINT effect_follow_up_check CHECK (months IN (6, 12, 24) AND length(comment) <= 2000);
ALTER TABLE report_recommendation ADD CONSTRAINT report_recommendation_words_check CHECK (length(comment) <= 2000);
ALTER TABLE recommendation_reply ADD CONSTRAINT recommendation_reply_words_check CHECK (btrim(text) <> '' AND length(text) <= 2000);
ALTER TABLE report_evaluation ADD CONSTRAINT report_evaluation_words_check CHECK (btrim(evaluator) <> '' AND url ~ '^https?://' AND length(url) <= 500);
ALTER TABLE report_steward ADD CONSTRAINT report_steward_two_check CHECK (person_id IS DISTINCT FROM stand_in_id);
ALTER TABLE news_settings ADD CONSTRAINT news_settings_language_check CHECK (language IN ('nb', 'nn', 'en'));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['news_item', 'notice', 'news_settings', 'letter', 'used_link', 'follow', 'report_steward', 'question', 'question_recipient', 'answer',
    'outdated_flag', 'effect_follow_up', 'report_recommendation', 'recommendation_reply', 'report_evaluation'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
  END LOOP;
  -- What is one person's alone.
  FOREACH t IN ARRAY ARRAY['notice', 'news_settings', 'letter', 'used_link', 'follow'] LOOP
    EXECUTE format('CREATE POLICY mine ON %I FOR SELECT TO delt_app USING (person_id = viewer_person() AND viewer_kind() IN (''staff'', ''advisor''))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['news_settings', 'letter', 'used_link', 'follow'] LOOP
    EXECUTE format('CREATE POLICY my_insert ON %I FOR INSERT TO delt_app WITH CHECK (person_id = viewer_person() AND viewer_kind() IN (''staff'', ''advisor''))', t);
  END LOOP;
END $$;

-- 'worker' is the program that writes and hands over letters; what a letter says it reads as the person it is written to.
CREATE POLICY readable ON news_item FOR SELECT TO delt_app USING (
  viewer_kind() IN ('staff', 'advisor')
  AND (recipient_municipality_id IS NULL OR recipient_municipality_id = viewer_municipality())
  AND (recipient_id IS NULL OR recipient_id = viewer_person())
  AND (report_id IS NULL OR EXISTS (SELECT 1 FROM experience_report r WHERE r.id = report_id))
  AND (project_id IS NULL OR EXISTS (SELECT 1 FROM project p WHERE p.id = project_id))
  AND (lesson_id IS NULL OR EXISTS (SELECT 1 FROM lesson l WHERE l.id = lesson_id))
  AND (question_id IS NULL OR EXISTS (SELECT 1 FROM question q WHERE q.id = question_id)));
CREATE POLICY worker_read ON news_item FOR SELECT TO delt_app USING (viewer_kind() = 'worker');
CREATE POLICY worker_update ON news_item FOR UPDATE TO delt_app USING (viewer_kind() = 'worker') WITH CHECK (viewer_kind() = 'worker');
CREATE POLICY doing_insert ON news_item FOR INSERT TO delt_app WITH CHECK (
  actor_id = viewer_person() AND municipality_id IS NOT DISTINCT FROM viewer_municipality() AND viewer_kind() IN ('staff', 'guest', 'advisor'));
GRANT SELECT, INSERT ON news_item TO delt_app;
GRANT UPDATE (searched_at) ON news_item TO delt_app;

CREATE POLICY my_hits ON notice FOR INSERT TO delt_app WITH CHECK (person_id = viewer_person() AND topic = 'searches' AND viewer_kind() IN ('staff', 'advisor'));
CREATE POLICY my_update ON notice FOR UPDATE TO delt_app USING (person_id = viewer_person()) WITH CHECK (person_id = viewer_person());
GRANT SELECT, INSERT ON notice TO delt_app;
GRANT UPDATE (seen_at, settled_at, letter_id) ON notice TO delt_app;

CREATE POLICY my_update ON news_settings FOR UPDATE TO delt_app USING (person_id = viewer_person()) WITH CHECK (person_id = viewer_person());
GRANT SELECT, INSERT, UPDATE ON news_settings TO delt_app;
CREATE POLICY my_delete ON follow FOR DELETE TO delt_app USING (person_id = viewer_person());
GRANT SELECT, INSERT, DELETE ON follow TO delt_app;
GRANT SELECT, INSERT ON used_link TO delt_app;

CREATE POLICY worker_read ON letter FOR SELECT TO delt_app USING (viewer_kind() = 'worker');
CREATE POLICY worker_update ON letter FOR UPDATE TO delt_app USING (viewer_kind() = 'worker') WITH CHECK (viewer_kind() = 'worker');
GRANT SELECT, INSERT ON letter TO delt_app;
GRANT UPDATE (sent_at) ON letter TO delt_app;

CREATE POLICY own_read ON report_steward FOR SELECT TO delt_app USING (is_own(municipality_id));
CREATE POLICY own_insert ON report_steward FOR INSERT TO delt_app WITH CHECK (is_own(municipality_id));
CREATE POLICY own_update ON report_steward FOR UPDATE TO delt_app USING (is_own(municipality_id)) WITH CHECK (is_own(municipality_id));
GRANT SELECT, INSERT, UPDATE ON report_steward TO delt_app;

CREATE POLICY own_read ON question_recipient FOR SELECT TO delt_app USING (is_own(municipality_id));
CREATE POLICY asker_insert ON question_recipient FOR INSERT TO delt_app
  WITH CHECK (EXISTS (SELECT 1 FROM question q WHERE q.id = question_id AND q.asked_by = viewer_person()));
GRANT SELECT, INSERT ON question_recipient TO delt_app;

CREATE POLICY readable ON question FOR SELECT TO delt_app USING (
  (report_id IS NULL AND viewer_kind() IN ('staff', 'advisor')) OR (EXISTS (SELECT 1 FROM experience_report r WHERE r.id = report_id) AND (
    (answered_at IS NOT NULL AND viewer_kind() IN ('visitor', 'staff', 'guest', 'advisor'))
    OR asked_by = viewer_person()
    OR is_own(municipality_id)
    OR (viewer_kind() = 'staff' AND EXISTS (SELECT 1 FROM question_recipient a WHERE a.question_id = question.id AND a.municipality_id = viewer_municipality()))
    OR (viewer_kind() = 'advisor' AND withdrawn_at IS NULL AND asked_at < now() - interval '7 days'))));
CREATE POLICY asker_insert ON question FOR INSERT TO delt_app WITH CHECK (asked_by = viewer_person() AND answered_at IS NULL
  AND municipality_id IS NOT DISTINCT FROM viewer_municipality() AND viewer_kind() IN ('staff', 'advisor')
  AND (report_id IS NULL OR EXISTS (SELECT 1 FROM experience_report r WHERE r.id = report_id AND r.status = 'published')));
CREATE POLICY asker_update ON question FOR UPDATE TO delt_app USING (asked_by = viewer_person() AND answered_at IS NULL) WITH CHECK (asked_by = viewer_person());
GRANT SELECT, INSERT ON question TO delt_app;
GRANT UPDATE (withdrawn_at) ON question TO delt_app;

CREATE POLICY readable ON answer FOR SELECT TO delt_app USING (EXISTS (SELECT 1 FROM question q WHERE q.id = question_id));
CREATE POLICY asked_insert ON answer FOR INSERT TO delt_app WITH CHECK (answered_by = viewer_person()
  AND municipality_id IS NOT DISTINCT FROM viewer_municipality() AND (
    (viewer_kind() = 'staff' AND EXISTS (SELECT 1 FROM question_recipient a WHERE a.question_id = answer.question_id AND a.municipality_id = viewer_municipality()))
    OR (viewer_kind() = 'staff' AND EXISTS (SELECT 1 FROM question q WHERE q.id = question_id AND q.report_id IS NULL))
    OR (viewer_kind() = 'advisor' AND EXISTS (SELECT 1 FROM question q WHERE q.id = question_id))));
GRANT SELECT, INSERT ON answer TO delt_app;

-- Read with the report they are about.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['outdated_flag', 'effect_follow_up', 'report_recommendation', 'report_evaluation'] LOOP
    EXECUTE format('CREATE POLICY readable ON %I FOR SELECT TO delt_app USING (EXISTS (SELECT 1 FROM experience_report r WHERE r.id = report_id))', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO delt_app', t);
  END LOOP;
END $$;
CREATE POLICY my_insert ON outdated_flag FOR INSERT TO delt_app WITH CHECK (flagged_by = viewer_person()
  AND municipality_id IS NOT DISTINCT FROM viewer_municipality() AND viewer_kind() IN ('staff', 'advisor'));
CREATE POLICY my_update ON outdated_flag FOR UPDATE TO delt_app USING (flagged_by = viewer_person()) WITH CHECK (flagged_by = viewer_person());
CREATE POLICY source_update ON outdated_flag FOR UPDATE TO delt_app
  USING (EXISTS (SELECT 1 FROM experience_report r WHERE r.id = report_id AND is_own(r.municipality_id)))
  WITH CHECK (EXISTS (SELECT 1 FROM experience_report r WHERE r.id = report_id AND is_own(r.municipality_id)));
GRANT UPDATE (reason, flagged_at, resolved_at) ON outdated_flag TO delt_app;
CREATE POLICY own_insert ON effect_follow_up FOR INSERT TO delt_app WITH CHECK (is_own(municipality_id));
CREATE POLICY own_update ON effect_follow_up FOR UPDATE TO delt_app USING (is_own(municipality_id)) WITH CHECK (is_own(municipality_id));
GRANT UPDATE ON effect_follow_up TO delt_app;
CREATE POLICY user_insert ON report_recommendation FOR INSERT TO delt_app WITH CHECK (is_own(municipality_id) AND given_by = viewer_person() AND EXISTS (
  SELECT 1 FROM reuse u WHERE u.municipality_id = report_recommendation.municipality_id AND u.report_id = report_recommendation.report_id AND u.confirmed_on IS NOT NULL));
CREATE POLICY own_update ON report_recommendation FOR UPDATE TO delt_app USING (is_own(municipality_id)) WITH CHECK (is_own(municipality_id) AND given_by = viewer_person());
GRANT UPDATE (answer, comment, given_by, given_at) ON report_recommendation TO delt_app;
CREATE POLICY readable ON recommendation_reply FOR SELECT TO delt_app USING (EXISTS (SELECT 1 FROM report_recommendation r WHERE r.id = recommendation_id));
CREATE POLICY own_insert ON recommendation_reply FOR INSERT TO delt_app WITH CHECK (is_own(municipality_id) AND written_by = viewer_person()
  AND EXISTS (SELECT 1 FROM report_recommendation r WHERE r.id = recommendation_id));
GRANT SELECT, INSERT ON recommendation_reply TO delt_app;
CREATE POLICY advisor_insert ON report_evaluation FOR INSERT TO delt_app WITH CHECK (viewer_kind() = 'advisor' AND entered_by = viewer_person());
CREATE POLICY advisor_delete ON report_evaluation FOR DELETE TO delt_app USING (viewer_kind() = 'advisor');
GRANT DELETE ON report_evaluation TO delt_app;

CREATE FUNCTION portfolio_minders(municipality uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SET search_path = '' AS $$
  SELECT p.id FROM public.person p WHERE p.municipality_id = municipality AND p.status = 'active' AND p.home_person_id IS NULL
    AND EXISTS (SELECT 1 FROM public.role_assignment a WHERE a.person_id = p.id AND a.role IN ('portfolio_manager', 'municipality_admin'))
$$;

-- Those who answer for a report: steward and stand-in; where both are gone, those who ran the project; where they are gone too, whoever minds the portfolio.
CREATE FUNCTION stewards_of(report uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SET search_path = '' AS $$
  WITH stewards AS (
    SELECT p.id FROM public.report_steward s JOIN public.person p ON p.id IN (s.person_id, s.stand_in_id) WHERE s.report_id = report AND p.status = 'active'),
  runners AS (
    SELECT p.id FROM public.experience_report r JOIN public.project_member m ON m.project_id = r.project_id AND m.role IN ('project_manager', 'project_owner')
      JOIN public.person p ON p.id = m.person_id WHERE r.id = report AND p.status = 'active' AND p.home_person_id IS NULL)
  SELECT id FROM stewards
  UNION SELECT id FROM runners WHERE NOT EXISTS (SELECT 1 FROM stewards)
  UNION SELECT x FROM public.experience_report r, public.portfolio_minders(r.municipality_id) x
    WHERE r.id = report AND NOT EXISTS (SELECT 1 FROM stewards) AND NOT EXISTS (SELECT 1 FROM runners)
$$;

-- Whoever said that a municipality uses a report; where they are gone, whoever minds the portfolio there.
CREATE FUNCTION adopters_in(adopter uuid, report uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SET search_path = '' AS $$
  WITH said AS (SELECT p.id FROM public.reuse u JOIN public.person p ON p.id = u.said_by WHERE u.municipality_id = adopter AND u.report_id = report AND p.status = 'active')
  SELECT id FROM said UNION SELECT x FROM public.portfolio_minders(adopter) x WHERE NOT EXISTS (SELECT 1 FROM said)
$$;

-- Whose business a piece of news is, beside those who follow.
CREATE FUNCTION people_concerned(item public.news_item) RETURNS SETOF uuid LANGUAGE sql STABLE SET search_path = '' AS $$
  SELECT public.stewards_of(item.report_id) WHERE item.kind IN
    ('report_outdated', 'recommendation_given', 'reuse_confirmed', 'report_to_confirm', 'effect_to_follow_up', 'review_given', 'report_merged', 'improvement_offered',
     'question_asked')
  UNION SELECT x FROM public.question_recipient a, public.experience_report r, public.adopters_in(a.municipality_id, item.report_id) x
    WHERE item.kind = 'question_asked' AND a.question_id = item.question_id AND r.id = item.report_id AND a.municipality_id <> r.municipality_id
  UNION SELECT item.recipient_id WHERE item.recipient_id IS NOT NULL
  UNION SELECT q.asked_by FROM public.question q WHERE item.kind = 'question_answered' AND q.id = item.question_id
  UNION SELECT public.portfolio_minders(item.recipient_municipality_id) WHERE item.kind = 'reuse_proposed'
  UNION SELECT public.adopters_in(item.recipient_municipality_id, item.report_id) WHERE item.kind = 'reuse_to_confirm'
  UNION SELECT p.id FROM public.project_member m JOIN public.person p ON p.id = m.person_id AND p.status = 'active' AND p.home_person_id IS NULL
    WHERE item.kind IN ('status_published', 'gate_decided', 'advice_sent') AND m.project_id = item.project_id
$$;

-- Who follows what a piece of news is about.
CREATE FUNCTION people_following(item public.news_item) RETURNS SETOF uuid LANGUAGE sql STABLE SET search_path = '' AS $$
  WITH about AS (
    SELECT r.theme_code, r.technologies, r.project_id FROM public.experience_report r WHERE r.id = item.report_id
    UNION ALL SELECT p.theme_code, p.technologies, p.id FROM public.project p WHERE p.id = item.project_id
    UNION ALL SELECT l.theme_code, ARRAY[]::text[], NULL FROM public.lesson l WHERE l.id = item.lesson_id
    UNION ALL SELECT q.theme_code, ARRAY[]::text[], NULL FROM public.question q WHERE q.id = item.question_id AND q.report_id IS NULL)
  SELECT f.person_id FROM public.follow f WHERE f.report_id = item.report_id
    AND item.kind IN ('report_revised', 'reuse_confirmed', 'recommendation_given', 'question_answered')
  UNION SELECT f.person_id FROM public.follow f JOIN about a ON f.project_id = a.project_id
    WHERE item.kind IN ('status_published', 'gate_decided', 'report_published', 'plan_shared')
  UNION SELECT f.person_id FROM public.follow f JOIN about a ON f.theme_code = a.theme_code WHERE item.kind IN ('report_published', 'lesson_shared', 'plan_shared', 'question_asked')
  UNION SELECT f.person_id FROM public.follow f WHERE item.kind IN ('report_published', 'plan_shared')
    AND f.technology IN (SELECT lower(x) FROM about a, unnest(a.technologies) x)
  UNION SELECT f.person_id FROM public.follow f WHERE f.followed_municipality_id = item.municipality_id
    AND item.kind IN ('report_published', 'lesson_shared', 'plan_shared')
$$;

-- What the letters about one's own business are grouped by.
CREATE FUNCTION own_topic(kind public.news_kind) RETURNS public.news_topic LANGUAGE sql IMMUTABLE SET search_path = '' AS $$
  SELECT (CASE WHEN kind IN ('question_asked', 'question_answered') THEN 'questions'
    WHEN kind IN ('report_to_confirm', 'reuse_to_confirm', 'effect_to_follow_up') THEN 'upkeep' ELSE 'work' END)::public.news_topic
$$;

-- Tells everybody once, in the transaction of what happened. Nobody is told what they did themselves, and a municipality's own news stays there.
CREATE FUNCTION tell_people() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  INSERT INTO public.notice (news_item_id, person_id, topic)
  -- What is one's own business comes before what one follows.
  SELECT NEW.id, told.person_id, min(told.topic) FROM (
    SELECT x AS person_id, public.own_topic(NEW.kind) AS topic FROM public.people_concerned(NEW) x
    UNION ALL SELECT x, 'followed'::public.news_topic FROM public.people_following(NEW) x) told
  JOIN public.person p ON p.id = told.person_id
  WHERE p.status = 'active' AND told.person_id IS DISTINCT FROM NEW.actor_id
    AND (NEW.recipient_municipality_id IS NULL OR p.municipality_id = NEW.recipient_municipality_id)
  GROUP BY told.person_id
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER tell_people AFTER INSERT ON news_item FOR EACH ROW EXECUTE FUNCTION tell_people();

-- The first answer makes the question a part of the case.
CREATE FUNCTION note_answer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE public.question SET answered_at = NEW.answered_at WHERE id = NEW.question_id AND answered_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER note_answer AFTER INSERT ON answer FOR EACH ROW EXECUTE FUNCTION note_answer();

-- Whom the worker has something to write to at this cadence; `usual` says the cadence of each topic for those who have chosen nothing.
CREATE FUNCTION people_to_write_to(wanted public.cadence, usual jsonb) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT DISTINCT n.person_id FROM public.notice n JOIN public.person p ON p.id = n.person_id AND p.status = 'active' AND p.email IS NOT NULL
    LEFT JOIN public.news_settings s ON s.person_id = n.person_id
  WHERE n.settled_at IS NULL AND coalesce(to_jsonb(s) ->> n.topic::text, usual ->> n.topic::text) = wanted::text AND public.viewer_kind() = 'worker'
$$;

-- Asks for what is due: a report that nobody has confirmed for a year, reuse likewise, effects after 6, 12 and 24 months. Asks again after 90 days. Gives how many were asked.
CREATE FUNCTION ask_for_upkeep(today date) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE asked integer;
BEGIN
  IF public.viewer_kind() IS DISTINCT FROM 'worker' THEN RAISE EXCEPTION 'only the worker asks' USING ERRCODE = '42501'; END IF;
  -- Two workers at once ask once.
  PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('ask-for-upkeep', 0));
  WITH due AS (
    SELECT 'report_to_confirm'::public.news_kind AS kind, r.id AS report_id, r.municipality_id, NULL::integer AS months
    FROM public.experience_report r WHERE r.status = 'published' AND r.confirmed_on <= today - interval '12 months'
    UNION ALL
    SELECT 'reuse_to_confirm', u.report_id, u.municipality_id, NULL
    FROM public.reuse u JOIN public.experience_report r ON r.id = u.report_id AND r.status = 'published'
    WHERE u.state IN ('planned', 'in_progress', 'in_operation') AND u.confirmed_on <= today - interval '12 months'
    UNION ALL
    SELECT 'effect_to_follow_up', r.id, r.municipality_id, max(m)
    FROM public.experience_report r, unnest(ARRAY[6, 12, 24]) m
    WHERE r.status = 'published' AND r.published_at <= today - make_interval(months => m)
    GROUP BY r.id, r.municipality_id
    HAVING NOT EXISTS (SELECT 1 FROM public.effect_follow_up f WHERE f.report_id = r.id AND f.months >= max(m)))
  INSERT INTO public.news_item (id, kind, report_id, recipient_municipality_id, months)
  SELECT gen_random_uuid(), due.kind, due.report_id, due.municipality_id, due.months FROM due
  WHERE NOT EXISTS (SELECT 1 FROM public.news_item n WHERE n.report_id = due.report_id AND n.kind = due.kind AND n.recipient_municipality_id = due.municipality_id
    AND n.months IS NOT DISTINCT FROM due.months AND n.created_at > today - interval '90 days');
  GET DIAGNOSTICS asked = ROW_COUNT;
  RETURN asked;
END $$;

REVOKE EXECUTE ON FUNCTION tell_people(), note_answer(), people_to_write_to(public.cadence, jsonb), ask_for_upkeep(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION people_to_write_to(public.cadence, jsonb), ask_for_upkeep(date) TO delt_app;
