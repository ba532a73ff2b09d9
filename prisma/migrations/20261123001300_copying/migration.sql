-- Everything of a plan can be copied, into a project of one's own too, and each item remembers the item it was copied from.

-- AlterEnum
ALTER TYPE "part_kind" ADD VALUE 'tasks';
ALTER TYPE "part_kind" ADD VALUE 'stakeholders';
ALTER TYPE "part_kind" ADD VALUE 'communication';

-- AlterTable
ALTER TABLE "checklist_item" ADD COLUMN     "source_item_key" TEXT;
ALTER TABLE "milestone" ADD COLUMN     "source_item_key" TEXT;
ALTER TABLE "deliverable" ADD COLUMN     "source_item_key" TEXT;
ALTER TABLE "uncertainty" ADD COLUMN     "source_item_key" TEXT;
ALTER TABLE "benefit" ADD COLUMN     "source_item_key" TEXT;
ALTER TABLE "task" ADD COLUMN     "copied_part_id" UUID, ADD COLUMN     "source_item_key" TEXT;
ALTER TABLE "stakeholder" ADD COLUMN     "copied_part_id" UUID, ADD COLUMN     "source_item_key" TEXT;
ALTER TABLE "communication" ADD COLUMN     "copied_part_id" UUID, ADD COLUMN     "source_item_key" TEXT;

-- A project may take parts from several.
DROP INDEX "project_copy_municipality_id_project_id_key";
CREATE INDEX "project_copy_municipality_id_project_id_idx" ON "project_copy"("municipality_id", "project_id");

-- CreateIndex
CREATE INDEX "task_municipality_id_copied_part_id_idx" ON "task"("municipality_id", "copied_part_id");
CREATE INDEX "stakeholder_municipality_id_copied_part_id_idx" ON "stakeholder"("municipality_id", "copied_part_id");
CREATE INDEX "communication_municipality_id_copied_part_id_idx" ON "communication"("municipality_id", "copied_part_id");

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_municipality_id_copied_part_id_fkey" FOREIGN KEY ("municipality_id", "copied_part_id") REFERENCES "copied_part"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "stakeholder" ADD CONSTRAINT "stakeholder_municipality_id_copied_part_id_fkey" FOREIGN KEY ("municipality_id", "copied_part_id") REFERENCES "copied_part"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "communication" ADD CONSTRAINT "communication_municipality_id_copied_part_id_fkey" FOREIGN KEY ("municipality_id", "copied_part_id") REFERENCES "copied_part"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
