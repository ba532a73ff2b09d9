-- Those who run a shared project without a report are told of what is offered to it, as stewards are where there is one.
CREATE OR REPLACE FUNCTION people_concerned(item public.news_item) RETURNS SETOF uuid LANGUAGE sql STABLE SET search_path = '' AS $$
  SELECT public.stewards_of(item.report_id) WHERE item.kind IN
    ('report_outdated', 'recommendation_given', 'reuse_confirmed', 'report_to_confirm', 'effect_to_follow_up', 'review_given', 'report_merged', 'improvement_offered',
     'question_asked', 'report_featured')
  UNION SELECT m.person_id FROM public.experience_report r JOIN public.project_member m ON m.project_id = r.project_id AND m.role = 'project_owner'
    WHERE item.kind = 'report_featured' AND r.id = item.report_id
  UNION SELECT x FROM public.question_recipient a, public.experience_report r, public.adopters_in(a.municipality_id, item.report_id) x
    WHERE item.kind = 'question_asked' AND a.question_id = item.question_id AND r.id = item.report_id AND a.municipality_id <> r.municipality_id
  UNION SELECT item.recipient_id WHERE item.recipient_id IS NOT NULL
  UNION SELECT q.asked_by FROM public.question q WHERE item.kind = 'question_answered' AND q.id = item.question_id
  UNION SELECT public.portfolio_minders(item.recipient_municipality_id) WHERE item.kind = 'reuse_proposed'
  UNION SELECT public.adopters_in(item.recipient_municipality_id, item.report_id) WHERE item.kind IN ('reuse_to_confirm', 'recommendation_wanted')
  UNION SELECT p.id FROM public.project_member m JOIN public.person p ON p.id = m.person_id AND p.status = 'active' AND p.home_person_id IS NULL
    WHERE item.kind IN ('status_published', 'gate_decided', 'advice_sent', 'improvement_offered') AND m.project_id = item.project_id
  -- A shared project without a report that nobody runs any more still has somebody who minds it.
  UNION SELECT x FROM public.portfolio_minders(item.recipient_municipality_id) x WHERE item.kind = 'improvement_offered' AND item.report_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM public.project_member m JOIN public.person p ON p.id = m.person_id AND p.status = 'active' AND p.home_person_id IS NULL
      WHERE m.project_id = item.project_id)
  UNION SELECT public.holders_of(item.report_id, item.kind = 'part_improved') WHERE item.kind IN ('part_improved', 'report_withdrawn')
  UNION SELECT public.adopters_told(item.report_id) WHERE item.kind = 'report_withdrawn' OR (item.kind = 'part_improved'
    AND EXISTS (SELECT 1 FROM public.report_part p WHERE p.report_id = item.report_id AND p.improved_at = now()))
  -- A question to all that nobody follows the theme of still reaches somebody.
  UNION SELECT a FROM public.advisors() a WHERE (item.kind = 'question_to_advisors'
    AND a IS DISTINCT FROM (SELECT q.asked_by FROM public.question q WHERE q.id = item.question_id)) OR (item.kind = 'question_asked' AND item.report_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM public.people_following(item) x WHERE x IS DISTINCT FROM item.actor_id))
$$;
