-- A municipality lets a named advisor of KommIT in for a while, with a role of its own. Whoever is let in acts as a row of their own there, their seat, as guests
-- do: what they make bears it, and the trail of the municipality names it. That the leave still counts is asked of the tables whenever it is used.

-- Somebody is let in, and it is over.
ALTER TYPE news_kind ADD VALUE 'grant_given';
ALTER TYPE news_kind ADD VALUE 'grant_ended';

-- CreateTable
CREATE TABLE "advisor_grant" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "advisor_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "reason" TEXT NOT NULL,
    "granted_by" UUID NOT NULL,
    "valid_from" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "valid_to" TIMESTAMPTZ(6) NOT NULL,
    "ended_at" TIMESTAMPTZ(6),
    "ended_by" UUID,

    CONSTRAINT "advisor_grant_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "auth_session" ADD COLUMN     "advisor_grant_id" UUID;

-- CreateIndex
CREATE INDEX "advisor_grant_municipality_id_person_id_idx" ON "advisor_grant"("municipality_id", "person_id");

-- CreateIndex
CREATE INDEX "advisor_grant_municipality_id_granted_by_idx" ON "advisor_grant"("municipality_id", "granted_by");

-- CreateIndex
CREATE INDEX "advisor_grant_municipality_id_ended_by_idx" ON "advisor_grant"("municipality_id", "ended_by");

-- CreateIndex
CREATE INDEX "advisor_grant_person_id_idx" ON "advisor_grant"("person_id");

-- CreateIndex
CREATE INDEX "advisor_grant_advisor_id_idx" ON "advisor_grant"("advisor_id");

-- CreateIndex
CREATE INDEX "auth_session_advisor_grant_id_idx" ON "auth_session"("advisor_grant_id");

-- CreateIndex
CREATE INDEX "person_home_person_id_idx" ON "person"("home_person_id");

