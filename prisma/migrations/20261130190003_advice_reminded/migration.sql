-- How many days advice waits before those who run the project are reminded, and how often then.
CREATE FUNCTION days_to_answer_advice() RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = '' RETURN 14;

-- Reminds those who run a project of advice that nobody has answered: every other week, for as long as the project goes on, and not for ever. Gives how many
-- projects were reminded.
CREATE FUNCTION remind_of_advice(today date) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE reminded integer;
BEGIN
  IF public.viewer_kind() IS DISTINCT FROM 'worker' THEN RAISE EXCEPTION 'only the worker reminds' USING ERRCODE = '42501'; END IF;
  PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('remind-of-advice', 0));
  INSERT INTO public.news_item (id, kind, project_id, recipient_municipality_id)
  SELECT gen_random_uuid(), 'advice_waiting', a.project_id, a.municipality_id
  FROM public.advice a JOIN public.project p ON p.id = a.project_id AND p.deleted_at IS NULL AND p.lifecycle IN ('active', 'waiting')
  WHERE a.answer IS NULL AND a.withdrawn_at IS NULL AND a.sent_at::date <= today - public.days_to_answer_advice() AND a.sent_at::date > today - 90
    AND NOT EXISTS (SELECT 1 FROM public.news_item n WHERE n.project_id = a.project_id AND n.kind = 'advice_waiting'
      AND n.created_at::date >= today - public.days_to_answer_advice())
  GROUP BY a.project_id, a.municipality_id;
  GET DIAGNOSTICS reminded = ROW_COUNT;
  RETURN reminded;
END $$;
REVOKE EXECUTE ON FUNCTION remind_of_advice(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION remind_of_advice(date) TO delt_app;
