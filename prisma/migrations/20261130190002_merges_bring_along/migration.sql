-- What is said of a report that is merged into another comes along to that one: reuse, recommendations and questions. It goes back when the merging is
-- undone, or the other is taken back, or is for fewer readers: else nobody who could read it would find it any more.

ALTER TABLE "reuse" ADD COLUMN "moved_from" UUID;
ALTER TABLE "report_recommendation" ADD COLUMN "moved_from" UUID;
ALTER TABLE "question" ADD COLUMN "moved_from" UUID;

-- CreateIndex
CREATE INDEX "reuse_moved_from_idx" ON "reuse"("moved_from");

-- CreateIndex
CREATE INDEX "report_recommendation_moved_from_idx" ON "report_recommendation"("moved_from");

-- CreateIndex
CREATE INDEX "question_moved_from_idx" ON "question"("moved_from");

-- Whether everybody who may read the one, by its audience, may read the other.
CREATE FUNCTION is_read_as_widely(other uuid, one uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = '' AS $$
  SELECT EXISTS (SELECT 1 FROM public.experience_report o, public.experience_report n WHERE o.id = other AND n.id = one AND o.status = 'published'
    AND (o.visibility = 'open' OR (o.visibility = 'municipalities' AND n.visibility <> 'open')
      OR (o.visibility = 'collaboration' AND n.visibility = 'collaboration' AND o.visible_to_collaboration_id = n.visible_to_collaboration_id)))
$$;

-- Puts what has been said of a report where it is to be read: with the one it is merged into, or at home. A municipality says one thing of each report, and
-- nothing of how it uses its own. What has come along from elsewhere is settled with where it came from.
CREATE FUNCTION settle_merge(away uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE kept uuid; host uuid;
BEGIN
  UPDATE public.question SET report_id = away, moved_from = NULL WHERE moved_from = away;
  UPDATE public.reuse u SET report_id = away, moved_from = NULL WHERE u.moved_from = away
    AND NOT EXISTS (SELECT 1 FROM public.reuse o WHERE o.report_id = away AND o.municipality_id = u.municipality_id);
  UPDATE public.report_recommendation g SET report_id = away, moved_from = NULL WHERE g.moved_from = away
    AND NOT EXISTS (SELECT 1 FROM public.report_recommendation o WHERE o.report_id = away AND o.municipality_id = g.municipality_id);
  SELECT m.into_report_id, r.municipality_id INTO kept, host FROM public.report_merge m JOIN public.experience_report r ON r.id = m.into_report_id
    WHERE m.report_id = away AND public.is_read_as_widely(m.into_report_id, away);
  IF kept IS NULL THEN RETURN; END IF;
  UPDATE public.question SET report_id = kept, moved_from = away WHERE report_id = away AND moved_from IS NULL;
  UPDATE public.reuse u SET report_id = kept, moved_from = away WHERE u.report_id = away AND u.moved_from IS NULL AND u.municipality_id <> host
    AND NOT EXISTS (SELECT 1 FROM public.reuse o WHERE o.report_id = kept AND o.municipality_id = u.municipality_id);
  UPDATE public.report_recommendation g SET report_id = kept, moved_from = away WHERE g.report_id = away AND g.moved_from IS NULL AND g.municipality_id <> host
    AND NOT EXISTS (SELECT 1 FROM public.report_recommendation o WHERE o.report_id = kept AND o.municipality_id = g.municipality_id);
END $$;
REVOKE EXECUTE ON FUNCTION settle_merge(uuid) FROM PUBLIC;

DROP TRIGGER followers_come_along ON report_merge;
DROP FUNCTION followers_come_along();
CREATE FUNCTION merge_brings_along() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM public.settle_merge(OLD.report_id);
    RETURN NULL;
  END IF;
  -- Whoever follows hears of the one that is kept. They go on following both if the merging is undone.
  INSERT INTO public.follow (id, person_id, report_id) SELECT gen_random_uuid(), f.person_id, NEW.into_report_id FROM public.follow f WHERE f.report_id = NEW.report_id
  ON CONFLICT DO NOTHING;
  PERFORM public.settle_merge(NEW.report_id);
  -- What was found by way of this one is found by way of the last one, also where whoever merges may not read it.
  UPDATE public.report_merge SET into_report_id = NEW.into_report_id WHERE into_report_id = NEW.report_id;
  PERFORM public.settle_merge(m.report_id) FROM public.report_merge m WHERE m.into_report_id = NEW.into_report_id AND m.report_id <> NEW.report_id;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION merge_brings_along() FROM PUBLIC;
CREATE TRIGGER merge_brings_along AFTER INSERT OR DELETE ON report_merge FOR EACH ROW EXECUTE FUNCTION merge_brings_along();

CREATE FUNCTION audience_settles_merges() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM public.settle_merge(m.report_id) FROM public.report_merge m WHERE NEW.id IN (m.report_id, m.into_report_id);
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION audience_settles_merges() FROM PUBLIC;
CREATE TRIGGER audience_settles_merges AFTER UPDATE OF status, visibility, visible_to_collaboration_id ON experience_report FOR EACH ROW
  WHEN ((OLD.status, OLD.visibility, OLD.visible_to_collaboration_id) IS DISTINCT FROM (NEW.status, NEW.visibility, NEW.visible_to_collaboration_id))
  EXECUTE FUNCTION audience_settles_merges();

-- A report that others are merged into may be merged on: then they lead straight to the last one. Still one step only.
CREATE OR REPLACE FUNCTION refuse_merge_chain() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('report-merge', 0));
  IF EXISTS (SELECT 1 FROM public.report_merge g WHERE g.report_id = NEW.into_report_id) THEN
    RAISE EXCEPTION 'nothing is merged into a report that is merged away' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;

-- What comes along when one report is merged into another, told to advisors before they do it.
CREATE FUNCTION merge_consequences(away uuid, kept uuid) RETURNS TABLE (followers int, questions int, reuses int, builders int, merged int, stays boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT (SELECT count(*)::int FROM public.follow f WHERE f.report_id = away),
    (SELECT count(*)::int FROM public.question q WHERE q.report_id = away AND q.withdrawn_at IS NULL),
    (SELECT count(*)::int FROM public.reuse u WHERE u.report_id = away AND public.reuse_counts(u.state, u.confirmed_on)),
    (SELECT count(DISTINCT c.municipality_id)::int FROM public.experience_report r JOIN public.project_copy c ON c.source_project_id = r.project_id WHERE r.id = away),
    (SELECT count(*)::int FROM public.report_merge m WHERE m.into_report_id = away),
    NOT public.is_read_as_widely(kept, away)
  WHERE public.viewer_kind() = 'advisor'
    AND EXISTS (SELECT 1 FROM public.experience_report r WHERE r.id = away AND r.status = 'published' AND r.visibility IN ('open', 'municipalities'))
$$;
REVOKE EXECUTE ON FUNCTION merge_consequences(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION merge_consequences(uuid, uuid) TO delt_app;
