-- Whom each kind of news reaches.

-- What can be read no longer is told with the words it had, to those who could read it.
ALTER TABLE news_item ADD COLUMN title text, ADD COLUMN reason text NOT NULL DEFAULT '',
  ADD CONSTRAINT news_item_words_check CHECK ((title IS NULL) = (kind <> 'report_withdrawn') AND length(title) <= 300 AND length(reason) <= 2000);
ALTER POLICY readable ON news_item USING (
  viewer_kind() IN ('staff', 'advisor')
  AND (recipient_municipality_id IS NULL OR recipient_municipality_id = viewer_municipality())
  AND (recipient_id IS NULL OR recipient_id = viewer_person())
  AND (report_id IS NULL OR EXISTS (SELECT 1 FROM experience_report r WHERE r.id = report_id)
    OR (title IS NOT NULL AND EXISTS (SELECT 1 FROM notice n WHERE n.news_item_id = news_item.id AND n.person_id = viewer_person())))
  AND (project_id IS NULL OR EXISTS (SELECT 1 FROM project p WHERE p.id = project_id))
  AND (lesson_id IS NULL OR EXISTS (SELECT 1 FROM lesson l WHERE l.id = lesson_id))
  AND (question_id IS NULL OR EXISTS (SELECT 1 FROM question q WHERE q.id = question_id))
  AND (document_id IS NULL OR may_find(document_id)));

-- Decisions are the municipality's own, however far its project is shared.
UPDATE news_item SET recipient_municipality_id = municipality_id WHERE kind = 'gate_decided';

-- How many days a question waits before the advisors help; `lib/questions/rules.ts` says the same.
CREATE FUNCTION days_to_advisors() RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = '' RETURN 7;
DROP POLICY readable ON question;
CREATE POLICY readable ON question FOR SELECT TO delt_app USING (
  (report_id IS NULL AND viewer_kind() IN ('staff', 'advisor')) OR (EXISTS (SELECT 1 FROM experience_report r WHERE r.id = report_id) AND (
    (answered_at IS NOT NULL AND viewer_kind() IN ('visitor', 'staff', 'guest', 'advisor'))
    OR asked_by = viewer_person()
    OR is_own(municipality_id)
    OR (viewer_kind() = 'staff' AND EXISTS (SELECT 1 FROM question_recipient a WHERE a.question_id = question.id AND a.municipality_id = viewer_municipality()))
    OR (viewer_kind() = 'advisor' AND withdrawn_at IS NULL AND asked_at < now() - make_interval(days => days_to_advisors())))));

CREATE FUNCTION advisors() RETURNS SETOF uuid LANGUAGE sql STABLE SET search_path = '' AS $$
  SELECT p.id FROM public.person p WHERE p.municipality_id IS NULL AND p.status = 'active'
    AND EXISTS (SELECT 1 FROM public.role_assignment a WHERE a.person_id = p.id AND a.role = 'advisor')
$$;

-- When a part that is offered was last made better, or otherwise other than it was.
ALTER TABLE report_part ADD COLUMN improved_at timestamptz(6);
CREATE FUNCTION note_improvement() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  IF NEW.is_offered AND NEW.content IS DISTINCT FROM OLD.content THEN NEW.improved_at := now(); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER note_improvement BEFORE UPDATE ON report_part FOR EACH ROW EXECUTE FUNCTION note_improvement();

-- Those who run the projects that began as a copy of what a report tells of, or took parts from it; where they are gone, whoever minds the portfolio
-- there. `improved`: only those who hold a part that has been made better in this transaction.
CREATE FUNCTION holders_of(report uuid, improved boolean) RETURNS SETOF uuid LANGUAGE sql STABLE SET search_path = '' AS $$
  WITH held AS (
    SELECT DISTINCT c.municipality_id, c.project_id FROM public.experience_report r JOIN public.project_copy c ON c.source_project_id = r.project_id
    WHERE r.id = report AND (NOT improved OR EXISTS (SELECT 1 FROM public.copied_part h JOIN public.report_part p ON p.report_id = r.id AND p.kind = h.kind
      WHERE h.project_copy_id = c.id AND p.improved_at = now()))),
  runners AS (
    SELECT h.project_id, p.id FROM held h JOIN public.project_member m ON m.project_id = h.project_id AND m.role IN ('project_manager', 'project_owner')
      JOIN public.person p ON p.id = m.person_id AND p.status = 'active' AND p.home_person_id IS NULL)
  SELECT id FROM runners
  UNION SELECT x FROM held h, public.portfolio_minders(h.municipality_id) x WHERE NOT EXISTS (SELECT 1 FROM runners r WHERE r.project_id = h.project_id)
$$;

