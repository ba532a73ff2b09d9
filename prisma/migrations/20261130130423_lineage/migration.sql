-- What builds on what is what was copied from what: a graph, with any number of sources, also by way of shared projects without a report.

-- Whether a project is a place in the lineage that the viewer sees: it is shared with them, or its report is published for them.
CREATE FUNCTION lineage_shows(subject uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = '' AS $$
  SELECT EXISTS (SELECT 1 FROM public.experience_report r WHERE r.project_id = subject AND r.status = 'published'
      AND public.may_read(r.municipality_id, r.visibility, r.visible_to_collaboration_id))
    OR EXISTS (SELECT 1 FROM public.project p WHERE p.id = subject AND p.visibility <> 'municipality' AND p.deleted_at IS NULL
      AND public.may_read(p.municipality_id, p.visibility, p.visible_to_collaboration_id))
$$;

-- Who has copied is private to them; that a shared project or a published report builds on another is no secret to those who may read both.
CREATE FUNCTION lineage_links(subject uuid) RETURNS TABLE (project_id uuid, source_project_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT DISTINCT c.project_id, c.source_project_id FROM public.project_copy c
  WHERE subject IN (c.project_id, c.source_project_id) AND public.lineage_shows(c.project_id) AND public.lineage_shows(c.source_project_id)
$$;
REVOKE EXECUTE ON FUNCTION lineage_links(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lineage_links(uuid) TO delt_app;

ALTER TABLE experience_report DROP COLUMN builds_on_report_id;
