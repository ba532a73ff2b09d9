-- Whoever takes over what another answered for is told.
ALTER TYPE news_kind ADD VALUE 'duties_handed_over';
-- A view that all use is handed over like the rest. Otherwise its owner alone changes it.
CREATE FUNCTION hand_over_views(views uuid[], leaving uuid, taking uuid) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
  UPDATE public.saved_view v SET owner_id = taking
  WHERE public.administers(v.municipality_id) AND v.is_shared AND v.owner_id = leaving AND v.id = ANY (views)
$$;
REVOKE EXECUTE ON FUNCTION hand_over_views(uuid[], uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION hand_over_views(uuid[], uuid, uuid) TO delt_app;
