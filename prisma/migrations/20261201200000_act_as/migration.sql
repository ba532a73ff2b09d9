-- Who is asking is held against the tables before anything is shown: once a transaction, by the one function the program says it with. A claim that
-- does not hold leaves the transaction with no viewer at all, and every policy answers no.

CREATE FUNCTION act_as(kind text, municipality uuid, person uuid, correlation text) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE holds boolean := false;
BEGIN
  IF kind IN ('visitor', 'signin', 'worker') THEN
    holds := municipality IS NULL AND person IS NULL;
  ELSIF kind = 'staff' THEN
    holds := EXISTS (SELECT 1 FROM public.person p WHERE p.id = act_as.person AND p.municipality_id = act_as.municipality
      AND p.home_municipality_id IS NULL AND p.home_person_id IS NULL AND p.status = 'active');
  ELSIF kind = 'guest' THEN
    holds := EXISTS (SELECT 1 FROM public.person p JOIN public.person h ON h.id = p.home_person_id AND h.municipality_id = p.home_municipality_id
      WHERE p.id = act_as.person AND p.municipality_id = act_as.municipality AND p.status = 'active' AND h.status = 'active');
  ELSIF kind = 'seat' THEN
    -- Of somebody who was let in, no more is said than from which seat; whether the leave counts is asked of the tables whenever it is used.
    holds := act_as.municipality IS NULL AND EXISTS (SELECT 1 FROM public.advisor_grant g WHERE g.person_id = act_as.person);
  ELSIF kind IN ('advisor', 'operator') THEN
    holds := act_as.municipality IS NULL AND EXISTS (SELECT 1 FROM public.person p JOIN public.role_assignment r ON r.person_id = p.id
      WHERE p.id = act_as.person AND p.municipality_id IS NULL AND p.status = 'active' AND r.role::text = act_as.kind);
  ELSIF kind = 'founder' THEN
    holds := EXISTS (SELECT 1 FROM public.setup_invitation s WHERE s.person_id = act_as.person
      AND s.municipality_id IS NOT DISTINCT FROM act_as.municipality AND s.seated_at IS NULL AND s.ended_at IS NULL AND s.session_expires_at > now());
  ELSIF kind = 'provisioner' THEN
    holds := act_as.person IS NULL AND EXISTS (SELECT 1 FROM public.participation p WHERE p.municipality_id = act_as.municipality)
      AND NOT EXISTS (SELECT 1 FROM public.municipality_closure c WHERE c.municipality_id = act_as.municipality);
  END IF;
  PERFORM set_config('delt.viewer_kind', CASE WHEN holds AND kind <> 'seat' THEN kind ELSE '' END, true),
    set_config('delt.municipality_id', CASE WHEN holds THEN coalesce(municipality::text, '') ELSE '' END, true),
    set_config('delt.person_id', CASE WHEN holds AND kind <> 'seat' THEN coalesce(person::text, '') ELSE '' END, true),
    set_config('delt.seat', CASE WHEN holds AND kind = 'seat' THEN person::text ELSE '' END, true),
    set_config('delt.correlation', coalesce(correlation, ''), true);
  RETURN coalesce(holds, false);
END $$;
REVOKE EXECUTE ON FUNCTION act_as(text, uuid, uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION act_as(text, uuid, uuid, text) TO delt_app;
