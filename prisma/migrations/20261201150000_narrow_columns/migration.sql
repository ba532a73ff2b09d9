-- What proves who somebody is cannot be read by the program, not even where it may read the row: it asks whether what it was handed is the one.
-- Whoever gets at the program's connection finds no hash, no sealed secret and no key by looking through the tables.

-- Every column but these. One that is added later is closed until a migration opens it.
DO $$
DECLARE t text; closed text[]; open text;
BEGIN
  FOR t, closed IN VALUES
    ('auth_session', ARRAY['token_hash', 'provider_session_hash']), ('client_key', ARRAY['private_key_encrypted']),
    ('identity_provider', ARRAY['client_secret_encrypted']), ('scim_token', ARRAY['token_hash']),
    ('setup_invitation', ARRAY['token_hash', 'session_hash']), ('logout_token', ARRAY['jti'])
  LOOP
    SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) INTO open FROM pg_attribute
      WHERE attrelid = t::regclass AND attnum > 0 AND NOT attisdropped AND attname <> ALL (closed);
    EXECUTE format('REVOKE SELECT ON %I FROM delt_app', t);
    EXECUTE format('GRANT SELECT (%s) ON %I TO delt_app', open, t);
  END LOOP;
END $$;
-- A link that has been used is only ever noted.
REVOKE SELECT ON used_link FROM delt_app;

-- The session that the browser holds the token of.
CREATE FUNCTION session_with(hash bytea) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT s.id FROM public.auth_session s WHERE public.viewer_kind() = 'signin' AND s.token_hash = hash
$$;
-- The sessions here that a provider means by the name of its own.
CREATE FUNCTION sessions_of_provider(connection uuid, hash bytea) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT s.id FROM public.auth_session s
  WHERE public.viewer_kind() = 'signin' AND s.identity_provider_id = connection AND s.provider_session_hash = hash
$$;
-- What the app proves itself with at one provider, sealed still: to the sign-in, and nobody else.
CREATE FUNCTION secrets_of_connection(connection uuid) RETURNS TABLE (client_secret bytea, key_id uuid, private_key bytea)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT d.client_secret_encrypted, k.id, k.private_key_encrypted FROM public.identity_provider d
  LEFT JOIN LATERAL (SELECT c.id, c.private_key_encrypted FROM public.client_key c
    WHERE c.identity_provider_id = d.id AND c.activated_at IS NOT NULL AND c.retired_at IS NULL ORDER BY c.activated_at DESC LIMIT 1) k ON true
  WHERE public.viewer_kind() = 'signin' AND d.id = connection
$$;
-- Whether a connection has a client secret, to those who may see the connection.
CREATE FUNCTION has_client_secret(connection uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT EXISTS (SELECT 1 FROM public.identity_provider d WHERE d.id = connection AND d.client_secret_encrypted IS NOT NULL
    AND (public.viewer_kind() = 'operator' OR public.is_own(d.municipality_id) OR public.founds(d.municipality_id)))
$$;
-- The link that somebody follows to set up the first sign-in, and the one that the browser opened.
CREATE FUNCTION setup_of_link(hash bytea) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT s.id FROM public.setup_invitation s WHERE public.viewer_kind() = 'signin' AND s.token_hash = hash
$$;
CREATE FUNCTION setup_of_session(hash bytea) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT s.id FROM public.setup_invitation s WHERE public.viewer_kind() = 'signin' AND s.session_hash = hash
$$;
DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['session_with(bytea)', 'sessions_of_provider(uuid, bytea)', 'secrets_of_connection(uuid)', 'has_client_secret(uuid)',
    'setup_of_link(bytea)', 'setup_of_session(bytea)'] LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO delt_app', f);
  END LOOP;
END $$;

-- Rights that nothing in the program uses. What is written once is not rewritten, and what is hidden is removed by the nightly job alone.
REVOKE UPDATE ON deleted_item, document_version, improvement_answer, plan_link, project_copy, project_member, project_template_version,
  report_cost_line, report_effect, report_prerequisite, report_section, report_series FROM delt_app;
REVOKE DELETE ON copied_part, experience_report, idea, municipality_settings, programme, project, project_copy, project_phase,
  project_template, project_template_version, report_not_duplicate, report_part, report_series, reuse FROM delt_app;

-- Triggers run without it, and what works out whom news concerns is only asked by functions of the owner.
DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND (p.prorettype = 'trigger'::regtype
    OR p.proname IN ('adopters_in', 'adopters_told', 'audit_text', 'could_read', 'days_to_answer_advice', 'holders_of', 'is_doubted', 'is_read_as_widely',
      'kind_weight', 'lineage_shows', 'my_guest_rows', 'own_topic', 'people_concerned', 'people_following', 'portfolio_minders', 'seat_name', 'stewards_of'))
    AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC, delt_app', f);
  END LOOP;
END $$;
