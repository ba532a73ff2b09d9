-- A report is new once. `published_at` is when it was first published; what stands was published at `revised_at`.
ALTER TABLE experience_report ADD COLUMN revised_at TIMESTAMPTZ(6);
UPDATE experience_report SET revised_at = published_at;
UPDATE experience_report r SET published_at = v.published_at FROM report_version v WHERE v.report_id = r.id AND v.number = 1 AND r.published_at IS NOT NULL;

-- A draft keeps the lines of costs and effects as they are typed, finished or not.
UPDATE report_draft SET content = content || jsonb_build_object(
  'costs', (SELECT coalesce(jsonb_agg(c || jsonb_build_object('year', c ->> 'year',
      'planned', replace(coalesce(c ->> 'planned', ''), '.', ','), 'actual', replace(coalesce(c ->> 'actual', ''), '.', ','))), '[]')
    FROM jsonb_array_elements(coalesce(content -> 'costs', '[]')) c),
  'effects', (SELECT coalesce(jsonb_agg(e - 'wordsBefore' - 'wordsAfter' || jsonb_build_object(
      'valueBefore', coalesce(nullif(e ->> 'wordsBefore', ''), replace(e ->> 'valueBefore', '.', ','), ''),
      'valueAfter', coalesce(nullif(e ->> 'wordsAfter', ''), replace(e ->> 'valueAfter', '.', ','), ''))), '[]')
    FROM jsonb_array_elements(coalesce(content -> 'effects', '[]')) e));

-- Keeps the report as it is published now, under the next number. Runs as whoever publishes.
CREATE OR REPLACE FUNCTION keep_report_version(report uuid, what_is_new text) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE kept uuid := gen_random_uuid(); following integer;
BEGIN
  SELECT coalesce(max(v.number), 0) + 1 INTO following FROM report_version v WHERE v.report_id = report;
  INSERT INTO report_version (id, municipality_id, report_id, number, title, summary, outcome, theme_code,
    visibility, visible_to_collaboration_id, note, published_at)
  SELECT kept, r.municipality_id, r.id, following, r.title, r.summary, r.outcome, r.theme_code,
    r.visibility, r.visible_to_collaboration_id, what_is_new, coalesce(r.revised_at, r.published_at) FROM experience_report r WHERE r.id = report;
  INSERT INTO report_version_section (municipality_id, version_id, kind, content, rows, visibility, visible_to_collaboration_id)
  SELECT s.municipality_id, kept, s.kind, s.content, coalesce(CASE s.kind
      WHEN 'cost' THEN (SELECT jsonb_agg(jsonb_build_object('kind', c.kind, 'year', c.year, 'planned', c.planned, 'actual', c.actual,
        'quality', c.quality) ORDER BY c.position) FROM report_cost_line c WHERE c.report_id = report)
      WHEN 'effect' THEN (SELECT jsonb_agg(jsonb_build_object('category', e.category, 'title', e.title, 'unit', e.unit,
        'valueBefore', e.value_before, 'valueAfter', e.value_after, 'wordsBefore', e.words_before, 'wordsAfter', e.words_after,
        'period', e.period, 'source', e.source, 'beneficiary', e.beneficiary) ORDER BY e.position) FROM report_effect e WHERE e.report_id = report)
      WHEN 'advice' THEN (SELECT jsonb_agg(p.text ORDER BY p.position) FROM report_prerequisite p WHERE p.report_id = report)
      WHEN 'parts' THEN (SELECT jsonb_agg(jsonb_build_object('kind', p.kind, 'content', p.content) ORDER BY p.kind)
        FROM report_part p WHERE p.report_id = report)
    END, '[]'), s.visibility, s.visible_to_collaboration_id
  FROM report_section s WHERE s.report_id = report;
  RETURN following;
END $$;
