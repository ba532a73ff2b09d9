-- What is kept no longer than it is needed. The trail says that a session was; the session itself need not stay.

CREATE FUNCTION clear_outdated() RETURNS bigint LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
DECLARE gone bigint; total bigint := 0;
BEGIN
  IF public.viewer_kind() IS DISTINCT FROM 'worker' THEN
    RAISE EXCEPTION 'row-level security: only the worker clears' USING ERRCODE = 'insufficient_privilege';
  END IF;
  DELETE FROM public.rate_limit WHERE started_at < now() - interval '1 day';
  GET DIAGNOSTICS gone = ROW_COUNT; total := total + gone;
  DELETE FROM public.logout_token WHERE expires_at < now();
  GET DIAGNOSTICS gone = ROW_COUNT; total := total + gone;
  DELETE FROM public.auth_session WHERE expires_at < now() - interval '1 year';
  GET DIAGNOSTICS gone = ROW_COUNT; total := total + gone;
  DELETE FROM public.person_invitation WHERE expires_at < now() - interval '90 days';
  GET DIAGNOSTICS gone = ROW_COUNT; total := total + gone;
  RETURN total;
END $$;
REVOKE EXECUTE ON FUNCTION clear_outdated() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION clear_outdated() TO delt_app;
