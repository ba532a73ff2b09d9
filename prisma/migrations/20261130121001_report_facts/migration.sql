-- What a report tells of technology and suppliers follows the section it is told in; figures may be unknown, or told in words; lines keep their order.

-- Technology and supplier stand in the solution, so that whoever may not read that section does not learn them elsewhere.
UPDATE report_section s SET content = s.content || jsonb_build_object('technologies', to_jsonb(coalesce(r.technologies, '{}')),
  'suppliers', to_jsonb(coalesce(r.suppliers, '{}'))) FROM experience_report r WHERE r.id = s.report_id AND s.kind = 'solution';
UPDATE report_draft SET content = jsonb_set(content - 'technologies' - 'suppliers', '{solution}', coalesce(content -> 'solution', '{}')
  || jsonb_build_object('technologies', coalesce(content -> 'technologies', '[]'), 'suppliers', coalesce(content -> 'suppliers', '[]')));
ALTER TABLE report_version_section DISABLE TRIGGER report_version_section_is_final;
UPDATE report_version_section s SET content = s.content || jsonb_build_object('technologies', to_jsonb(coalesce(v.technologies, '{}')),
  'suppliers', to_jsonb(coalesce(v.suppliers, '{}'))) FROM report_version v WHERE v.id = s.version_id AND s.kind = 'solution';
ALTER TABLE report_version_section ENABLE TRIGGER report_version_section_is_final;
ALTER TABLE report_version DROP COLUMN technologies, DROP COLUMN suppliers;

-- The head of a report is read by all its readers: it names technologies and suppliers only where the section that tells of them is for all of
-- them too. Nobody writes these names; they are what the section says.
CREATE FUNCTION name_for_all_readers() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
DECLARE told jsonb;
BEGIN
  SELECT s.content INTO told FROM public.report_section s
  WHERE s.municipality_id = NEW.municipality_id AND s.report_id = NEW.id AND s.kind = 'solution'
    AND (s.visibility IS NULL OR s.visibility > NEW.visibility
      OR (s.visibility = NEW.visibility AND s.visible_to_collaboration_id IS NOT DISTINCT FROM NEW.visible_to_collaboration_id));
  NEW.technologies := ARRAY(SELECT pg_catalog.jsonb_array_elements_text(coalesce(told -> 'technologies', '[]')));
  NEW.suppliers := ARRAY(SELECT pg_catalog.jsonb_array_elements_text(coalesce(told -> 'suppliers', '[]')));
  RETURN NEW;
END $$;
CREATE TRIGGER name_for_all_readers BEFORE INSERT OR UPDATE ON experience_report FOR EACH ROW EXECUTE FUNCTION name_for_all_readers();

CREATE FUNCTION name_anew() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  UPDATE public.experience_report SET visibility = visibility WHERE id = coalesce(NEW.report_id, OLD.report_id);
  RETURN NULL;
END $$;
CREATE TRIGGER name_anew AFTER INSERT OR UPDATE ON report_section FOR EACH ROW WHEN (NEW.kind = 'solution') EXECUTE FUNCTION name_anew();
CREATE TRIGGER name_anew_without AFTER DELETE ON report_section FOR EACH ROW WHEN (OLD.kind = 'solution') EXECUTE FUNCTION name_anew();
UPDATE experience_report SET visibility = visibility;

-- Lines stand in the order they were written, and there may be two of one kind in a year.
ALTER TABLE report_cost_line ADD COLUMN position integer;
UPDATE report_cost_line c SET position = o.position FROM
  (SELECT id, row_number() OVER (PARTITION BY report_id ORDER BY year, kind) AS position FROM report_cost_line) o WHERE o.id = c.id;
ALTER TABLE report_cost_line ALTER COLUMN position SET NOT NULL;
DROP INDEX report_cost_line_municipality_id_report_id_kind_year_key;
CREATE UNIQUE INDEX report_cost_line_municipality_id_report_id_position_key ON report_cost_line (municipality_id, report_id, position);

-- What cannot be counted is told in words; what is not known is left open.
ALTER TABLE report_effect ADD COLUMN position integer, ALTER COLUMN value_before DROP NOT NULL, ALTER COLUMN value_after DROP NOT NULL,
  ADD COLUMN words_before text NOT NULL DEFAULT '', ADD COLUMN words_after text NOT NULL DEFAULT '';
UPDATE report_effect e SET position = o.position FROM
  (SELECT id, row_number() OVER (PARTITION BY report_id ORDER BY id) AS position FROM report_effect) o WHERE o.id = e.id;
ALTER TABLE report_effect ALTER COLUMN position SET NOT NULL,
  ADD CONSTRAINT report_effect_told_check CHECK ((value_before IS NULL OR words_before = '') AND (value_after IS NULL OR words_after = ''));
DROP INDEX report_effect_municipality_id_report_id_idx;
CREATE UNIQUE INDEX report_effect_municipality_id_report_id_position_key ON report_effect (municipality_id, report_id, position);

-- Keeps the report as it is published now, under the next number. Runs as whoever publishes.
CREATE OR REPLACE FUNCTION keep_report_version(report uuid, what_is_new text) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE kept uuid := gen_random_uuid(); following integer;
BEGIN
  SELECT coalesce(max(v.number), 0) + 1 INTO following FROM report_version v WHERE v.report_id = report;
  INSERT INTO report_version (id, municipality_id, report_id, number, title, summary, outcome, theme_code,
    visibility, visible_to_collaboration_id, note, published_at)
  SELECT kept, r.municipality_id, r.id, following, r.title, r.summary, r.outcome, r.theme_code,
    r.visibility, r.visible_to_collaboration_id, what_is_new, r.published_at FROM experience_report r WHERE r.id = report;
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
