-- The titles nearest to what was typed, among those the viewer may see: «mente du …». The index of trigrams finds the nearest, and only they are asked whether they may
-- be seen.
CREATE OR REPLACE FUNCTION search_suggestions(typed text, at_most int) RETURNS TABLE (title text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET pg_trgm.word_similarity_threshold = 0.3 AS $$
  WITH near AS (
    SELECT d.id FROM search_document d WHERE d.words %> typed AND d.kind <> 'part' AND word_similarity(typed, lower(d.title)) > 0.3
    ORDER BY word_similarity(typed, lower(d.title)) DESC, d.id LIMIT 200)
  SELECT h.title FROM search_hits(NULL, NULL, NULL, (SELECT coalesce(array_agg(id), '{}') FROM near)) h
  GROUP BY h.title ORDER BY max(word_similarity(typed, lower(h.title))) DESC, h.title LIMIT at_most
$$;

-- What became findable is read as news only by those who were told of it: asking whether one may find it is asked of these alone.
ALTER FUNCTION may_find(uuid) COST 5000;
ALTER POLICY readable ON news_item USING (
  viewer_kind() IN ('staff', 'advisor')
  AND (recipient_municipality_id IS NULL OR recipient_municipality_id = viewer_municipality())
  AND (recipient_id IS NULL OR recipient_id = viewer_person())
  AND (report_id IS NULL OR EXISTS (SELECT 1 FROM experience_report r WHERE r.id = report_id)
    OR (title IS NOT NULL AND EXISTS (SELECT 1 FROM notice n WHERE n.news_item_id = news_item.id AND n.person_id = viewer_person())))
  AND (project_id IS NULL OR EXISTS (SELECT 1 FROM project p WHERE p.id = project_id))
  AND (lesson_id IS NULL OR EXISTS (SELECT 1 FROM lesson l WHERE l.id = lesson_id))
  AND (question_id IS NULL OR EXISTS (SELECT 1 FROM question q WHERE q.id = question_id))
  AND (document_id IS NULL OR CASE WHEN EXISTS (SELECT 1 FROM notice n WHERE n.news_item_id = news_item.id AND n.person_id = viewer_person())
    THEN may_find(document_id) ELSE false END));
