-- Whom one can turn to about a report: those who would be asked. Those who are signed in are told name and e-mail, visitors the title alone.
CREATE FUNCTION report_contacts(report uuid) RETURNS TABLE (is_stand_in boolean, name text, job_title text, email text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT coalesce(p.id = s.stand_in_id AND EXISTS (SELECT 1 FROM public.person h WHERE h.id = s.person_id AND h.status = 'active'), false) AS is_stand_in,
    CASE WHEN public.viewer_kind() IN ('staff', 'advisor') THEN p.name END, coalesce(p.job_title, ''),
    CASE WHEN public.viewer_kind() IN ('staff', 'advisor') THEN p.email END
  FROM public.experience_report r CROSS JOIN LATERAL public.stewards_of(r.id) x JOIN public.person p ON p.id = x
  LEFT JOIN public.report_steward s ON s.report_id = r.id
  WHERE r.id = report AND r.status = 'published' AND public.may_read(r.municipality_id, r.visibility, r.visible_to_collaboration_id)
  ORDER BY is_stand_in, p.name, p.id LIMIT 4
$$;
REVOKE EXECUTE ON FUNCTION report_contacts(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION report_contacts(uuid) TO delt_app;
