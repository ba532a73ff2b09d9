-- What a project took on from what must be in place first, so that it is not taken on twice and the report can tell where it is followed up.

-- CreateTable
CREATE TABLE "project_prerequisite" (
    "municipality_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "line" TEXT NOT NULL,
    "taken_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "project_prerequisite_pkey" PRIMARY KEY ("project_id","report_id","subject")
);

-- CreateIndex
CREATE INDEX "project_prerequisite_municipality_id_project_id_idx" ON "project_prerequisite"("municipality_id", "project_id");

-- CreateIndex
CREATE INDEX "project_prerequisite_report_id_municipality_id_idx" ON "project_prerequisite"("report_id", "municipality_id");

-- AddForeignKey
ALTER TABLE "project_prerequisite" ADD CONSTRAINT "project_prerequisite_municipality_id_project_id_fkey" FOREIGN KEY ("municipality_id", "project_id") REFERENCES "project"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_prerequisite" ADD CONSTRAINT "project_prerequisite_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "experience_report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE project_prerequisite ADD CONSTRAINT project_prerequisite_subject_check CHECK (length(subject) <= 200 AND subject LIKE '%:%' AND length(line) <= 500);

ALTER TABLE project_prerequisite ENABLE ROW LEVEL SECURITY;
ALTER TABLE project_prerequisite FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON project_prerequisite TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY own_read ON project_prerequisite FOR SELECT TO delt_app USING (is_own(municipality_id));
CREATE POLICY own_insert ON project_prerequisite FOR INSERT TO delt_app WITH CHECK (is_own(municipality_id));
CREATE POLICY not_deleted ON project_prerequisite AS RESTRICTIVE FOR SELECT TO delt_app USING (project_id NOT IN (SELECT deleted_projects()));
GRANT SELECT, INSERT ON project_prerequisite TO delt_app;
