-- What runs as the owner must not be led to tables of the caller's making: temporary ones are looked for first where the path does not name them last.
DO $$
DECLARE f record;
BEGIN
  FOR f IN SELECT p.oid::regprocedure AS it FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
    AND EXISTS (SELECT 1 FROM unnest(p.proconfig) c WHERE c LIKE 'search_path=pg_catalog, public%') LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = pg_catalog, public, pg_temp', f.it);
  END LOOP;
  -- Nor has the program any use for them.
  EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
END $$;

-- A door begins as a draft, with nothing said on behalf of those who try and approve it.
DROP POLICY own_insert ON identity_provider;
CREATE POLICY own_insert ON identity_provider FOR INSERT TO delt_app WITH CHECK (administers(municipality_id) AND status = 'draft'
  AND num_nonnulls(tested_at, tested_by, submitted_at, approved_at, approved_by, returned_reason, closed_by) = 0);
