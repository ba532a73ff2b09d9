-- CreateEnum
CREATE TYPE "idea_decision" AS ENUM ('considering', 'approved', 'rejected');

-- CreateEnum
CREATE TYPE "stakeholder_group" AS ENUM ('employees', 'management', 'inhabitants', 'business', 'volunteers', 'unions', 'public_bodies', 'academia', 'funding', 'users');

-- CreateEnum
CREATE TYPE "degree" AS ENUM ('high', 'medium', 'low', 'none');

-- CreateEnum
CREATE TYPE "communication_status" AS ENUM ('not_started', 'started', 'completed', 'postponed');

-- CreateEnum
CREATE TYPE "allocation_status" AS ENUM ('requested', 'assigned', 'declined');

-- CreateEnum
CREATE TYPE "document_type" AS ENUM ('mandate', 'proposal', 'business_case', 'management_plan', 'benefit_plan', 'stage_plan', 'requirements', 'risk_analysis', 'privacy_assessment', 'contract', 'minutes', 'final_report', 'other');

-- AlterTable
ALTER TABLE "audit_event" ADD COLUMN     "project_id" UUID;

-- AlterTable
ALTER TABLE "benefit" ADD COLUMN     "expected_from_on" DATE,
ADD COLUMN     "owner_id" UUID,
ADD COLUMN     "prerequisites" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "responsible_id" UUID,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "budget_line" ADD COLUMN     "budget_hours" DECIMAL(10,1) NOT NULL DEFAULT 0,
ADD COLUMN     "cost_hours" DECIMAL(10,1) NOT NULL DEFAULT 0,
ADD COLUMN     "forecast_hours" DECIMAL(10,1) NOT NULL DEFAULT 0,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "change" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "checklist_item" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "deliverable" ADD COLUMN     "approval_method" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "approved_by" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "approved_on" DATE,
ADD COLUMN     "responsible_id" UUID,
ADD COLUMN     "tolerance" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "gate_condition" ADD COLUMN     "closed_note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "gate_decision" ADD COLUMN     "basis" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "decided_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "experience" JSONB;

-- AlterTable
ALTER TABLE "indicator" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "lesson" ADD COLUMN     "early_signs" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "suppliers" TEXT[],
ADD COLUMN     "technologies" TEXT[],
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "was_known_risk" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "log_entry" ADD COLUMN     "recommendation" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "reported_by" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "responsible_id" UUID,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "measurement" ADD COLUMN     "note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "milestone" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "project_phase" ADD COLUMN     "stage_name" TEXT;

-- AlterTable
ALTER TABLE "status_report" ADD COLUMN     "series_id" UUID,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "uncertainty" ADD COLUMN     "responsible_id" UUID,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "uncertainty_action" ADD COLUMN     "responsible_id" UUID,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "is_shared" BOOLEAN NOT NULL DEFAULT false,
    "is_standard" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "municipality_settings" (
    "municipality_id" UUID NOT NULL,
    "report_every_days" INTEGER NOT NULL DEFAULT 30,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "municipality_settings_pkey" PRIMARY KEY ("municipality_id")
);

-- CreateTable
CREATE TABLE "idea" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "background" TEXT NOT NULL DEFAULT '',
    "problem" TEXT NOT NULL DEFAULT '',
    "benefits" TEXT NOT NULL DEFAULT '',
    "proposal" TEXT NOT NULL DEFAULT '',
    "theme_code" TEXT,
    "registered_by" UUID NOT NULL,
    "registered_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "strategic" INTEGER,
    "quality" INTEGER,
    "economic" INTEGER,
    "operational" INTEGER,
    "risk" INTEGER,
    "adjustment" INTEGER NOT NULL DEFAULT 0,
    "adjustment_reason" TEXT NOT NULL DEFAULT '',
    "decision" "idea_decision" NOT NULL DEFAULT 'considering',
    "decision_reason" TEXT NOT NULL DEFAULT '',
    "decided_on" DATE,
    "decided_by" UUID,
    "project_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "idea_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "goal" TEXT NOT NULL DEFAULT '',
    "manager_id" UUID,
    "start_on" DATE,
    "end_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "programme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme_project" (
    "municipality_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "project_municipality_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,

    CONSTRAINT "programme_project_pkey" PRIMARY KEY ("programme_id","project_id")
);

