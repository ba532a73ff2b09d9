-- What a report's evidence rests on is the same for all its readers: whether figures are measured, and how many run it, tells neither the figures nor who.
-- What an adopter keeps at home counts for nobody.
CREATE FUNCTION report_evidence(report uuid) RETURNS TABLE (has_measured_cost boolean, has_measured_effect boolean, confirmed_by integer, evaluations integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT
    EXISTS (SELECT 1 FROM public.report_cost_line c WHERE c.report_id = r.id AND c.actual IS NOT NULL AND c.quality <> 'estimated'),
    EXISTS (SELECT 1 FROM public.report_effect e WHERE e.report_id = r.id AND e.value_before IS NOT NULL AND e.value_after IS NOT NULL AND e.quality <> 'estimated'),
    (SELECT count(*)::integer FROM public.reuse u WHERE u.report_id = r.id AND u.state = 'in_operation' AND u.visibility <> 'municipality'
      AND public.reuse_counts(u.state, u.confirmed_on)),
    (SELECT count(*)::integer FROM public.report_evaluation v WHERE v.report_id = r.id)
  FROM public.experience_report r WHERE r.id = report AND (public.is_own(r.municipality_id)
    OR (r.status = 'published' AND public.may_read(r.municipality_id, r.visibility, r.visible_to_collaboration_id)))
$$;
REVOKE EXECUTE ON FUNCTION report_evidence(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION report_evidence(uuid) TO delt_app;
