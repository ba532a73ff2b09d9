-- What is answered is found with the report it is about.

-- Adds the words of a question and an answer to the document of its report. Called by whoever answers, who may be of another municipality than the report.
CREATE FUNCTION add_answer_to_search(answer_id uuid, lexemes tsvector) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
  UPDATE public.search_document d SET vector = d.vector || pg_catalog.setweight(lexemes, 'D'), body = d.body || E'\n' || q.text || E'\n' || a.text
  FROM public.answer a JOIN public.question q ON q.id = a.question_id
  WHERE a.id = answer_id AND a.answered_by = public.viewer_person() AND d.report_id = q.report_id
$$;

-- How many days a municipality has used to answer each of the last questions about what it shares with others; null for one it has not answered. Counted are
-- its own answers, and questions that have waited as long as anybody should.
CREATE FUNCTION answer_times(source uuid) RETURNS TABLE (days double precision) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT extract(epoch FROM first.at - q.asked_at)::double precision / 86400 FROM public.question q
  JOIN public.experience_report r ON r.id = q.report_id AND r.status = 'published' AND r.visibility IN ('open', 'municipalities')
  CROSS JOIN LATERAL (SELECT min(a.answered_at) AS at FROM public.answer a WHERE a.question_id = q.id AND a.municipality_id = source) first
  WHERE r.municipality_id = source AND q.municipality_id IS DISTINCT FROM source AND q.withdrawn_at IS NULL
    AND public.viewer_kind() IN ('visitor', 'staff', 'guest', 'advisor')
    AND (first.at IS NOT NULL OR q.asked_at < now() - make_interval(days => public.days_to_advisors()))
  ORDER BY q.asked_at DESC LIMIT 20
$$;
REVOKE EXECUTE ON FUNCTION add_answer_to_search(uuid, tsvector), answer_times(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION add_answer_to_search(uuid, tsvector), answer_times(uuid) TO delt_app;