-- CreateTable
CREATE TABLE "project_template" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "project_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_template_version" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "template_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "author_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "project_template_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_link" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "from_phase_id" UUID,
    "from_milestone_id" UUID,
    "from_deliverable_id" UUID,
    "to_phase_id" UUID,
    "to_milestone_id" UUID,
    "to_deliverable_id" UUID,
    "lag_days" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "plan_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deleted_item" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "deleted_by" UUID NOT NULL,
    "deleted_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "deleted_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_series" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "report_series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "uncertainty_assessment" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "uncertainty_id" UUID NOT NULL,
    "assessed_on" DATE NOT NULL,
    "probability" INTEGER NOT NULL,
    "consequence" INTEGER NOT NULL,
    "probability_after" INTEGER NOT NULL,
    "consequence_after" INTEGER NOT NULL,

    CONSTRAINT "uncertainty_assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "project_phase_id" UUID,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "responsible_id" UUID,
    "due_on" DATE,
    "is_done" BOOLEAN NOT NULL DEFAULT false,
    "labels" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_step" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "is_done" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "task_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stakeholder" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "group" "stakeholder_group" NOT NULL,
    "interest" TEXT NOT NULL DEFAULT '',
    "affected" "degree" NOT NULL DEFAULT 'medium',
    "influence" "degree" NOT NULL DEFAULT 'medium',
    "actions" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "stakeholder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "communication" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "audience" "stakeholder_group"[],
    "channel" TEXT NOT NULL DEFAULT '',
    "planned_on" DATE,
    "responsible_id" UUID,
    "status" "communication_status" NOT NULL DEFAULT 'not_started',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "communication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "allocation" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "person_id" UUID,
    "role" TEXT NOT NULL DEFAULT '',
    "start_on" DATE NOT NULL,
    "end_on" DATE NOT NULL,
    "percent" INTEGER NOT NULL,
    "status" "allocation_status" NOT NULL DEFAULT 'requested',
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "allocation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "absence" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "start_on" DATE NOT NULL,
    "end_on" DATE NOT NULL,
    "percent" INTEGER NOT NULL DEFAULT 100,

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "project_phase_id" UUID,
    "title" TEXT NOT NULL,
    "type" "document_type" NOT NULL DEFAULT 'other',
    "is_archivable" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_version" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "file_name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "uploaded_by" UUID NOT NULL,
    "uploaded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_version_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "saved_view_municipality_id_list_idx" ON "saved_view"("municipality_id", "list");

-- CreateIndex
CREATE INDEX "saved_view_municipality_id_owner_id_idx" ON "saved_view"("municipality_id", "owner_id");

-- CreateIndex
CREATE INDEX "idea_municipality_id_registered_at_idx" ON "idea"("municipality_id", "registered_at" DESC);

-- CreateIndex
CREATE INDEX "idea_municipality_id_registered_by_idx" ON "idea"("municipality_id", "registered_by");

-- CreateIndex
CREATE INDEX "idea_municipality_id_decided_by_idx" ON "idea"("municipality_id", "decided_by");

-- CreateIndex
CREATE INDEX "idea_theme_code_idx" ON "idea"("theme_code");

-- CreateIndex
CREATE UNIQUE INDEX "idea_municipality_id_project_id_key" ON "idea"("municipality_id", "project_id");

-- CreateIndex
CREATE INDEX "programme_municipality_id_manager_id_idx" ON "programme"("municipality_id", "manager_id");

-- CreateIndex
CREATE UNIQUE INDEX "programme_municipality_id_id_key" ON "programme"("municipality_id", "id");

-- CreateIndex
CREATE INDEX "programme_project_municipality_id_programme_id_idx" ON "programme_project"("municipality_id", "programme_id");

-- CreateIndex
CREATE INDEX "programme_project_project_municipality_id_project_id_idx" ON "programme_project"("project_municipality_id", "project_id");

