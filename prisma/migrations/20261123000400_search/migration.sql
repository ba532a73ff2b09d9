-- Search. Full text and trigrams cannot use their indexes under row-level security, so the matching runs as the owner of the
-- tables, and who may see a hit is asked of the thing itself, in one place: `search_hits()`.

-- Which documents match: the words (`query`), or likely misspellings of them (`typos`, each of which must be near), or all.
CREATE FUNCTION search_matches(query tsquery, typos text[]) RETURNS TABLE (document_id uuid, rank real)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public AS $$
BEGIN
  IF query IS NOT NULL THEN
    RETURN QUERY SELECT d.id, ts_rank_cd('{0.05, 0.2, 0.5, 1}', d.vector, query, 1) FROM search_document d WHERE d.vector @@ query;
  ELSIF typos IS NOT NULL THEN
    RETURN QUERY SELECT d.id, near.least::real FROM search_document d
      CROSS JOIN LATERAL (SELECT min(word_similarity(typo, d.words)) AS least FROM unnest(typos) AS typo) near
      WHERE d.words %> typos[1] AND near.least >= 0.6;
  ELSE
    RETURN QUERY SELECT d.id, 0::real FROM search_document d;
  END IF;
END $$;

-- What matches and may be seen by the viewer of the transaction, with what a list of hits shows.
CREATE FUNCTION search_hits(query tsquery, typos text[])
RETURNS TABLE (id uuid, kind search_kind, key text, title text, lead text, municipality text, municipality_number text, size text, theme text,
  technologies text[], outcome report_outcome, dated_on date, visibility visibility, rank real)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT d.id, d.kind, coalesce(r.slug, d.project_id::text, l.project_id::text, m.number), d.title, d.lead, m.display_name, m.number,
    CASE WHEN m.population < 5000 THEN 'under5000' WHEN m.population < 10000 THEN 'from5000' WHEN m.population < 20000 THEN 'from10000'
      WHEN m.population < 50000 THEN 'from20000' WHEN m.population >= 50000 THEN 'over50000' END,
    d.theme_code, d.technologies, d.outcome, d.dated_on, coalesce(r.visibility, p.visibility, l.visibility, 'open'), found.rank
  FROM search_matches(query, typos) AS found
  JOIN search_document d ON d.id = found.document_id
  LEFT JOIN experience_report r ON r.id = d.report_id
  LEFT JOIN project p ON p.id = d.project_id
  LEFT JOIN lesson l ON l.id = d.lesson_id
  LEFT JOIN municipality m ON m.id = d.municipality_id
  WHERE viewer_kind() IN ('visitor', 'staff', 'advisor', 'operator') AND CASE d.kind
    WHEN 'report' THEN r.status = 'published' AND may_read(r.municipality_id, r.visibility, r.visible_to_collaboration_id)
    WHEN 'project' THEN may_read(p.municipality_id, p.visibility, p.visible_to_collaboration_id)
    WHEN 'lesson' THEN may_read(l.municipality_id, l.visibility, l.visible_to_collaboration_id)
    ELSE true END
$$;

-- The titles nearest to what was typed, among those the viewer may see: «mente du …».
CREATE FUNCTION search_suggestions(typed text, at_most int) RETURNS TABLE (title text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT h.title FROM search_hits(NULL, NULL) h
  WHERE word_similarity(typed, lower(h.title)) > 0.3
  GROUP BY h.title ORDER BY max(word_similarity(typed, lower(h.title))) DESC, h.title LIMIT at_most
$$;

REVOKE EXECUTE ON FUNCTION search_matches(tsquery, text[]), search_hits(tsquery, text[]), search_suggestions(text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_hits(tsquery, text[]), search_suggestions(text, int) TO delt_app;
