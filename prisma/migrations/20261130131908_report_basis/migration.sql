-- What the project knew when its report last took from it: what is new since is told apart from what the writer has changed.

-- CreateTable
CREATE TABLE "report_basis" (
    "report_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "taken_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_basis_pkey" PRIMARY KEY ("report_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "report_basis_municipality_id_report_id_key" ON "report_basis"("municipality_id", "report_id");

-- AddForeignKey
ALTER TABLE "report_basis" ADD CONSTRAINT "report_basis_municipality_id_report_id_fkey" FOREIGN KEY ("municipality_id", "report_id") REFERENCES "experience_report"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE report_basis ADD CONSTRAINT report_basis_content_check CHECK (jsonb_typeof(content) = 'object');

-- Money, decisions and the log of a project are in it: it is nobody else's, whatever becomes of the report.
ALTER TABLE report_basis ENABLE ROW LEVEL SECURITY;
ALTER TABLE report_basis FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON report_basis TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY own_read ON report_basis FOR SELECT TO delt_app USING (is_own(municipality_id));
CREATE POLICY own_insert ON report_basis FOR INSERT TO delt_app WITH CHECK (is_own(municipality_id));
CREATE POLICY own_update ON report_basis FOR UPDATE TO delt_app USING (is_own(municipality_id)) WITH CHECK (is_own(municipality_id));
GRANT SELECT, INSERT, UPDATE ON report_basis TO delt_app;