-- Those who say that their municipality uses a report, in every municipality whose reuse counts.
CREATE FUNCTION adopters_told(report uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SET search_path = '' AS $$
  SELECT x FROM public.reuse u, public.adopters_in(u.municipality_id, report) x WHERE u.report_id = report AND public.reuse_counts(u.state, u.confirmed_on)
$$;

-- Whether somebody could read a report by its audience, when it was published last.
CREATE FUNCTION could_read(person uuid, report uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = '' AS $$
  SELECT EXISTS (SELECT 1 FROM public.experience_report r, public.person p WHERE r.id = report AND p.id = person
    AND (p.municipality_id = r.municipality_id OR r.visibility IN ('open', 'municipalities')
      OR (r.visibility = 'collaboration' AND EXISTS (SELECT 1 FROM public.collaboration_member m
        WHERE m.collaboration_id = r.visible_to_collaboration_id AND m.municipality_id = p.municipality_id))))
$$;

CREATE OR REPLACE FUNCTION people_concerned(item public.news_item) RETURNS SETOF uuid LANGUAGE sql STABLE SET search_path = '' AS $$
  SELECT public.stewards_of(item.report_id) WHERE item.kind IN
    ('report_outdated', 'recommendation_given', 'reuse_confirmed', 'report_to_confirm', 'effect_to_follow_up', 'review_given', 'report_merged', 'improvement_offered',
     'question_asked', 'report_featured')
  UNION SELECT m.person_id FROM public.experience_report r JOIN public.project_member m ON m.project_id = r.project_id AND m.role = 'project_owner'
    WHERE item.kind = 'report_featured' AND r.id = item.report_id
  UNION SELECT x FROM public.question_recipient a, public.experience_report r, public.adopters_in(a.municipality_id, item.report_id) x
    WHERE item.kind = 'question_asked' AND a.question_id = item.question_id AND r.id = item.report_id AND a.municipality_id <> r.municipality_id
  UNION SELECT item.recipient_id WHERE item.recipient_id IS NOT NULL
  UNION SELECT q.asked_by FROM public.question q WHERE item.kind = 'question_answered' AND q.id = item.question_id
  UNION SELECT public.portfolio_minders(item.recipient_municipality_id) WHERE item.kind = 'reuse_proposed'
  UNION SELECT public.adopters_in(item.recipient_municipality_id, item.report_id) WHERE item.kind IN ('reuse_to_confirm', 'recommendation_wanted')
  UNION SELECT p.id FROM public.project_member m JOIN public.person p ON p.id = m.person_id AND p.status = 'active' AND p.home_person_id IS NULL
    WHERE item.kind IN ('status_published', 'gate_decided', 'advice_sent') AND m.project_id = item.project_id
  UNION SELECT public.holders_of(item.report_id, item.kind = 'part_improved') WHERE item.kind IN ('part_improved', 'report_withdrawn')
  UNION SELECT public.adopters_told(item.report_id) WHERE item.kind = 'report_withdrawn' OR (item.kind = 'part_improved'
    AND EXISTS (SELECT 1 FROM public.report_part p WHERE p.report_id = item.report_id AND p.improved_at = now()))
  -- A question to all that nobody follows the theme of still reaches somebody.
  UNION SELECT a FROM public.advisors() a WHERE (item.kind = 'question_to_advisors'
    AND a IS DISTINCT FROM (SELECT q.asked_by FROM public.question q WHERE q.id = item.question_id)) OR (item.kind = 'question_asked' AND item.report_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM public.people_following(item) x WHERE x IS DISTINCT FROM item.actor_id))
$$;

CREATE OR REPLACE FUNCTION people_following(item public.news_item) RETURNS SETOF uuid LANGUAGE sql STABLE SET search_path = '' AS $$
  WITH about AS (
    SELECT r.theme_code, r.technologies, r.project_id FROM public.experience_report r WHERE r.id = item.report_id
    UNION ALL SELECT p.theme_code, p.technologies, p.id FROM public.project p WHERE p.id = item.project_id
    UNION ALL SELECT l.theme_code, l.technologies, NULL FROM public.lesson l WHERE l.id = item.lesson_id
    UNION ALL SELECT q.theme_code, ARRAY[]::text[], NULL FROM public.question q WHERE q.id = item.question_id AND q.report_id IS NULL)
  SELECT f.person_id FROM public.follow f WHERE f.report_id = item.report_id
    AND item.kind IN ('report_revised', 'reuse_confirmed', 'recommendation_given', 'question_answered', 'report_withdrawn')
  UNION SELECT f.person_id FROM public.follow f JOIN about a ON f.project_id = a.project_id WHERE item.kind IN ('report_published', 'plan_shared', 'plan_changed')
  -- What a municipality decides and reports of its own project is told there alone.
  UNION SELECT f.person_id FROM public.follow f JOIN about a ON f.project_id = a.project_id JOIN public.person p ON p.id = f.person_id
    WHERE item.kind IN ('status_published', 'gate_decided') AND p.municipality_id = item.municipality_id
  UNION SELECT f.person_id FROM public.follow f JOIN about a ON f.theme_code = a.theme_code WHERE item.kind IN ('report_published', 'lesson_shared', 'plan_shared', 'question_asked')
  UNION SELECT f.person_id FROM public.follow f WHERE item.kind IN ('report_published', 'lesson_shared', 'plan_shared')
    AND f.technology IN (SELECT lower(x) FROM about a, unnest(a.technologies) x)
  UNION SELECT f.person_id FROM public.follow f WHERE f.followed_municipality_id = item.municipality_id
    AND item.kind IN ('report_published', 'lesson_shared', 'plan_shared')
$$;

CREATE OR REPLACE FUNCTION own_topic(kind public.news_kind) RETURNS public.news_topic LANGUAGE sql IMMUTABLE SET search_path = '' AS $$
  SELECT (CASE WHEN kind IN ('question_asked', 'question_answered', 'question_to_advisors', 'question_unanswered', 'recommendation_replied') THEN 'questions'
    WHEN kind IN ('report_to_confirm', 'reuse_to_confirm', 'effect_to_follow_up', 'recommendation_wanted') THEN 'upkeep' ELSE 'work' END)::public.news_topic
$$;

-- Tells everybody once, in the transaction of what happened. Nobody is told what they did themselves, and a municipality's own news stays there.
CREATE OR REPLACE FUNCTION tell_people() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  INSERT INTO public.notice (news_item_id, person_id, topic)
  -- What is one's own business comes before what one follows.
  SELECT NEW.id, told.person_id, min(told.topic) FROM (
    SELECT x AS person_id, public.own_topic(NEW.kind) AS topic FROM public.people_concerned(NEW) x
    UNION ALL SELECT x, 'followed'::public.news_topic FROM public.people_following(NEW) x) told
  JOIN public.person p ON p.id = told.person_id
  WHERE p.status = 'active' AND told.person_id IS DISTINCT FROM NEW.actor_id
    AND (NEW.recipient_municipality_id IS NULL OR p.municipality_id = NEW.recipient_municipality_id)
    AND (NEW.kind <> 'report_withdrawn' OR public.could_read(told.person_id, NEW.report_id))
  GROUP BY told.person_id
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

-- Asks those who have a report in operation whether they recommend it, once a year until they have said so. Gives how many were asked.
CREATE FUNCTION ask_for_recommendations(today date) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE asked integer;
BEGIN
  IF public.viewer_kind() IS DISTINCT FROM 'worker' THEN RAISE EXCEPTION 'only the worker asks' USING ERRCODE = '42501'; END IF;
  PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('ask-for-upkeep', 0));
  INSERT INTO public.news_item (id, kind, report_id, recipient_municipality_id)
  SELECT gen_random_uuid(), 'recommendation_wanted', u.report_id, u.municipality_id
  FROM public.reuse u JOIN public.experience_report r ON r.id = u.report_id AND r.status = 'published'
  WHERE u.state = 'in_operation' AND public.reuse_counts(u.state, u.confirmed_on)
    AND NOT EXISTS (SELECT 1 FROM public.report_recommendation g WHERE g.report_id = u.report_id AND g.municipality_id = u.municipality_id)
    AND NOT EXISTS (SELECT 1 FROM public.news_item n WHERE n.report_id = u.report_id AND n.kind = 'recommendation_wanted'
      AND n.recipient_municipality_id = u.municipality_id AND n.created_at > today - interval '360 days');
  GET DIAGNOSTICS asked = ROW_COUNT;
  RETURN asked;
