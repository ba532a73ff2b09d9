-- Who may let others read something, how widely, and when a second person must look first. Held here as well as in the program.

ALTER TYPE news_kind ADD VALUE 'approval_wanted';
ALTER TYPE news_kind ADD VALUE 'approval_given';
ALTER TYPE news_kind ADD VALUE 'approval_returned';

CREATE TYPE publishing_rule AS ENUM ('writers', 'second_person', 'managers', 'nobody');
CREATE TABLE publishing_policy (
  municipality_id uuid PRIMARY KEY REFERENCES municipality (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  to_own publishing_rule NOT NULL DEFAULT 'writers',
  to_collaboration publishing_rule NOT NULL DEFAULT 'writers',
  to_municipalities publishing_rule NOT NULL DEFAULT 'writers',
  to_open publishing_rule NOT NULL DEFAULT 'writers',
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT publishing_policy_own_check CHECK (to_own <> 'nobody')
);
CREATE TABLE publication_request (
  id uuid PRIMARY KEY,
  municipality_id uuid NOT NULL,
  report_id uuid NOT NULL,
  version integer NOT NULL,
  confirmed jsonb NOT NULL,
  requested_by uuid NOT NULL,
  requested_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  decided_by uuid,
  decided_at timestamptz(6),
  is_approved boolean,
  reason text NOT NULL DEFAULT '',
  FOREIGN KEY (municipality_id, report_id) REFERENCES experience_report (municipality_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  FOREIGN KEY (municipality_id, requested_by) REFERENCES person (municipality_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  FOREIGN KEY (municipality_id, decided_by) REFERENCES person (municipality_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT publication_request_decided_check CHECK ((decided_at IS NULL) = (is_approved IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL)),
  CONSTRAINT publication_request_two_check CHECK (is_approved IS NOT TRUE OR decided_by <> requested_by),
  CONSTRAINT publication_request_reason_check CHECK (length(reason) <= 2000)
);
CREATE INDEX publication_request_municipality_id_report_id_idx ON publication_request (municipality_id, report_id);
CREATE INDEX publication_request_municipality_id_requested_by_idx ON publication_request (municipality_id, requested_by);
CREATE INDEX publication_request_municipality_id_decided_by_idx ON publication_request (municipality_id, decided_by);
CREATE UNIQUE INDEX publication_request_open ON publication_request (report_id) WHERE decided_at IS NULL;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['publishing_policy', 'publication_request'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY own_read ON %I FOR SELECT TO delt_app USING (is_own(municipality_id))', t);
  END LOOP;
END $$;

-- Whether whoever asks minds the portfolio or administers the municipality they ask for, by what is stored and not by what they say.
CREATE FUNCTION manages(municipality uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT public.is_own(municipality) AND EXISTS (
    SELECT 1 FROM public.person p JOIN public.role_assignment r ON r.person_id = p.id AND r.role IN ('portfolio_manager', 'municipality_admin')
    WHERE p.id = public.viewer_person() AND p.municipality_id = municipality AND p.home_municipality_id IS NULL AND p.status = 'active')
$$;
REVOKE EXECUTE ON FUNCTION manages(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION manages(uuid) TO delt_app;

CREATE POLICY own_insert ON publishing_policy FOR INSERT TO delt_app WITH CHECK (administers(municipality_id));
CREATE POLICY own_update ON publishing_policy FOR UPDATE TO delt_app USING (administers(municipality_id)) WITH CHECK (administers(municipality_id));
GRANT SELECT, INSERT, UPDATE ON publishing_policy TO delt_app;

CREATE POLICY own_insert ON publication_request FOR INSERT TO delt_app
  WITH CHECK (is_own(municipality_id) AND requested_by = viewer_person() AND decided_at IS NULL);
CREATE POLICY own_update ON publication_request FOR UPDATE TO delt_app
  USING (manages(municipality_id) AND decided_at IS NULL) WITH CHECK (manages(municipality_id) AND decided_by = viewer_person());
CREATE POLICY own_delete ON publication_request FOR DELETE TO delt_app USING (is_own(municipality_id) AND decided_at IS NULL);
GRANT SELECT, INSERT, DELETE ON publication_request TO delt_app;
GRANT UPDATE (decided_by, decided_at, is_approved, reason) ON publication_request TO delt_app;

-- The time of a decision is that of its transaction: by that, a publication is known to be the one that was approved.
CREATE FUNCTION decided_now() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  IF NEW.decided_at IS NOT NULL THEN NEW.decided_at := now(); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER decided_now BEFORE UPDATE ON publication_request FOR EACH ROW EXECUTE FUNCTION decided_now();

CREATE FUNCTION publishing_rule_of(municipality uuid, wide visibility) RETURNS publishing_rule LANGUAGE sql STABLE SET search_path = '' AS $$
  SELECT coalesce((SELECT CASE wide WHEN 'open' THEN p.to_open WHEN 'municipalities' THEN p.to_municipalities
    WHEN 'collaboration' THEN p.to_collaboration ELSE p.to_own END FROM public.publishing_policy p WHERE p.municipality_id = municipality),
    'writers'::public.publishing_rule)
$$;

-- Held whenever something is published, published anew, or read by others than before. The load of the demo has no viewer, and is let through.
CREATE FUNCTION publishing_is_allowed() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
DECLARE rule public.publishing_rule;
BEGIN
  IF public.viewer_kind() IS NULL OR public.viewer_kind() NOT IN ('staff', 'guest') OR NEW.status <> 'published' THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND OLD.status = 'published' AND (NEW.visibility, NEW.visible_to_collaboration_id, NEW.revised_at)
    IS NOT DISTINCT FROM (OLD.visibility, OLD.visible_to_collaboration_id, OLD.revised_at) THEN RETURN NEW; END IF;
  rule := public.publishing_rule_of(NEW.municipality_id, NEW.visibility);
  IF rule = 'nobody' OR (rule = 'managers' AND NOT public.manages(NEW.municipality_id)) OR (rule = 'second_person' AND NOT EXISTS (
      SELECT 1 FROM public.publication_request r WHERE r.municipality_id = NEW.municipality_id AND r.report_id = NEW.id
        AND r.is_approved AND r.decided_at = now() AND r.decided_by = public.viewer_person())) THEN
    RAISE EXCEPTION 'row-level security: the municipality does not publish so' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER publishing_is_allowed BEFORE INSERT OR UPDATE ON experience_report FOR EACH ROW EXECUTE FUNCTION publishing_is_allowed();

-- Projects and lessons are shared by the same rule, without being sent to anybody: where a second person must look, a manager shares.
CREATE FUNCTION sharing_is_allowed() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
DECLARE rule public.publishing_rule;
BEGIN
  IF public.viewer_kind() IS NULL OR public.viewer_kind() NOT IN ('staff', 'guest') OR NEW.visibility = 'municipality' THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND (NEW.visibility, NEW.visible_to_collaboration_id) IS NOT DISTINCT FROM (OLD.visibility, OLD.visible_to_collaboration_id) THEN
    RETURN NEW;
  END IF;
  rule := public.publishing_rule_of(NEW.municipality_id, NEW.visibility);
  IF rule = 'nobody' OR (rule <> 'writers' AND NOT public.manages(NEW.municipality_id)) THEN
    RAISE EXCEPTION 'row-level security: the municipality does not publish so' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sharing_is_allowed BEFORE INSERT OR UPDATE ON project FOR EACH ROW EXECUTE FUNCTION sharing_is_allowed();
CREATE TRIGGER sharing_is_allowed BEFORE INSERT OR UPDATE ON lesson FOR EACH ROW EXECUTE FUNCTION sharing_is_allowed();
