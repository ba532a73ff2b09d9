-- Search over guides and parts, order by what readers want, saved searches, and suggestions while one types.

-- AlterTable
ALTER TABLE "search_document" ADD COLUMN     "collection_id" UUID,
ADD COLUMN     "part_id" UUID;

-- CreateTable
CREATE TABLE "saved_search" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_search_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "saved_search_person_id_idx" ON "saved_search"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "search_document_collection_id_key" ON "search_document"("collection_id");

-- CreateIndex
CREATE UNIQUE INDEX "search_document_part_id_key" ON "search_document"("part_id");

-- AddForeignKey
ALTER TABLE "search_document" ADD CONSTRAINT "search_document_collection_id_fkey" FOREIGN KEY ("collection_id") REFERENCES "collection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "search_document" ADD CONSTRAINT "search_document_part_id_fkey" FOREIGN KEY ("part_id") REFERENCES "report_part"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_search" ADD CONSTRAINT "saved_search_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


ALTER TABLE search_document DROP CONSTRAINT search_document_subject_check;
ALTER TABLE search_document ADD CONSTRAINT search_document_subject_check CHECK (
  num_nonnulls(report_id, project_id, lesson_id, collaboration_id, collection_id, part_id) = CASE WHEN kind = 'municipality' THEN 0 ELSE 1 END
  AND CASE kind
    WHEN 'report' THEN report_id IS NOT NULL
    WHEN 'project' THEN project_id IS NOT NULL
    WHEN 'lesson' THEN lesson_id IS NOT NULL
    WHEN 'part' THEN part_id IS NOT NULL
    WHEN 'collaboration' THEN collaboration_id IS NOT NULL AND municipality_id IS NULL
    WHEN 'collection' THEN collection_id IS NOT NULL AND municipality_id IS NULL
    WHEN 'municipality' THEN municipality_id IS NOT NULL
  END);

CREATE POLICY advisor_read ON search_document FOR SELECT TO delt_app USING (viewer_kind() = 'advisor' AND collection_id IS NOT NULL);
CREATE POLICY advisor_insert ON search_document FOR INSERT TO delt_app WITH CHECK (viewer_kind() = 'advisor' AND kind = 'collection');
CREATE POLICY advisor_delete ON search_document FOR DELETE TO delt_app USING (viewer_kind() = 'advisor' AND collection_id IS NOT NULL);

ALTER TABLE saved_search ADD CONSTRAINT saved_search_words_check CHECK (btrim(name) <> '' AND length(name) <= 200 AND jsonb_typeof(query) = 'object');
ALTER TABLE saved_search ENABLE ROW LEVEL SECURITY;
ALTER TABLE saved_search FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON saved_search TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY mine ON saved_search FOR ALL TO delt_app USING (person_id = viewer_person() AND viewer_kind() IN ('staff', 'advisor'))
  WITH CHECK (person_id = viewer_person() AND viewer_kind() IN ('staff', 'advisor'));
GRANT SELECT, INSERT, UPDATE, DELETE ON saved_search TO delt_app;

-- Who has saved a search: the worker searches for each as that person.
CREATE FUNCTION people_who_search() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT DISTINCT s.person_id FROM public.saved_search s JOIN public.person p ON p.id = s.person_id AND p.status = 'active'
  WHERE public.viewer_kind() = 'worker'
$$;

-- As before, with guides and parts, and with what one can sort and narrow by. Who may see a hit is asked of the thing itself, here and nowhere else.
-- The rank: how well the words match; less for what nobody has confirmed for a year, a little more for each municipality that has confirmed
-- that it uses it.
DROP FUNCTION search_suggestions(text, int);
DROP FUNCTION search_hits(tsquery, text[]);
DROP FUNCTION search_matches(tsquery, text[]);
-- Which documents match: the words (`query`); or what holds the most of several words (`several`), where a word that few hold counts for more, and one that
-- nobody holds for nothing; or
-- likely misspellings (`typos`, each of which must be near); or all.
CREATE FUNCTION search_matches(query tsquery, several tsquery[], typos text[]) RETURNS TABLE (document_id uuid, rank real)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public AS $$
DECLARE weights real[];
BEGIN
  IF several IS NOT NULL THEN
    SELECT array_agg(CASE WHEN held.count = 0 THEN 0 ELSE ln(2 + everything.count / (1.0 + held.count)) END ORDER BY place) INTO weights FROM unnest(several) WITH ORDINALITY AS one (word, place)
      CROSS JOIN (SELECT count(*) FROM search_document) everything CROSS JOIN LATERAL (SELECT count(*) FROM search_document d WHERE d.vector @@ word) held;
    RETURN QUERY SELECT d.id, (10 * held.share + ts_rank_cd('{0.05, 0.2, 0.5, 1}', d.vector, query, 1))::real FROM search_document d
      CROSS JOIN LATERAL (SELECT sum((d.vector @@ word)::int * weight) / nullif(sum(weight), 0) AS share FROM unnest(several, weights) AS one (word, weight)) held
      WHERE d.vector @@ query AND held.share >= 0.4;
  ELSIF query IS NOT NULL THEN
    RETURN QUERY SELECT d.id, ts_rank_cd('{0.05, 0.2, 0.5, 1}', d.vector, query, 1) FROM search_document d WHERE d.vector @@ query;
  ELSIF typos IS NOT NULL THEN
    RETURN QUERY SELECT d.id, near.least::real FROM search_document d
      CROSS JOIN LATERAL (SELECT min(word_similarity(typo, d.words)) AS least FROM unnest(typos) AS typo) near
      WHERE d.words %> typos[1] AND near.least >= 0.6;
  ELSE
    RETURN QUERY SELECT d.id, 0::real FROM search_document d;
  END IF;
