-- What was found says why, whatever is shared is news to those who have saved a search, and what people searched for is kept no longer than it is of use.

ALTER TABLE "search_document" ADD COLUMN "names" TEXT[] NOT NULL DEFAULT '{}',
ADD COLUMN "body" TEXT NOT NULL DEFAULT '',
ADD COLUMN "shared_at" TIMESTAMPTZ(6),
ADD COLUMN "shared_as" "visibility";

-- What is there already was shared when it was dated, so far as anybody knows: no news to anybody.
UPDATE search_document d SET shared_as = thing.audience, shared_at = least(now(), coalesce(d.dated_on::timestamptz, thing.made_at, now()))
FROM (
  SELECT d.id, coalesce(r.visibility, p.visibility, l.visibility, 'open') AS audience, coalesce(p.created_at, l.created_at) AS made_at
  FROM search_document d LEFT JOIN report_part rp ON rp.id = d.part_id LEFT JOIN experience_report r ON r.id = coalesce(d.report_id, rp.report_id)
    LEFT JOIN project p ON p.id = d.project_id LEFT JOIN lesson l ON l.id = d.lesson_id
  WHERE d.kind IN ('report', 'project', 'lesson', 'part', 'collection')) thing
WHERE thing.id = d.id AND thing.audience <> 'municipality';
UPDATE search_document d SET dated_on = coalesce(d.shared_at, p.created_at)::date FROM project p WHERE p.id = d.project_id;

-- The index is renewed in place: what was told of a document stays told.
DO $$
DECLARE mine text := 'viewer_kind() = ''guest'' AND (project_id IN (SELECT guest_projects())
  OR EXISTS (SELECT 1 FROM lesson l WHERE l.id = lesson_id AND l.project_id IN (SELECT guest_projects())))';
BEGIN
  EXECUTE format('CREATE POLICY visiting_update ON search_document FOR UPDATE TO delt_app USING (%1$s) WITH CHECK (municipality_id = viewer_municipality() AND %1$s)', mine);
END $$;
CREATE POLICY advisor_update ON search_document FOR UPDATE TO delt_app USING (viewer_kind() = 'advisor' AND collection_id IS NOT NULL)
  WITH CHECK (viewer_kind() = 'advisor' AND kind = 'collection');

