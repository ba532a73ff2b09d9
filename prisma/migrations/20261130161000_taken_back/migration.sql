-- What is taken back says when and why, and a version says as what somebody published it.

-- CreateEnum
CREATE TYPE "writer_role" AS ENUM ('project_manager', 'project_owner', 'benefit_owner', 'project_support', 'portfolio_manager', 'municipality_admin');

-- AlterTable
ALTER TABLE "experience_report" ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(6),
ADD COLUMN     "withdrawn_reason" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "report_version" ADD COLUMN     "published_as" "writer_role";

UPDATE experience_report SET withdrawn_at = updated_at WHERE status = 'withdrawn';
ALTER TABLE experience_report ADD CONSTRAINT experience_report_withdrawn_check
  CHECK (length(withdrawn_reason) <= 300 AND (status = 'withdrawn' OR (withdrawn_at IS NULL AND withdrawn_reason = '')));

-- What stood at an address until it was taken back, for those who could read it there: whose it was, when and why, and nothing of what it said.
CREATE FUNCTION report_taken_back(address text) RETURNS TABLE (municipality text, number text, withdrawn_at timestamptz, reason text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT m.display_name, m.number, r.withdrawn_at, r.withdrawn_reason
  FROM public.experience_report r
  JOIN public.municipality m ON m.id = r.municipality_id
  JOIN public.project p ON p.id = r.project_id AND p.deleted_at IS NULL
  WHERE r.slug = address AND r.status = 'withdrawn' AND public.may_read(r.municipality_id, r.visibility, r.visible_to_collaboration_id)
$$;
REVOKE EXECUTE ON FUNCTION report_taken_back(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION report_taken_back(text) TO delt_app;

-- Keeps the report as it is published now, under the next number. Runs as whoever publishes, and says as what.
DROP FUNCTION keep_report_version(uuid, text);
CREATE FUNCTION keep_report_version(report uuid, what_is_new text, published_as writer_role DEFAULT NULL) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE kept uuid := gen_random_uuid(); following integer;
BEGIN
  SELECT coalesce(max(v.number), 0) + 1 INTO following FROM report_version v WHERE v.report_id = report;
  INSERT INTO report_version (id, municipality_id, report_id, number, title, summary, outcome, theme_code,
    visibility, visible_to_collaboration_id, note, published_at, published_as)
  SELECT kept, r.municipality_id, r.id, following, r.title, r.summary, r.outcome, r.theme_code, r.visibility, r.visible_to_collaboration_id,
    what_is_new, coalesce(r.revised_at, r.published_at), keep_report_version.published_as FROM experience_report r WHERE r.id = report;
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
