-- A document that came along in a copy says where it came from, in which version, and what may be done with it.

-- AlterTable
ALTER TABLE "document" ADD COLUMN     "licence" "licence",
ADD COLUMN     "project_copy_id" UUID,
ADD COLUMN     "source_document_id" UUID,
ADD COLUMN     "source_number" INTEGER;

-- CreateIndex
CREATE INDEX "document_municipality_id_project_copy_id_idx" ON "document"("municipality_id", "project_copy_id");

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_municipality_id_project_copy_id_fkey" FOREIGN KEY ("municipality_id", "project_copy_id") REFERENCES "project_copy"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE document ADD CONSTRAINT document_source_check CHECK (num_nulls(project_copy_id, source_document_id, source_number, licence) IN (0, 4));