ALTER TABLE "news_item" ADD COLUMN "document_id" UUID;
CREATE INDEX "news_item_document_id_idx" ON "news_item"("document_id");
ALTER TABLE "news_item" ADD CONSTRAINT "news_item_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "search_document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Saved searches are held against what came since each was last looked at, not against what is marked once for all.
DROP POLICY worker_update ON news_item;
DROP INDEX news_item_unsearched;
ALTER TABLE "news_item" DROP COLUMN "searched_at";
CREATE INDEX news_item_findable ON news_item (created_at) WHERE document_id IS NOT NULL;
ALTER TABLE "saved_search" ADD COLUMN "searched_until" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- A document that others can find from now on is news. What was shared long ago, and is only indexed now, is none.
CREATE FUNCTION tell_of_findable() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF NEW.shared_at > now() - interval '1 hour' AND (TG_OP = 'INSERT' OR OLD.shared_at IS DISTINCT FROM NEW.shared_at) THEN
    INSERT INTO public.news_item (id, kind, municipality_id, actor_id, document_id)
    VALUES (gen_random_uuid(), 'findable', public.viewer_municipality(), public.viewer_person(), NEW.id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER tell_of_findable AFTER INSERT OR UPDATE OF shared_at ON search_document FOR EACH ROW EXECUTE FUNCTION tell_of_findable();

-- A municipality of the register is found by all; that it takes part is news.
CREATE FUNCTION find_participant() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE public.search_document SET shared_at = CASE WHEN NEW.joined_on < current_date THEN NEW.joined_on ELSE now() END, dated_on = NEW.joined_on, shared_as = 'open'
  WHERE kind = 'municipality' AND municipality_id = NEW.municipality_id;
  RETURN NULL;
END $$;
CREATE TRIGGER find_participant AFTER INSERT ON participation FOR EACH ROW EXECUTE FUNCTION find_participant();
UPDATE search_document d SET shared_at = p.joined_on, dated_on = p.joined_on, shared_as = 'open'
FROM participation p WHERE d.kind = 'municipality' AND d.municipality_id = p.municipality_id;

-- As before, and only among some documents where they are given (`among`).
DROP FUNCTION search_completions(tsquery, text, int);
DROP FUNCTION search_suggestions(text, int);
DROP FUNCTION search_subjects(uuid[]);
DROP FUNCTION search_hits(tsquery, tsquery[], text[]);
DROP FUNCTION search_matches(tsquery, tsquery[], text[]);
DROP FUNCTION people_who_search();

-- How much a kind counts beside others that hold the same words: reports are what one looks for, and they are long, which the rank would count against them.
CREATE FUNCTION kind_weight(kind search_kind) RETURNS real LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE kind WHEN 'report' THEN 1.6 WHEN 'collection' THEN 1.2 WHEN 'part' THEN 0.8 ELSE 1 END;

-- Which documents match: the words (`query`); or what holds the most of several words (`several`: three of each word, in any way, as it stands, and as it
-- stands in title, names or lead); or likely misspellings (`typos`, each of which must be near); or all. Of several words one that few hold counts for more, and one that nobody
-- holds still for half of one that is rare: what holds only the common words of a question does not answer it. A word in the text counts less than one that
-- is named, a part of a compound less than the whole.
CREATE FUNCTION search_matches(query tsquery, several tsquery[], typos text[], among uuid[]) RETURNS TABLE (document_id uuid, rank real)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE weights real[]; total real;
BEGIN
  IF several IS NOT NULL THEN
    SELECT array_agg(CASE WHEN held.count = 0 THEN 0 ELSE ln(2 + everything.count / (1.0 + held.count)) END ORDER BY place),
      sum(CASE WHEN held.count = 0 THEN ln(2 + everything.count) / 2 ELSE ln(2 + everything.count / (1.0 + held.count)) END) INTO weights, total
    FROM generate_series(1, cardinality(several), 3) place
      CROSS JOIN (SELECT count(*) FROM search_document) everything
      CROSS JOIN LATERAL (SELECT count(*) FROM search_document d WHERE d.vector @@ several[place]) held;
    RETURN QUERY SELECT d.id, (10 * held.share + kind_weight(d.kind) * ts_rank_cd('{0.05, 0.2, 0.5, 1}', d.vector, query, 1))::real FROM search_document d
      CROSS JOIN LATERAL (SELECT sum(weights[(place + 2) / 3] * CASE WHEN d.vector @@ several[place + 2] THEN 1 WHEN d.vector @@ several[place + 1] THEN 0.6
        WHEN d.vector @@ several[place] THEN 0.4 ELSE 0 END) / nullif(total, 0) AS share FROM generate_series(1, cardinality(several), 3) place) held
      WHERE d.vector @@ query AND held.share >= 0.3 AND (among IS NULL OR d.id = ANY (among));
  ELSIF query IS NOT NULL THEN
    RETURN QUERY SELECT d.id, (kind_weight(d.kind) * ts_rank_cd('{0.05, 0.2, 0.5, 1}', d.vector, query, 1))::real FROM search_document d
      WHERE d.vector @@ query AND (among IS NULL OR d.id = ANY (among));
  ELSIF typos IS NOT NULL THEN
    RETURN QUERY SELECT d.id, near.least::real FROM search_document d
      CROSS JOIN LATERAL (SELECT min(word_similarity(typo, d.words)) AS least FROM unnest(typos) AS typo) near
      WHERE d.words %> typos[1] AND near.least >= 0.6 AND (among IS NULL OR d.id = ANY (among));
  ELSE
    RETURN QUERY SELECT d.id, 0::real FROM search_document d WHERE among IS NULL OR d.id = ANY (among);
  END IF;
END $$;

CREATE FUNCTION search_hits(query tsquery, several tsquery[], typos text[], among uuid[] DEFAULT NULL)
RETURNS TABLE (id uuid, kind search_kind, key text, anchor text, report_id uuid, title text, lead text, names text[], body text, municipality_id uuid, municipality text,
  municipality_number text, population int, county text, collaborations text[], size text, theme text, technologies text[], outcome report_outcome, dated_on date,
  visibility visibility, reuse_count int, is_stale boolean, rank real)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT d.id, d.kind, coalesce(r.slug, c.slug, d.project_id::text, l.project_id::text, m.number), coalesce(d.lesson_id::text, rp.kind::text), d.report_id,
    coalesce(nullif(d.title, ''), r.title), d.lead, d.names, d.body, m.id, m.display_name, m.number, m.population, m.county, joined.names,
    CASE WHEN m.population < 5000 THEN 'under5000' WHEN m.population < 10000 THEN 'from5000' WHEN m.population < 20000 THEN 'from10000'
      WHEN m.population < 50000 THEN 'from20000' WHEN m.population >= 50000 THEN 'over50000' END,
    d.theme_code, d.technologies, d.outcome, d.dated_on, coalesce(r.visibility, p.visibility, l.visibility, 'open'),
    used.count, stale.is, (found.rank * CASE WHEN stale.is THEN 0.6 ELSE 1 END * (1 + 0.15 * ln(1 + used.count)))::real
  FROM search_matches(query, several, typos, among) AS found
  JOIN search_document d ON d.id = found.document_id
  LEFT JOIN report_part rp ON rp.id = d.part_id
  LEFT JOIN experience_report r ON r.id = coalesce(d.report_id, rp.report_id)
  LEFT JOIN project p ON p.id = d.project_id
  LEFT JOIN lesson l ON l.id = d.lesson_id
  LEFT JOIN collection c ON c.id = d.collection_id
  LEFT JOIN municipality m ON m.id = d.municipality_id
  LEFT JOIN (SELECT cm.municipality_id, array_agg(k.name ORDER BY k.name) AS names FROM collaboration_member cm JOIN collaboration k ON k.id = cm.collaboration_id
    GROUP BY 1) joined ON joined.municipality_id = d.municipality_id
  CROSS JOIN LATERAL (SELECT count(*)::int AS count FROM reuse u WHERE d.kind = 'report' AND u.report_id = r.id
    AND reuse_counts(u.state, u.confirmed_on) AND may_read(u.municipality_id, u.visibility, NULL)) used
  -- What was merged into another is found by way of that, by those who may read it.
  CROSS JOIN LATERAL (SELECT EXISTS (SELECT 1 FROM report_merge g JOIN experience_report i ON i.id = g.into_report_id
    WHERE g.report_id = r.id AND i.status = 'published' AND may_read(i.municipality_id, i.visibility, i.visible_to_collaboration_id)) AS is) merged
  CROSS JOIN LATERAL (SELECT coalesce(r.confirmed_on <= current_date - interval '12 months', false) AS is) stale
  WHERE viewer_kind() IN ('visitor', 'staff', 'advisor', 'operator') AND CASE d.kind
    WHEN 'report' THEN r.status = 'published' AND may_read(r.municipality_id, r.visibility, r.visible_to_collaboration_id) AND NOT merged.is
    WHEN 'part' THEN r.status = 'published' AND may_read(r.municipality_id, r.visibility, r.visible_to_collaboration_id) AND NOT merged.is
    WHEN 'project' THEN may_read(p.municipality_id, p.visibility, p.visible_to_collaboration_id)
    WHEN 'lesson' THEN may_read(l.municipality_id, l.visibility, l.visible_to_collaboration_id)
    WHEN 'collection' THEN c.status = 'published'
    ELSE true END
$$;

-- The titles nearest to what was typed, among those the viewer may see: «mente du …».
CREATE FUNCTION search_suggestions(typed text, at_most int) RETURNS TABLE (title text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT h.title FROM search_hits(NULL, NULL, NULL) h
  WHERE h.kind <> 'part' AND word_similarity(typed, lower(h.title)) > 0.3
  GROUP BY h.title ORDER BY max(word_similarity(typed, lower(h.title))) DESC, h.title LIMIT at_most
$$;

-- Whether the viewer can find a document: one may be told only of what one may find when one looks.
CREATE FUNCTION may_find(document uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM search_hits(NULL, NULL, NULL, ARRAY[document]))
$$;
ALTER POLICY readable ON news_item USING (
  viewer_kind() IN ('staff', 'advisor')
  AND (recipient_municipality_id IS NULL OR recipient_municipality_id = viewer_municipality())
  AND (recipient_id IS NULL OR recipient_id = viewer_person())
  AND (report_id IS NULL OR EXISTS (SELECT 1 FROM experience_report r WHERE r.id = report_id))
  AND (project_id IS NULL OR EXISTS (SELECT 1 FROM project p WHERE p.id = project_id))
  AND (lesson_id IS NULL OR EXISTS (SELECT 1 FROM lesson l WHERE l.id = lesson_id))
  AND (question_id IS NULL OR EXISTS (SELECT 1 FROM question q WHERE q.id = question_id))
  AND (document_id IS NULL OR may_find(document_id)));

-- What others have made findable since, and the viewer has not been told of: neither by a search, nor as news of the report or the lesson itself. Tells
-- nothing of what it is.
CREATE FUNCTION search_arrivals(since timestamptz, at_most int) RETURNS TABLE (news_item_id uuid, document_id uuid, arrived_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT * FROM (SELECT DISTINCT ON (n.document_id) n.id, n.document_id, n.created_at FROM news_item n JOIN search_document d ON d.id = n.document_id
  WHERE n.created_at > since AND n.actor_id IS DISTINCT FROM viewer_person() AND viewer_kind() IN ('staff', 'advisor')
    AND NOT EXISTS (SELECT 1 FROM notice told JOIN news_item i ON i.id = told.news_item_id WHERE told.person_id = viewer_person()
      AND (i.document_id = d.id OR (i.created_at > n.created_at - interval '1 hour'
        AND ((i.kind = 'report_published' AND i.report_id = d.report_id) OR (i.kind = 'lesson_shared' AND i.lesson_id = d.lesson_id)))))
  ORDER BY n.document_id, n.created_at DESC) newest ORDER BY created_at, id LIMIT at_most
$$;

-- Whose saved searches something has arrived for: the worker searches for each as that person. A transaction that began before the last look is given half
-- a minute to end.
CREATE FUNCTION people_to_search_for() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT DISTINCT s.person_id FROM public.saved_search s JOIN public.person p ON p.id = s.person_id AND p.status = 'active'
  WHERE public.viewer_kind() = 'worker'
    AND EXISTS (SELECT 1 FROM public.news_item n WHERE n.document_id IS NOT NULL AND n.created_at > greatest(s.created_at, s.searched_until - interval '30 seconds'))
$$;

-- As before, and what people searched for.
CREATE OR REPLACE FUNCTION clear_outdated() RETURNS bigint LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE gone bigint; total bigint := 0;
BEGIN
  IF public.viewer_kind() IS DISTINCT FROM 'worker' THEN
    RAISE EXCEPTION 'row-level security: only the worker clears' USING ERRCODE = 'insufficient_privilege';
  END IF;
  DELETE FROM public.rate_limit WHERE started_at < now() - interval '1 day';
  GET DIAGNOSTICS gone = ROW_COUNT; total := total + gone;
  DELETE FROM public.logout_token WHERE expires_at < now();
  GET DIAGNOSTICS gone = ROW_COUNT; total := total + gone;
  DELETE FROM public.auth_session WHERE expires_at < now() - interval '1 year';
  GET DIAGNOSTICS gone = ROW_COUNT; total := total + gone;
  DELETE FROM public.person_invitation WHERE expires_at < now() - interval '90 days';
  GET DIAGNOSTICS gone = ROW_COUNT; total := total + gone;
  -- Letters hold links that answer for a person. They are handed over, or given up, long before this.
  UPDATE public.letter SET text = '', html = '', unsubscribe_url = '' WHERE html <> '' AND coalesce(sent_at, failed_at) < now() - interval '14 days';
  GET DIAGNOSTICS gone = ROW_COUNT; total := total + gone;
  -- A link is good for 90 days.
  DELETE FROM public.used_link WHERE used_at < now() - interval '91 days';
  GET DIAGNOSTICS gone = ROW_COUNT; total := total + gone;
  -- Notices go with the news they are of.
  DELETE FROM public.news_item WHERE created_at < now() - interval '1 year';
  GET DIAGNOSTICS gone = ROW_COUNT; total := total + gone;
  DELETE FROM public.letter l WHERE l.created_at < now() - interval '1 year' AND NOT EXISTS (SELECT 1 FROM public.notice n WHERE n.letter_id = l.id);
  GET DIAGNOSTICS gone = ROW_COUNT; total := total + gone;
  DELETE FROM public.search_log WHERE at < now() - interval '90 days';
  GET DIAGNOSTICS gone = ROW_COUNT; total := total + gone;
  RETURN total;
END $$;

REVOKE EXECUTE ON FUNCTION search_matches(tsquery, tsquery[], text[], uuid[]), search_hits(tsquery, tsquery[], text[], uuid[]), search_suggestions(text, int),
  may_find(uuid), search_arrivals(timestamptz, int), people_to_search_for(), tell_of_findable(), find_participant() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_hits(tsquery, tsquery[], text[], uuid[]), search_suggestions(text, int), may_find(uuid), search_arrivals(timestamptz, int),
  people_to_search_for() TO delt_app;