END $$;

CREATE FUNCTION search_hits(query tsquery, several tsquery[], typos text[])
RETURNS TABLE (id uuid, kind search_kind, key text, anchor text, title text, lead text, municipality_id uuid, municipality text, municipality_number text,
  county text, size text, theme text, technologies text[], outcome report_outcome, dated_on date, visibility visibility, reuse_count int, is_stale boolean, rank real)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT d.id, d.kind, coalesce(r.slug, c.slug, d.project_id::text, l.project_id::text, m.number), coalesce(d.lesson_id::text, rp.kind::text),
    coalesce(nullif(d.title, ''), r.title), d.lead, m.id, m.display_name, m.number, m.county,
    CASE WHEN m.population < 5000 THEN 'under5000' WHEN m.population < 10000 THEN 'from5000' WHEN m.population < 20000 THEN 'from10000'
      WHEN m.population < 50000 THEN 'from20000' WHEN m.population >= 50000 THEN 'over50000' END,
    d.theme_code, d.technologies, d.outcome, d.dated_on, coalesce(r.visibility, p.visibility, l.visibility, 'open'),
    used.count, stale.is, (found.rank * CASE WHEN stale.is THEN 0.6 ELSE 1 END * (1 + 0.15 * ln(1 + used.count)))::real
  FROM search_matches(query, several, typos) AS found
  JOIN search_document d ON d.id = found.document_id
  LEFT JOIN report_part rp ON rp.id = d.part_id
  LEFT JOIN experience_report r ON r.id = coalesce(d.report_id, rp.report_id)
  LEFT JOIN project p ON p.id = d.project_id
  LEFT JOIN lesson l ON l.id = d.lesson_id
  LEFT JOIN collection c ON c.id = d.collection_id
  LEFT JOIN municipality m ON m.id = d.municipality_id
  CROSS JOIN LATERAL (SELECT count(*)::int AS count FROM reuse u WHERE d.kind = 'report' AND u.report_id = r.id AND u.confirmed_on IS NOT NULL
    AND u.state IN ('planned', 'in_progress', 'in_operation', 'stopped') AND may_read(u.municipality_id, u.visibility, NULL)) used
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
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT h.title FROM search_hits(NULL, NULL, NULL) h
  WHERE h.kind <> 'part' AND word_similarity(typed, lower(h.title)) > 0.3
  GROUP BY h.title ORDER BY max(word_similarity(typed, lower(h.title))) DESC, h.title LIMIT at_most
$$;

-- What could be meant while somebody types: titles and names that hold the words, first those that begin with them, then those nearest.
CREATE FUNCTION search_completions(query tsquery, typed text, at_most int)
RETURNS TABLE (kind search_kind, key text, title text, municipality text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT h.kind, h.key, h.title, h.municipality FROM search_hits(query, NULL, NULL) h
  WHERE query IS NOT NULL AND h.kind NOT IN ('part', 'lesson') AND word_similarity(typed, lower(h.title)) > 0.2
  ORDER BY (lower(h.title) LIKE replace(replace(replace(typed, '\', '\\'), '%', '\%'), '_', '\_') || '%') DESC, word_similarity(typed, lower(h.title)) DESC, h.rank DESC, h.title
  LIMIT at_most
$$;

-- The documents of reports and lessons. Tells nothing but which document belongs to an id that the caller has already.
CREATE FUNCTION search_subjects(subjects uuid[]) RETURNS TABLE (document_id uuid, subject uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT d.id, coalesce(d.report_id, d.lesson_id) FROM search_document d WHERE d.report_id = ANY (subjects) OR d.lesson_id = ANY (subjects)
$$;

REVOKE EXECUTE ON FUNCTION search_matches(tsquery, tsquery[], text[]), search_subjects(uuid[]), search_hits(tsquery, tsquery[], text[]), search_suggestions(text, int), search_completions(tsquery, text, int), people_who_search() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_subjects(uuid[]), search_hits(tsquery, tsquery[], text[]), search_suggestions(text, int), search_completions(tsquery, text, int), people_who_search() TO delt_app;
