-- Anybody may say that a report is outdated, and hears what its source answers; what one has said of a report can be taken back.

CREATE TYPE outdated_cause AS ENUM ('solution_gone', 'rules_changed', 'figures_old', 'contact_gone', 'other');
ALTER TABLE outdated_flag ALTER COLUMN flagged_by DROP NOT NULL, ALTER COLUMN reason SET DEFAULT '',
  ADD COLUMN cause outdated_cause, ADD COLUMN times integer NOT NULL DEFAULT 1, ADD COLUMN answer text NOT NULL DEFAULT '';
-- Somebody who is signed in says why in their own words; visitors choose among ours, which say nothing of them and cannot be misused.
ALTER TABLE outdated_flag DROP CONSTRAINT outdated_flag_words_check, ADD CONSTRAINT outdated_flag_words_check CHECK (
  length(reason) <= 1000 AND length(answer) <= 2000 AND times > 0 AND CASE WHEN flagged_by IS NULL THEN cause IS NOT NULL AND reason = '' AND municipality_id IS NULL
    ELSE cause IS NULL AND btrim(reason) <> '' AND times = 1 END);
CREATE UNIQUE INDEX outdated_flag_of_visitors ON outdated_flag (report_id, cause) WHERE flagged_by IS NULL AND resolved_at IS NULL;
GRANT UPDATE (answer) ON outdated_flag TO delt_app;

-- What a visitor says is counted by cause. The source is told the first time; how often it is said shows on the report.
CREATE FUNCTION flag_as_visitor(report uuid, why outdated_cause) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE flagged public.experience_report; is_first boolean;
BEGIN
  SELECT r.* INTO flagged FROM public.experience_report r WHERE r.id = report AND r.status = 'published' AND r.visibility = 'open';
  IF flagged.id IS NULL OR public.viewer_kind() IS DISTINCT FROM 'visitor' THEN RETURN false; END IF;
  INSERT INTO public.outdated_flag AS f (id, report_id, cause) VALUES (gen_random_uuid(), report, why)
  ON CONFLICT (report_id, cause) WHERE flagged_by IS NULL AND resolved_at IS NULL DO UPDATE SET times = f.times + 1, flagged_at = now()
  RETURNING f.times = 1 INTO is_first;
  IF is_first THEN INSERT INTO public.news_item (id, kind, report_id) VALUES (gen_random_uuid(), 'report_outdated', report); END IF;
  INSERT INTO public.audit_event (id, municipality_id, action, subject_type, subject_id, detail)
  VALUES (gen_random_uuid(), flagged.municipality_id, 'report.flag-outdated', 'experience_report', report,
    jsonb_build_object('title', flagged.title, 'cause', why, 'visitor', true));
  RETURN true;
END $$;

-- Whether readers' doubts about a report stand unanswered: those of somebody who is signed in, or of several visitors.
CREATE FUNCTION is_doubted(report uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = '' AS $$
  SELECT EXISTS (SELECT 1 FROM public.outdated_flag f WHERE f.report_id = report AND f.resolved_at IS NULL AND f.flagged_by IS NOT NULL)
    OR (SELECT coalesce(sum(f.times), 0) >= 3 FROM public.outdated_flag f WHERE f.report_id = report AND f.resolved_at IS NULL AND f.flagged_by IS NULL)
$$;

ALTER TABLE report_recommendation ADD COLUMN withdrawn_at timestamptz(6);
GRANT UPDATE (withdrawn_at) ON report_recommendation TO delt_app;
ALTER TABLE recommendation_reply ADD COLUMN withdrawn_at timestamptz(6);
CREATE POLICY my_update ON recommendation_reply FOR UPDATE TO delt_app USING (is_own(municipality_id) AND written_by = viewer_person())
  WITH CHECK (is_own(municipality_id) AND written_by = viewer_person());
GRANT UPDATE (withdrawn_at) ON recommendation_reply TO delt_app;

REVOKE EXECUTE ON FUNCTION flag_as_visitor(uuid, outdated_cause) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION flag_as_visitor(uuid, outdated_cause) TO delt_app;

-- As before; what readers doubt is held to be as stale as what nobody has confirmed.
CREATE OR REPLACE FUNCTION search_hits(query tsquery, several tsquery[], typos text[], among uuid[] DEFAULT NULL)
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
  CROSS JOIN LATERAL (SELECT coalesce(r.confirmed_on <= current_date - interval '12 months', false) OR is_doubted(r.id) AS is) stale
  WHERE viewer_kind() IN ('visitor', 'staff', 'advisor', 'operator') AND CASE d.kind
    WHEN 'report' THEN r.status = 'published' AND may_read(r.municipality_id, r.visibility, r.visible_to_collaboration_id) AND NOT merged.is
    WHEN 'part' THEN r.status = 'published' AND may_read(r.municipality_id, r.visibility, r.visible_to_collaboration_id) AND NOT merged.is
    WHEN 'project' THEN may_read(p.municipality_id, p.visibility, p.visible_to_collaboration_id)
    WHEN 'lesson' THEN may_read(l.municipality_id, l.visibility, l.visible_to_collaboration_id)
    WHEN 'collection' THEN c.status = 'published'
    ELSE true END
$$;