-- CreateIndex
CREATE UNIQUE INDEX "project_template_municipality_id_id_key" ON "project_template"("municipality_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "project_template_municipality_id_name_key" ON "project_template"("municipality_id", "name");

-- CreateIndex
CREATE INDEX "project_template_version_municipality_id_author_id_idx" ON "project_template_version"("municipality_id", "author_id");

-- CreateIndex
CREATE UNIQUE INDEX "project_template_version_municipality_id_template_id_number_key" ON "project_template_version"("municipality_id", "template_id", "number");

-- CreateIndex
CREATE INDEX "plan_link_municipality_id_project_id_idx" ON "plan_link"("municipality_id", "project_id");

-- CreateIndex
CREATE INDEX "plan_link_municipality_id_from_phase_id_idx" ON "plan_link"("municipality_id", "from_phase_id");

-- CreateIndex
CREATE INDEX "plan_link_municipality_id_from_milestone_id_idx" ON "plan_link"("municipality_id", "from_milestone_id");

-- CreateIndex
CREATE INDEX "plan_link_municipality_id_from_deliverable_id_idx" ON "plan_link"("municipality_id", "from_deliverable_id");

-- CreateIndex
CREATE INDEX "plan_link_municipality_id_to_phase_id_idx" ON "plan_link"("municipality_id", "to_phase_id");

-- CreateIndex
CREATE INDEX "plan_link_municipality_id_to_milestone_id_idx" ON "plan_link"("municipality_id", "to_milestone_id");

-- CreateIndex
CREATE INDEX "plan_link_municipality_id_to_deliverable_id_idx" ON "plan_link"("municipality_id", "to_deliverable_id");

-- CreateIndex
CREATE INDEX "deleted_item_municipality_id_project_id_deleted_at_idx" ON "deleted_item"("municipality_id", "project_id", "deleted_at" DESC);

-- CreateIndex
CREATE INDEX "deleted_item_municipality_id_deleted_by_idx" ON "deleted_item"("municipality_id", "deleted_by");

-- CreateIndex
CREATE UNIQUE INDEX "report_series_municipality_id_id_key" ON "report_series"("municipality_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "report_series_municipality_id_project_id_name_key" ON "report_series"("municipality_id", "project_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "uncertainty_assessment_municipality_id_uncertainty_id_asses_key" ON "uncertainty_assessment"("municipality_id", "uncertainty_id", "assessed_on");

-- CreateIndex
CREATE INDEX "task_municipality_id_project_id_is_done_due_on_idx" ON "task"("municipality_id", "project_id", "is_done", "due_on");

-- CreateIndex
CREATE INDEX "task_municipality_id_project_phase_id_idx" ON "task"("municipality_id", "project_phase_id");

-- CreateIndex
CREATE INDEX "task_municipality_id_responsible_id_idx" ON "task"("municipality_id", "responsible_id");

-- CreateIndex
CREATE UNIQUE INDEX "task_municipality_id_id_key" ON "task"("municipality_id", "id");

-- CreateIndex
CREATE INDEX "task_step_municipality_id_task_id_idx" ON "task_step"("municipality_id", "task_id");

-- CreateIndex
CREATE INDEX "stakeholder_municipality_id_project_id_idx" ON "stakeholder"("municipality_id", "project_id");

-- CreateIndex
CREATE INDEX "communication_municipality_id_project_id_planned_on_idx" ON "communication"("municipality_id", "project_id", "planned_on");

-- CreateIndex
CREATE INDEX "communication_municipality_id_responsible_id_idx" ON "communication"("municipality_id", "responsible_id");

-- CreateIndex
CREATE INDEX "allocation_municipality_id_project_id_idx" ON "allocation"("municipality_id", "project_id");

-- CreateIndex
CREATE INDEX "allocation_municipality_id_person_id_start_on_idx" ON "allocation"("municipality_id", "person_id", "start_on");

-- CreateIndex
CREATE INDEX "absence_municipality_id_person_id_start_on_idx" ON "absence"("municipality_id", "person_id", "start_on");

-- CreateIndex
CREATE INDEX "document_municipality_id_project_id_idx" ON "document"("municipality_id", "project_id");

-- CreateIndex
CREATE INDEX "document_municipality_id_project_phase_id_idx" ON "document"("municipality_id", "project_phase_id");

-- CreateIndex
CREATE UNIQUE INDEX "document_municipality_id_id_key" ON "document"("municipality_id", "id");

-- CreateIndex
CREATE INDEX "document_version_municipality_id_uploaded_by_idx" ON "document_version"("municipality_id", "uploaded_by");

-- CreateIndex
CREATE UNIQUE INDEX "document_version_municipality_id_document_id_number_key" ON "document_version"("municipality_id", "document_id", "number");

-- CreateIndex
CREATE INDEX "audit_event_project_id_at_idx" ON "audit_event"("project_id", "at" DESC);

-- CreateIndex
CREATE INDEX "benefit_municipality_id_responsible_id_idx" ON "benefit"("municipality_id", "responsible_id");

-- CreateIndex
CREATE INDEX "benefit_municipality_id_owner_id_idx" ON "benefit"("municipality_id", "owner_id");

-- CreateIndex
CREATE INDEX "deliverable_municipality_id_responsible_id_idx" ON "deliverable"("municipality_id", "responsible_id");

-- CreateIndex
CREATE UNIQUE INDEX "deliverable_municipality_id_id_key" ON "deliverable"("municipality_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "gate_condition_municipality_id_id_key" ON "gate_condition"("municipality_id", "id");

-- CreateIndex
CREATE INDEX "log_entry_municipality_id_responsible_id_idx" ON "log_entry"("municipality_id", "responsible_id");

-- CreateIndex
CREATE UNIQUE INDEX "milestone_municipality_id_id_key" ON "milestone"("municipality_id", "id");

-- CreateIndex
CREATE INDEX "status_report_municipality_id_series_id_idx" ON "status_report"("municipality_id", "series_id");

-- CreateIndex
CREATE INDEX "uncertainty_municipality_id_responsible_id_idx" ON "uncertainty"("municipality_id", "responsible_id");

-- CreateIndex
CREATE INDEX "uncertainty_action_municipality_id_responsible_id_idx" ON "uncertainty_action"("municipality_id", "responsible_id");

-- AddForeignKey
ALTER TABLE "benefit" ADD CONSTRAINT "benefit_municipality_id_responsible_id_fkey" FOREIGN KEY ("municipality_id", "responsible_id") REFERENCES "person"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "benefit" ADD CONSTRAINT "benefit_municipality_id_owner_id_fkey" FOREIGN KEY ("municipality_id", "owner_id") REFERENCES "person"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_municipality_id_owner_id_fkey" FOREIGN KEY ("municipality_id", "owner_id") REFERENCES "person"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "municipality_settings" ADD CONSTRAINT "municipality_settings_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idea" ADD CONSTRAINT "idea_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idea" ADD CONSTRAINT "idea_theme_code_fkey" FOREIGN KEY ("theme_code") REFERENCES "theme"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idea" ADD CONSTRAINT "idea_municipality_id_registered_by_fkey" FOREIGN KEY ("municipality_id", "registered_by") REFERENCES "person"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idea" ADD CONSTRAINT "idea_municipality_id_decided_by_fkey" FOREIGN KEY ("municipality_id", "decided_by") REFERENCES "person"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idea" ADD CONSTRAINT "idea_municipality_id_project_id_fkey" FOREIGN KEY ("municipality_id", "project_id") REFERENCES "project"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme" ADD CONSTRAINT "programme_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme" ADD CONSTRAINT "programme_municipality_id_manager_id_fkey" FOREIGN KEY ("municipality_id", "manager_id") REFERENCES "person"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_project" ADD CONSTRAINT "programme_project_municipality_id_programme_id_fkey" FOREIGN KEY ("municipality_id", "programme_id") REFERENCES "programme"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_project" ADD CONSTRAINT "programme_project_project_municipality_id_project_id_fkey" FOREIGN KEY ("project_municipality_id", "project_id") REFERENCES "project"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_template" ADD CONSTRAINT "project_template_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_template_version" ADD CONSTRAINT "project_template_version_municipality_id_template_id_fkey" FOREIGN KEY ("municipality_id", "template_id") REFERENCES "project_template"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_template_version" ADD CONSTRAINT "project_template_version_municipality_id_author_id_fkey" FOREIGN KEY ("municipality_id", "author_id") REFERENCES "person"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliverable" ADD CONSTRAINT "deliverable_municipality_id_responsible_id_fkey" FOREIGN KEY ("municipality_id", "responsible_id") REFERENCES "person"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_link" ADD CONSTRAINT "plan_link_municipality_id_project_id_fkey" FOREIGN KEY ("municipality_id", "project_id") REFERENCES "project"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_link" ADD CONSTRAINT "plan_link_municipality_id_from_phase_id_fkey" FOREIGN KEY ("municipality_id", "from_phase_id") REFERENCES "project_phase"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_link" ADD CONSTRAINT "plan_link_municipality_id_from_milestone_id_fkey" FOREIGN KEY ("municipality_id", "from_milestone_id") REFERENCES "milestone"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_link" ADD CONSTRAINT "plan_link_municipality_id_from_deliverable_id_fkey" FOREIGN KEY ("municipality_id", "from_deliverable_id") REFERENCES "deliverable"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_link" ADD CONSTRAINT "plan_link_municipality_id_to_phase_id_fkey" FOREIGN KEY ("municipality_id", "to_phase_id") REFERENCES "project_phase"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_link" ADD CONSTRAINT "plan_link_municipality_id_to_milestone_id_fkey" FOREIGN KEY ("municipality_id", "to_milestone_id") REFERENCES "milestone"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_link" ADD CONSTRAINT "plan_link_municipality_id_to_deliverable_id_fkey" FOREIGN KEY ("municipality_id", "to_deliverable_id") REFERENCES "deliverable"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deleted_item" ADD CONSTRAINT "deleted_item_municipality_id_project_id_fkey" FOREIGN KEY ("municipality_id", "project_id") REFERENCES "project"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deleted_item" ADD CONSTRAINT "deleted_item_municipality_id_deleted_by_fkey" FOREIGN KEY ("municipality_id", "deleted_by") REFERENCES "person"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_report" ADD CONSTRAINT "status_report_municipality_id_series_id_fkey" FOREIGN KEY ("municipality_id", "series_id") REFERENCES "report_series"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "log_entry" ADD CONSTRAINT "log_entry_municipality_id_responsible_id_fkey" FOREIGN KEY ("municipality_id", "responsible_id") REFERENCES "person"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_series" ADD CONSTRAINT "report_series_municipality_id_project_id_fkey" FOREIGN KEY ("municipality_id", "project_id") REFERENCES "project"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "uncertainty" ADD CONSTRAINT "uncertainty_municipality_id_responsible_id_fkey" FOREIGN KEY ("municipality_id", "responsible_id") REFERENCES "person"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "uncertainty_action" ADD CONSTRAINT "uncertainty_action_municipality_id_responsible_id_fkey" FOREIGN KEY ("municipality_id", "responsible_id") REFERENCES "person"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "uncertainty_assessment" ADD CONSTRAINT "uncertainty_assessment_municipality_id_uncertainty_id_fkey" FOREIGN KEY ("municipality_id", "uncertainty_id") REFERENCES "uncertainty"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_municipality_id_project_id_fkey" FOREIGN KEY ("municipality_id", "project_id") REFERENCES "project"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_municipality_id_project_phase_id_fkey" FOREIGN KEY ("municipality_id", "project_phase_id") REFERENCES "project_phase"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_municipality_id_responsible_id_fkey" FOREIGN KEY ("municipality_id", "responsible_id") REFERENCES "person"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_step" ADD CONSTRAINT "task_step_municipality_id_task_id_fkey" FOREIGN KEY ("municipality_id", "task_id") REFERENCES "task"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stakeholder" ADD CONSTRAINT "stakeholder_municipality_id_project_id_fkey" FOREIGN KEY ("municipality_id", "project_id") REFERENCES "project"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "communication" ADD CONSTRAINT "communication_municipality_id_project_id_fkey" FOREIGN KEY ("municipality_id", "project_id") REFERENCES "project"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "communication" ADD CONSTRAINT "communication_municipality_id_responsible_id_fkey" FOREIGN KEY ("municipality_id", "responsible_id") REFERENCES "person"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_municipality_id_project_id_fkey" FOREIGN KEY ("municipality_id", "project_id") REFERENCES "project"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_municipality_id_person_id_fkey" FOREIGN KEY ("municipality_id", "person_id") REFERENCES "person"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_municipality_id_person_id_fkey" FOREIGN KEY ("municipality_id", "person_id") REFERENCES "person"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_municipality_id_project_id_fkey" FOREIGN KEY ("municipality_id", "project_id") REFERENCES "project"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_municipality_id_project_phase_id_fkey" FOREIGN KEY ("municipality_id", "project_phase_id") REFERENCES "project_phase"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_version" ADD CONSTRAINT "document_version_municipality_id_document_id_fkey" FOREIGN KEY ("municipality_id", "document_id") REFERENCES "document"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_version" ADD CONSTRAINT "document_version_municipality_id_uploaded_by_fkey" FOREIGN KEY ("municipality_id", "uploaded_by") REFERENCES "person"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- DropIndex
DROP INDEX "status_report_municipality_id_project_id_published_at_idx";

-- CreateIndex
CREATE INDEX "status_report_municipality_id_project_id_period_end_on_idx" ON "status_report"("municipality_id", "project_id", "period_end_on" DESC);
