-- What can be held against each other is told so: how sure an effect is, for how long its figures are, and whether it became better; and what kind
-- of thing a prerequisite is.

-- CreateEnum
CREATE TYPE "effect_per" AS ENUM ('year', 'quarter', 'month', 'week', 'other');

-- CreateEnum
CREATE TYPE "effect_result" AS ENUM ('better', 'unchanged', 'worse');

-- CreateEnum
CREATE TYPE "prerequisite_kind" AS ENUM ('system', 'size', 'agreement', 'role', 'document', 'other');

-- AlterTable
ALTER TABLE "report_effect" ADD COLUMN     "per" "effect_per" NOT NULL DEFAULT 'other',
ADD COLUMN     "quality" "figure_quality" NOT NULL DEFAULT 'estimated',
ADD COLUMN     "result" "effect_result";

-- Who named where both figures are from has measured.
UPDATE report_effect SET quality = 'measured' WHERE value_before IS NOT NULL AND value_after IS NOT NULL AND btrim(source) <> '';

-- AlterTable
ALTER TABLE "report_prerequisite" ADD COLUMN     "kind" "prerequisite_kind",
ADD COLUMN     "value" TEXT NOT NULL DEFAULT '';
ALTER TABLE report_prerequisite ADD CONSTRAINT report_prerequisite_value_check CHECK (length(value) <= 200);

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
        'per', e.per, 'quality', e.quality, 'result', e.result, 'period', e.period, 'source', e.source, 'beneficiary', e.beneficiary) ORDER BY e.position) FROM report_effect e WHERE e.report_id = report)
      WHEN 'advice' THEN (SELECT jsonb_agg(jsonb_build_object('text', p.text, 'kind', p.kind, 'value', p.value) ORDER BY p.position)
        FROM report_prerequisite p WHERE p.report_id = report)
      WHEN 'parts' THEN (SELECT jsonb_agg(jsonb_build_object('kind', p.kind, 'content', p.content) ORDER BY p.kind)
        FROM report_part p WHERE p.report_id = report)
    END, '[]'), s.visibility, s.visible_to_collaboration_id
  FROM report_section s WHERE s.report_id = report;
  RETURN following;
END $$;