END $$;

-- What nobody has answered in time is passed on to the advisors, and whoever asked is told; once. What is older than that by far is left.
CREATE FUNCTION pass_on_questions() RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE passed integer;
BEGIN
  IF public.viewer_kind() IS DISTINCT FROM 'worker' THEN RAISE EXCEPTION 'only the worker passes on' USING ERRCODE = '42501'; END IF;
  PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('pass-on-questions', 0));
  WITH waiting AS (
    SELECT q.id, q.report_id, q.asked_by, q.municipality_id FROM public.question q
    WHERE q.answered_at IS NULL AND q.withdrawn_at IS NULL AND q.asked_at < now() - make_interval(days => public.days_to_advisors())
      AND q.asked_at > now() - interval '60 days'
      AND NOT EXISTS (SELECT 1 FROM public.news_item n WHERE n.question_id = q.id AND n.kind = 'question_unanswered')),
  passed_on AS (
    INSERT INTO public.news_item (id, kind, question_id, report_id, municipality_id)
    SELECT gen_random_uuid(), 'question_to_advisors', w.id, w.report_id, w.municipality_id FROM waiting w)
  INSERT INTO public.news_item (id, kind, question_id, report_id, recipient_id)
  SELECT gen_random_uuid(), 'question_unanswered', w.id, w.report_id, w.asked_by FROM waiting w;
  GET DIAGNOSTICS passed = ROW_COUNT;
  RETURN passed;
END $$;

REVOKE EXECUTE ON FUNCTION ask_for_recommendations(date), pass_on_questions() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ask_for_recommendations(date), pass_on_questions() TO delt_app;
