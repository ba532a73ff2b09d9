-- Advisors see that a case is no longer shared, and take it out of the pack or the guide; what it was they do not see.
DROP POLICY readable ON starter_pack_item;
CREATE POLICY readable ON starter_pack_item FOR SELECT TO delt_app USING (
  EXISTS (SELECT 1 FROM starter_pack p WHERE p.id = pack_id) AND (viewer_kind() = 'advisor' OR EXISTS (SELECT 1 FROM experience_report r WHERE r.id = report_id)));
DROP POLICY readable ON collection_item;
CREATE POLICY readable ON collection_item FOR SELECT TO delt_app USING (
  EXISTS (SELECT 1 FROM collection_section s WHERE s.id = section_id) AND (viewer_kind() = 'advisor' OR EXISTS (SELECT 1 FROM experience_report r WHERE r.id = report_id)));

-- A pack can be deleted; the programmes that were made from it stay with those who took it.
ALTER TABLE "starter_pack_taken" ALTER COLUMN "pack_id" DROP NOT NULL;
ALTER TABLE "starter_pack_taken" DROP CONSTRAINT "starter_pack_taken_pack_id_fkey";
ALTER TABLE "starter_pack_taken" ADD CONSTRAINT "starter_pack_taken_pack_id_fkey" FOREIGN KEY ("pack_id") REFERENCES "starter_pack"("id") ON DELETE SET NULL ON UPDATE CASCADE;