-- AddForeignKey
ALTER TABLE "advisor_grant" ADD CONSTRAINT "advisor_grant_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "advisor_grant" ADD CONSTRAINT "advisor_grant_municipality_id_person_id_fkey" FOREIGN KEY ("municipality_id", "person_id") REFERENCES "person"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "advisor_grant" ADD CONSTRAINT "advisor_grant_advisor_id_fkey" FOREIGN KEY ("advisor_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "advisor_grant" ADD CONSTRAINT "advisor_grant_municipality_id_granted_by_fkey" FOREIGN KEY ("municipality_id", "granted_by") REFERENCES "person"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "advisor_grant" ADD CONSTRAINT "advisor_grant_municipality_id_ended_by_fkey" FOREIGN KEY ("municipality_id", "ended_by") REFERENCES "person"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auth_session" ADD CONSTRAINT "auth_session_advisor_grant_id_fkey" FOREIGN KEY ("advisor_grant_id") REFERENCES "advisor_grant"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_home_person_id_fkey" FOREIGN KEY ("home_person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE advisor_grant
  -- Nobody from outside administers a municipality.
  ADD CONSTRAINT advisor_grant_role_check CHECK (role IN ('portfolio_reader', 'member', 'portfolio_manager')),
  ADD CONSTRAINT advisor_grant_reason_check CHECK (btrim(reason) <> '' AND length(reason) <= 500),
  ADD CONSTRAINT advisor_grant_period_check CHECK (valid_to > valid_from AND valid_to <= valid_from + interval '91 days'),
  ADD CONSTRAINT advisor_grant_end_check CHECK (ended_by IS NULL OR ended_at IS NOT NULL);

-- The seat of an advisor: somebody from no municipality at home.
ALTER TABLE person DROP CONSTRAINT person_home_check;
ALTER TABLE person ADD CONSTRAINT person_home_check CHECK (CASE WHEN home_municipality_id IS NULL THEN home_person_id IS NULL OR municipality_id IS NOT NULL
  ELSE home_person_id IS NOT NULL AND home_municipality_id <> municipality_id END);
CREATE FUNCTION seat_name(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN name || ' (KommIT)';
CREATE OR REPLACE FUNCTION guests_follow_home() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE public.person SET name = CASE WHEN NEW.municipality_id IS NULL THEN public.seat_name(NEW.name) ELSE NEW.name END, email = NEW.email, status = NEW.status
    WHERE home_person_id = NEW.id AND home_municipality_id IS NOT DISTINCT FROM NEW.municipality_id;
  RETURN NULL;
END $$;

-- Seats are made and changed by the database alone, and have no roles but those of the leave.
CREATE POLICY no_seat_insert ON person AS RESTRICTIVE FOR INSERT TO delt_app WITH CHECK (home_person_id IS NULL OR home_municipality_id IS NOT NULL);
CREATE POLICY no_seat_update ON person AS RESTRICTIVE FOR UPDATE TO delt_app USING (home_person_id IS NULL OR home_municipality_id IS NOT NULL);
CREATE POLICY no_seat_delete ON person AS RESTRICTIVE FOR DELETE TO delt_app USING (home_person_id IS NULL OR home_municipality_id IS NOT NULL);
CREATE POLICY no_seat_roles ON role_assignment AS RESTRICTIVE FOR INSERT TO delt_app
  WITH CHECK (NOT EXISTS (SELECT 1 FROM person p WHERE p.id = person_id AND p.home_person_id IS NOT NULL AND p.home_municipality_id IS NULL));
CREATE OR REPLACE FUNCTION administers(municipality uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT public.is_own(municipality) AND EXISTS (
    SELECT 1 FROM public.person p JOIN public.role_assignment r ON r.person_id = p.id AND r.role = 'municipality_admin'
    WHERE p.id = public.viewer_person() AND p.municipality_id = municipality AND p.home_person_id IS NULL AND p.status = 'active')
$$;
CREATE OR REPLACE FUNCTION people_count(municipality uuid) RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT count(*) FROM public.person p WHERE public.viewer_kind() = 'operator' AND p.municipality_id = municipality
    AND p.status::text = 'active' AND p.home_person_id IS NULL
$$;

-- Whether a leave counts now: begun, not run out, not ended, of somebody who is an advisor still, in a municipality that takes part.
CREATE FUNCTION grant_counts(leave advisor_grant) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = '' AS $$
  SELECT leave.ended_at IS NULL AND leave.valid_from <= now() AND now() < leave.valid_to
    AND EXISTS (SELECT 1 FROM public.person s JOIN public.person a ON a.id = s.home_person_id JOIN public.role_assignment r ON r.person_id = a.id AND r.role = 'advisor'
      WHERE s.id = leave.person_id AND s.municipality_id = leave.municipality_id AND s.status = 'active' AND a.id = leave.advisor_id AND a.status = 'active'
        AND a.municipality_id IS NULL)
    AND NOT EXISTS (SELECT 1 FROM public.municipality_closure c WHERE c.municipality_id = leave.municipality_id)
$$;

-- The leave of whoever says that they act from a seat; nothing where it does not count now.
CREATE FUNCTION my_leave() RETURNS advisor_grant LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER COST 1 SET search_path = '' AS $$
  SELECT g.* FROM public.advisor_grant g WHERE g.person_id = nullif(current_setting('delt.seat', true), '')::uuid AND public.grant_counts(g) LIMIT 1
$$;

-- «I act from this seat» is a claim of its own, and all that the program says of such a viewer: who they are and where, the leave says, each time a policy asks.
-- With leave one is staff there, without it nobody from nowhere. Everybody else is what the program says, as before, and costs what it did.
CREATE OR REPLACE FUNCTION viewer_kind() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(nullif(current_setting('delt.viewer_kind', true), ''),
    CASE WHEN current_setting('delt.seat', true) <> '' THEN CASE WHEN (my_leave()).id IS NOT NULL THEN 'staff' END END);
CREATE OR REPLACE FUNCTION viewer_municipality() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(nullif(current_setting('delt.municipality_id', true), '')::uuid,
    CASE WHEN current_setting('delt.seat', true) <> '' THEN (my_leave()).municipality_id END);
CREATE OR REPLACE FUNCTION viewer_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(nullif(current_setting('delt.person_id', true), '')::uuid,
    CASE WHEN current_setting('delt.seat', true) <> '' THEN (my_leave()).person_id END);

-- Whoever was let in to read changes nothing, whatever the program lets them try. What they do is written down all the same.
CREATE FUNCTION readers_change_nothing() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  IF pg_catalog.current_setting('delt.seat', true) <> '' AND (public.my_leave()).role = 'portfolio_reader' THEN
    RAISE EXCEPTION 'row-level security: let in to read' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NULL;
END $$;

ALTER TABLE advisor_grant ENABLE ROW LEVEL SECURITY;
ALTER TABLE advisor_grant FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON advisor_grant TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY own_read ON advisor_grant FOR SELECT TO delt_app USING (is_own(municipality_id));
CREATE POLICY advisor_read ON advisor_grant FOR SELECT TO delt_app USING (viewer_kind() = 'advisor' AND advisor_id = viewer_person());
CREATE POLICY signin_read ON advisor_grant FOR SELECT TO delt_app USING (viewer_kind() = 'signin');
-- Given by the function below; ended once, by the municipality.
CREATE POLICY own_update ON advisor_grant FOR UPDATE TO delt_app USING (administers(municipality_id) AND ended_at IS NULL)
  WITH CHECK (administers(municipality_id) AND ended_by = viewer_person());
GRANT SELECT ON advisor_grant TO delt_app;
GRANT UPDATE (ended_at, ended_by) ON advisor_grant TO delt_app;

-- Those whom a municipality can let in.
CREATE FUNCTION advisors_to_let_in() RETURNS TABLE (id uuid, name text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT p.id, p.name FROM public.person p JOIN public.role_assignment r ON r.person_id = p.id AND r.role = 'advisor'
  WHERE public.administers(public.viewer_municipality()) AND p.municipality_id IS NULL AND p.status = 'active'
$$;

-- Lets an advisor in, in the name of whoever administers. Gives the leave; nothing where there is no such advisor, or where they have leave already.
CREATE FUNCTION give_advisor_grant(advisor uuid, role role, reason text, until timestamptz) RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = '' AS $$
#variable_conflict use_variable
DECLARE host uuid := public.viewer_municipality(); home public.person; seat uuid; made uuid := gen_random_uuid();
BEGIN
  IF public.administers(host) IS NOT TRUE THEN
    RAISE EXCEPTION 'row-level security: only an administrator lets anybody in' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT p.* INTO home FROM public.person p JOIN public.advisors_to_let_in() a ON a.id = p.id WHERE p.id = advisor FOR SHARE OF p;
  IF home.id IS NULL THEN RETURN NULL; END IF;
  INSERT INTO public.person AS s (id, municipality_id, name, email, home_person_id) VALUES (gen_random_uuid(), host, public.seat_name(home.name), home.email, home.id)
    ON CONFLICT (municipality_id, home_person_id) DO UPDATE SET name = excluded.name, email = excluded.email, status = 'active' RETURNING s.id INTO seat;
  IF EXISTS (SELECT 1 FROM public.advisor_grant g WHERE g.municipality_id = host AND g.person_id = seat AND public.grant_counts(g)) THEN RETURN NULL; END IF;
  INSERT INTO public.advisor_grant (id, municipality_id, person_id, advisor_id, role, reason, granted_by, valid_to)
    VALUES (made, host, seat, home.id, role, reason, public.viewer_person(), until);
  RETURN made;
END $$;

-- Readers, at every table the program writes in.
DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
    AND (has_any_column_privilege('delt_app', c.oid, 'INSERT, UPDATE') OR has_table_privilege('delt_app', c.oid, 'DELETE'))
    AND c.relname NOT IN ('audit_event', 'search_log') ORDER BY 1 LOOP
    EXECUTE format('CREATE TRIGGER readers_change_nothing BEFORE INSERT OR UPDATE OR DELETE ON %I FOR EACH STATEMENT EXECUTE FUNCTION readers_change_nothing()', t);
  END LOOP;
END $$;

-- Where a session acts is kept with it. Only whoever has leave goes in; that they come and go stands in the trail of the municipality, also where time runs out.
GRANT UPDATE (advisor_grant_id) ON auth_session TO delt_app;
CREATE FUNCTION advisors_come_and_go() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE was uuid := CASE WHEN TG_OP = 'UPDATE' THEN OLD.advisor_grant_id END; leave public.advisor_grant; why text;
BEGIN
  IF NEW.ended_at IS NOT NULL THEN NEW.advisor_grant_id := NULL; END IF;
  IF NEW.advisor_grant_id IS NOT DISTINCT FROM was THEN RETURN NEW; END IF;
  IF was IS NOT NULL THEN
    SELECT * INTO leave FROM public.advisor_grant g WHERE g.id = was;
    why := CASE WHEN leave.ended_at IS NOT NULL THEN 'ended' WHEN now() >= leave.valid_to THEN 'expired' WHEN NEW.ended_at IS NOT NULL THEN 'session'
      WHEN NOT public.grant_counts(leave) THEN 'ended' ELSE 'self' END;
    INSERT INTO public.audit_event (id, municipality_id, actor_id, action, subject_type, subject_id, detail)
      VALUES (gen_random_uuid(), leave.municipality_id, leave.person_id, 'grant.leave', 'advisor_grant', leave.id, pg_catalog.jsonb_build_object('why', why));
  END IF;
  IF NEW.advisor_grant_id IS NOT NULL THEN
    SELECT * INTO leave FROM public.advisor_grant g WHERE g.id = NEW.advisor_grant_id FOR SHARE;
    IF leave.advisor_id IS DISTINCT FROM NEW.person_id OR NEW.municipality_id IS NOT NULL OR public.grant_counts(leave) IS NOT TRUE THEN
      RAISE EXCEPTION 'row-level security: nobody goes in without leave' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO public.audit_event (id, municipality_id, actor_id, action, subject_type, subject_id, detail)
      VALUES (gen_random_uuid(), leave.municipality_id, leave.person_id, 'grant.enter', 'advisor_grant', leave.id, pg_catalog.jsonb_build_object('role', leave.role));
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER advisors_come_and_go BEFORE INSERT OR UPDATE OF advisor_grant_id, ended_at ON auth_session FOR EACH ROW EXECUTE FUNCTION advisors_come_and_go();

-- Whoever is inside when the leave is ended is outside at once.
CREATE FUNCTION ended_grants_lead_out() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE public.auth_session SET advisor_grant_id = NULL WHERE advisor_grant_id = NEW.id AND ended_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER ended_grants_lead_out AFTER UPDATE OF ended_at ON advisor_grant FOR EACH ROW WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL)
  EXECUTE FUNCTION ended_grants_lead_out();

-- When two municipalities become one.
CREATE OR REPLACE FUNCTION merge_municipality(predecessor uuid, successor uuid, effective date) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE t record; was municipality;
BEGIN
  IF viewer_kind() IS DISTINCT FROM 'operator' THEN
    RAISE EXCEPTION 'row-level security: only operators decide what follows whom' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT * INTO STRICT was FROM municipality WHERE id = predecessor FOR UPDATE;
  PERFORM 1 FROM municipality WHERE id = successor FOR UPDATE;
  IF EXISTS (SELECT 1 FROM municipality_succession WHERE predecessor_id IN (predecessor, successor) AND is_heir) THEN
    RAISE EXCEPTION 'One of them has gone up in another already' USING ERRCODE = 'check_violation';
  END IF;

  -- Rows point at each other by municipality and id: all move before any is looked at. Records that nobody changes are moved, not changed.
  FOR t IN SELECT conrelid::regclass AS rel, conname FROM pg_constraint
    WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND NOT condeferrable LOOP
    EXECUTE format('ALTER TABLE %s ALTER CONSTRAINT %I DEFERRABLE INITIALLY IMMEDIATE', t.rel, t.conname);
  END LOOP;
  FOR t IN SELECT DISTINCT tgrelid::regclass AS rel FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid
    WHERE NOT tgisinternal AND c.relnamespace = 'public'::regnamespace AND c.relname NOT IN ('audit_event', 'audit_link') LOOP
    EXECUTE format('ALTER TABLE %s DISABLE TRIGGER USER', t.rel);
  END LOOP;
  SET CONSTRAINTS ALL DEFERRED;

  -- Of what there is one each, the successor's counts. Numbers and names that both use are told apart by where they came from.
  DELETE FROM municipality_settings WHERE municipality_id = predecessor AND EXISTS (SELECT 1 FROM municipality_settings WHERE municipality_id = successor);
  DELETE FROM publishing_policy WHERE municipality_id = predecessor AND EXISTS (SELECT 1 FROM publishing_policy WHERE municipality_id = successor);
  DELETE FROM municipality_answer a WHERE municipality_id = predecessor AND EXISTS (SELECT 1 FROM municipality_answer b WHERE b.municipality_id = successor AND b.subject = a.subject);
  DELETE FROM collaboration_member a WHERE municipality_id = predecessor AND EXISTS (SELECT 1 FROM collaboration_member b WHERE b.municipality_id = successor AND b.collaboration_id = a.collaboration_id);
  DELETE FROM question_recipient a WHERE municipality_id = predecessor AND EXISTS (SELECT 1 FROM question_recipient b WHERE b.municipality_id = successor AND b.question_id = a.question_id);
  DELETE FROM reuse a WHERE municipality_id = predecessor AND EXISTS (SELECT 1 FROM reuse b WHERE b.municipality_id = successor AND b.report_id = a.report_id);
  DELETE FROM recommendation_reply r USING report_recommendation a WHERE r.recommendation_id = a.id AND a.municipality_id = predecessor
    AND EXISTS (SELECT 1 FROM report_recommendation b WHERE b.municipality_id = successor AND b.report_id = a.report_id);
  DELETE FROM report_recommendation a WHERE municipality_id = predecessor AND EXISTS (SELECT 1 FROM report_recommendation b WHERE b.municipality_id = successor AND b.report_id = a.report_id);
  -- Nobody is in on a plan of its own.
  DELETE FROM plan_interest a WHERE (municipality_id, host_municipality_id) IN ((predecessor, successor), (successor, predecessor))
    OR (municipality_id = predecessor AND EXISTS (SELECT 1 FROM plan_interest b WHERE b.municipality_id = successor AND b.project_id = a.project_id));
  DELETE FROM reuse_proposal a WHERE (municipality_id, adopter_municipality_id) IN ((predecessor, successor), (successor, predecessor))
    OR (adopter_municipality_id = predecessor AND EXISTS (SELECT 1 FROM reuse_proposal b WHERE b.report_id = a.report_id AND b.adopter_municipality_id = successor));
  DELETE FROM project_invitation a WHERE guest_municipality_id = predecessor AND EXISTS (
    SELECT 1 FROM project_invitation b WHERE b.project_id = a.project_id AND b.guest_municipality_id = successor AND b.email = a.email);
  DELETE FROM follow a WHERE followed_municipality_id IN (predecessor, successor) AND EXISTS (SELECT 1 FROM follow b
    WHERE b.person_id = a.person_id AND b.followed_municipality_id = successor AND b.id <> a.id);
  -- Whom a municipality has let in, it has let in to itself: nobody follows along to the successor. Where both knew the same advisor, one of the rows is a former one.
  UPDATE advisor_grant SET ended_at = now() WHERE municipality_id = predecessor AND ended_at IS NULL;
  UPDATE auth_session s SET advisor_grant_id = NULL FROM advisor_grant g WHERE g.id = s.advisor_grant_id AND g.municipality_id = predecessor;
  UPDATE person a SET home_person_id = NULL, status = 'deactivated' WHERE municipality_id = predecessor AND home_municipality_id IS NULL AND home_person_id IS NOT NULL
    AND EXISTS (SELECT 1 FROM person b WHERE b.municipality_id = successor AND b.home_person_id = a.home_person_id);
  DELETE FROM search_document WHERE municipality_id = predecessor AND kind = 'municipality';
  DELETE FROM municipality_closure WHERE municipality_id = predecessor;
  UPDATE project a SET number = a.number || '-' || was.number WHERE municipality_id = predecessor AND EXISTS (SELECT 1 FROM project b WHERE b.municipality_id = successor AND b.number = a.number);
  UPDATE project_template a SET name = a.name || ' (' || was.display_name || ')' WHERE municipality_id = predecessor AND EXISTS (SELECT 1 FROM project_template b WHERE b.municipality_id = successor AND b.name = a.name);
  UPDATE phase_model a SET code = a.code || '-' || was.number WHERE municipality_id = predecessor AND EXISTS (SELECT 1 FROM phase_model b WHERE b.municipality_id = successor AND b.code = a.code);
  INSERT INTO participation (municipality_id, joined_on, intro) SELECT successor, joined_on, '' FROM participation WHERE municipality_id = predecessor ON CONFLICT DO NOTHING;
  DELETE FROM participation WHERE municipality_id = predecessor;

  FOR t IN SELECT a.attrelid::regclass AS rel, a.attname AS col FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
      AND a.attname LIKE '%municipality\_id' AND c.relname <> 'audit_event' LOOP
    EXECUTE format('UPDATE %s SET %I = $1 WHERE %I = $2', t.rel, t.col, t.col) USING successor, predecessor;
  END LOOP;

  SET CONSTRAINTS ALL IMMEDIATE;
  FOR t IN SELECT DISTINCT tgrelid::regclass AS rel FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid
    WHERE NOT tgisinternal AND c.relnamespace = 'public'::regnamespace AND c.relname NOT IN ('audit_event', 'audit_link') LOOP
    EXECUTE format('ALTER TABLE %s ENABLE TRIGGER USER', t.rel);
  END LOOP;
  -- Those it came after itself have the same successor now.
  UPDATE municipality_succession SET successor_id = successor WHERE successor_id = predecessor AND is_heir;
  INSERT INTO municipality_succession (predecessor_id, successor_id, is_heir, took_effect_on) VALUES (predecessor, successor, true, effective);
  INSERT INTO former_municipality (id, municipality_id, number, name, until_on) VALUES (gen_random_uuid(), successor, was.number, was.display_name, effective);
END $$;

-- Of people of KommIT, what they did as let in is told to be there, as of guests; the words are the municipality's.
CREATE OR REPLACE FUNCTION stored_of(person uuid) RETURNS TABLE (table_name text, column_name text, content jsonb) LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE who public.person; selves uuid[]; k record; hidden text[]; plain text[];
BEGIN
  SELECT * INTO who FROM public.person p WHERE p.id = person;
  IF who.id IS NULL OR who.home_person_id IS NOT NULL OR NOT (who.id = public.viewer_person() OR public.administers(who.municipality_id)) THEN
    RAISE EXCEPTION 'row-level security: one sees what is stored of oneself' USING ERRCODE = 'insufficient_privilege';
  END IF;
  selves := ARRAY(SELECT p.id FROM public.person p WHERE p.id = who.id OR (p.home_person_id = who.id AND p.home_municipality_id IS NOT DISTINCT FROM who.municipality_id));
  RETURN QUERY SELECT 'person', 'id', to_jsonb(p) - 'home_person_id' FROM public.person p WHERE p.id = ANY (selves);
  FOR k IN
    SELECT c.conrelid::regclass AS child, r.relname, a.attname,
      EXISTS (SELECT 1 FROM pg_attribute m WHERE m.attrelid = c.conrelid AND m.attname = 'municipality_id' AND NOT m.attisdropped) AS is_owned
    FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[cardinality(c.conkey)]
    WHERE c.confrelid = 'public.person'::regclass AND c.contype = 'f' AND c.conrelid <> c.confrelid ORDER BY r.relname, a.attname
  LOOP
    -- Other people's ids, and what no reader can make anything of.
    hidden := ARRAY(SELECT a.attname FROM pg_attribute a WHERE a.attrelid = k.child AND a.attnum > 0 AND NOT a.attisdropped AND a.attname <> k.attname
      AND (format_type(a.atttypid, NULL) IN ('bytea', 'tsvector') OR a.attname = 'unsubscribe_url' OR EXISTS (SELECT 1 FROM pg_constraint c
        WHERE c.conrelid = k.child AND c.confrelid = 'public.person'::regclass AND a.attnum = c.conkey[cardinality(c.conkey)])));
    plain := ARRAY(SELECT a.attname FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid WHERE a.attrelid = k.child AND a.attnum > 0
      AND (y.typtype = 'e' OR y.typname IN ('uuid', 'timestamptz', 'date', 'bool')));
    RETURN QUERY EXECUTE format('SELECT %L::text, %L::text, (CASE WHEN %s THEN to_jsonb(x) ELSE
        (SELECT jsonb_object_agg(e.key, e.value) FROM jsonb_each(to_jsonb(x)) e WHERE e.key = ANY ($3)) END) - $2 FROM %s x WHERE x.%I = ANY ($1)',
      k.relname, k.attname, CASE WHEN k.is_owned THEN format('x.municipality_id IS NOT DISTINCT FROM %L::uuid OR (%L::uuid IS NULL AND x.%I = %L::uuid)',
        who.municipality_id, who.municipality_id, k.attname, who.id) ELSE 'true' END,
      k.child, k.attname) USING selves, hidden, plain;
  END LOOP;
  RETURN QUERY SELECT 'project_invitation', 'email', jsonb_build_object('id', i.id, 'email', i.email, 'invited_at', i.invited_at)
    FROM public.project_invitation i WHERE i.guest_municipality_id = who.municipality_id AND i.email = lower(who.email);
  RETURN QUERY SELECT 'audit_event', 'actor_id', jsonb_build_object('at', e.at, 'action', e.action, 'subject_type', e.subject_type, 'subject_id', e.subject_id)
    || CASE WHEN e.municipality_id IS NOT DISTINCT FROM who.municipality_id THEN jsonb_build_object('detail', e.detail) ELSE '{}' END
    FROM public.audit_event e WHERE e.actor_id = ANY (selves) ORDER BY e.at;
  RETURN QUERY SELECT 'audit_event', 'subject_id', jsonb_build_object('at', e.at, 'action', e.action, 'detail', e.detail)
    FROM public.audit_event e WHERE e.subject_id = who.id AND e.actor_id IS DISTINCT FROM who.id ORDER BY e.at;
END $$;

REVOKE EXECUTE ON FUNCTION grant_counts(advisor_grant), my_leave(), advisors_to_let_in(), give_advisor_grant(uuid, role, text, timestamptz),
  advisors_come_and_go(), ended_grants_lead_out() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION grant_counts(advisor_grant), my_leave(), advisors_to_let_in(), give_advisor_grant(uuid, role, text, timestamptz) TO delt_app;
