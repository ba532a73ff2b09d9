-- Every copy knows what it was copied from and how that looked then, whether or not the source has a report: a part is the source project's and its kind.

-- What was taken, as it was: what the source improves is held against this. Kept by the one who took it, so nobody has to keep old versions for others.
ALTER TABLE copied_part ADD COLUMN content JSONB NOT NULL DEFAULT '[]';
UPDATE copied_part c SET content = v.content FROM report_part_version v WHERE v.part_id = c.source_part_id AND v.version = c.source_version;
ALTER TABLE copied_part ALTER COLUMN content DROP DEFAULT, ADD CONSTRAINT copied_part_content_check CHECK (jsonb_typeof(content) = 'array');
CREATE INDEX project_copy_source_project_id_idx ON project_copy (source_project_id);

ALTER TABLE improvement_answer DROP COLUMN source_version;

DROP TRIGGER report_part_is_kept ON report_part;
DROP FUNCTION keep_part_version();
DROP TABLE report_part_version;

-- A part that is offered no longer is told apart from one that has become empty.
ALTER TABLE report_part ADD COLUMN is_offered BOOLEAN NOT NULL DEFAULT true;
UPDATE report_part SET is_offered = false WHERE content = '[]';

-- An offer is made to a project: of its report's part, or of its plan where that is shared. What the source took became these items of its own.
ALTER TABLE improvement_offer ADD COLUMN to_project_id UUID, ADD COLUMN kind part_kind, ADD COLUMN taken JSONB NOT NULL DEFAULT '[]';
UPDATE improvement_offer o SET to_project_id = r.project_id, kind = p.kind, items = o.items -> 'items'
  FROM report_part p JOIN experience_report r ON r.id = p.report_id WHERE p.id = o.part_id;
DROP POLICY own_insert ON improvement_offer;
ALTER TABLE improvement_offer DROP COLUMN part_id, ALTER COLUMN to_project_id SET NOT NULL, ALTER COLUMN kind SET NOT NULL,
  ADD CONSTRAINT improvement_offer_items_check CHECK (jsonb_typeof(items) = 'array'),
  ADD CONSTRAINT improvement_offer_taken_check CHECK (jsonb_typeof(taken) = 'array' AND (state = 'taken' OR taken = '[]'));
CREATE INDEX improvement_offer_to_municipality_id_to_project_id_idx ON improvement_offer (to_municipality_id, to_project_id);
ALTER TABLE improvement_offer ADD CONSTRAINT improvement_offer_to_municipality_id_to_project_id_fkey FOREIGN KEY (to_municipality_id, to_project_id)
  REFERENCES project (municipality_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;
-- Whoever offers may read what it is about: the project, or the report it has published.
CREATE POLICY own_insert ON improvement_offer FOR INSERT TO delt_app WITH CHECK (is_own(municipality_id) AND state = 'sent' AND taken = '[]'
  AND (EXISTS (SELECT 1 FROM project p WHERE p.id = to_project_id AND p.municipality_id = to_municipality_id)
    OR EXISTS (SELECT 1 FROM experience_report r JOIN report_part p ON p.report_id = r.id WHERE r.project_id = to_project_id
      AND r.municipality_id = to_municipality_id AND r.status = 'published' AND p.kind = improvement_offer.kind)));
GRANT UPDATE (taken) ON improvement_offer TO delt_app;
