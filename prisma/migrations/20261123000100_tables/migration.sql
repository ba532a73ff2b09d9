-- Trigram matching for search. Trusted extensions: the owner of the database may create them.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "benefit_kind" AS ENUM ('direct', 'indirect', 'qualitative');

-- CreateEnum
CREATE TYPE "benefit_category" AS ENUM ('quality', 'time_saved', 'avoided_cost');

-- CreateEnum
CREATE TYPE "indicator_unit" AS ENUM ('count', 'nok', 'percent', 'hours');

-- CreateEnum
CREATE TYPE "report_status" AS ENUM ('draft', 'published', 'withdrawn');

-- CreateEnum
CREATE TYPE "report_outcome" AS ENUM ('completed', 'in_operation', 'stopped', 'no_effect', 'chose_other');

-- CreateEnum
CREATE TYPE "language" AS ENUM ('nb', 'nn', 'se', 'en');

-- CreateEnum
CREATE TYPE "section_kind" AS ENUM ('background', 'solution', 'municipality', 'cost', 'effect', 'lessons', 'advice', 'parts', 'people');

-- CreateEnum
CREATE TYPE "cost_kind" AS ENUM ('purchase', 'own_hours', 'operation', 'training');

-- CreateEnum
CREATE TYPE "figure_quality" AS ENUM ('estimated', 'measured', 'audited');

-- CreateEnum
CREATE TYPE "part_kind" AS ENUM ('phases', 'checklist', 'uncertainties', 'benefits', 'milestones', 'deliverables');

-- CreateEnum
CREATE TYPE "visibility" AS ENUM ('municipality', 'collaboration', 'municipalities', 'open');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('member', 'portfolio_manager', 'portfolio_reader', 'municipality_admin', 'advisor', 'operator');

-- CreateEnum
CREATE TYPE "project_role" AS ENUM ('project_manager', 'project_owner', 'benefit_owner', 'project_support');

-- CreateEnum
CREATE TYPE "person_status" AS ENUM ('active', 'deactivated');

-- CreateEnum
CREATE TYPE "connection_status" AS ENUM ('draft', 'approved', 'disabled');

-- CreateEnum
CREATE TYPE "gate_outcome" AS ENUM ('approved', 'approved_with_conditions', 'postponed', 'rejected');

-- CreateEnum
CREATE TYPE "checklist_status" AS ENUM ('open', 'done', 'not_relevant');

-- CreateEnum
CREATE TYPE "lifecycle" AS ENUM ('active', 'waiting', 'closed', 'stopped');

-- CreateEnum
CREATE TYPE "project_type" AS ENUM ('construction', 'other', 'building', 'ict', 'organisation');

-- CreateEnum
CREATE TYPE "milestone_status" AS ENUM ('on_track', 'off_track', 'achieved', 'not_achieved');

-- CreateEnum
CREATE TYPE "deliverable_status" AS ENUM ('on_plan', 'minor_deviation', 'major_deviation', 'approved');

-- CreateEnum
CREATE TYPE "search_kind" AS ENUM ('report', 'project', 'lesson', 'municipality', 'collaboration');

-- CreateEnum
CREATE TYPE "reuse_state" AS ENUM ('considering', 'planned', 'in_progress', 'in_operation', 'stopped', 'rejected');

-- CreateEnum
CREATE TYPE "progress_status" AS ENUM ('ahead', 'on_plan', 'minor_delay', 'delayed');

-- CreateEnum
CREATE TYPE "economy_status" AS ENUM ('under_budget', 'on_budget', 'minor_overrun', 'over_budget', 'unknown');

-- CreateEnum
CREATE TYPE "quality_status" AS ENUM ('better', 'to_spec', 'minor_deviation', 'major_deviation');

-- CreateEnum
CREATE TYPE "risk_status" AS ENUM ('low', 'medium', 'high');

-- CreateEnum
CREATE TYPE "benefit_status" AS ENUM ('not_started', 'ahead', 'on_plan', 'minor_delay', 'delayed');

-- CreateEnum
CREATE TYPE "log_kind" AS ENUM ('event', 'change_request', 'deviation', 'decision');

-- CreateEnum
CREATE TYPE "lesson_kind" AS ENUM ('did_right', 'went_wrong', 'would_do_differently');

-- CreateEnum
CREATE TYPE "uncertainty_kind" AS ENUM ('risk', 'opportunity');

-- CreateEnum
CREATE TYPE "proximity" AS ENUM ('immediate', 'this_phase', 'within_project', 'outside_project');

-- CreateEnum
CREATE TYPE "strategy" AS ENUM ('reduce', 'monitor', 'avoid', 'transfer', 'share', 'accept', 'increase', 'exploit');

-- CreateEnum
CREATE TYPE "uncertainty_status" AS ENUM ('identified', 'actions_done', 'obsolete');

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "municipality_id" UUID,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "benefit" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "change_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "kind" "benefit_kind" NOT NULL,
    "category" "benefit_category" NOT NULL,
    "how_realised" TEXT NOT NULL DEFAULT '',
    "copied_part_id" UUID,

    CONSTRAINT "benefit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "benefit_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "unit" "indicator_unit" NOT NULL,
    "start_value" DECIMAL(16,2) NOT NULL,
    "target_value" DECIMAL(16,2) NOT NULL,

    CONSTRAINT "indicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "measurement" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "measured_on" DATE NOT NULL,
    "value" DECIMAL(16,2) NOT NULL,

    CONSTRAINT "measurement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "experience_report" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "collaboration_id" UUID,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "outcome" "report_outcome",
    "theme_code" TEXT NOT NULL,
    "technologies" TEXT[],
    "suppliers" TEXT[],
    "language" "language" NOT NULL DEFAULT 'nb',
    "status" "report_status" NOT NULL DEFAULT 'draft',
    "visibility" "visibility" NOT NULL DEFAULT 'municipality',
    "visible_to_collaboration_id" UUID,
    "builds_on_report_id" UUID,
    "archive_reference" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "published_at" TIMESTAMPTZ(6),
    "confirmed_on" DATE,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "experience_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_section" (
    "municipality_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "kind" "section_kind" NOT NULL,
    "content" JSONB NOT NULL,
    "visibility" "visibility",
    "visible_to_collaboration_id" UUID,

    CONSTRAINT "report_section_pkey" PRIMARY KEY ("report_id","kind")
);

-- CreateTable
CREATE TABLE "report_cost_line" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "kind" "cost_kind" NOT NULL,
    "year" INTEGER NOT NULL,
    "planned" DECIMAL(14,2),
    "actual" DECIMAL(14,2),
    "quality" "figure_quality" NOT NULL,

    CONSTRAINT "report_cost_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_effect" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "category" "benefit_category" NOT NULL,
    "title" TEXT NOT NULL,
    "unit" "indicator_unit" NOT NULL,
    "value_before" DECIMAL(16,2) NOT NULL,
    "value_after" DECIMAL(16,2) NOT NULL,
    "period" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL DEFAULT '',
    "beneficiary" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "report_effect_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_prerequisite" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "report_prerequisite_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_part" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "kind" "part_kind" NOT NULL,
    "content" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "licence" TEXT NOT NULL DEFAULT 'CC BY 4.0',

    CONSTRAINT "report_part_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "municipality" (
    "id" UUID NOT NULL,
    "number" CHAR(4) NOT NULL,
    "organisation_number" CHAR(9) NOT NULL,
    "name" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "parallel_names" TEXT[],
    "designation" TEXT NOT NULL,
    "county_number" CHAR(2) NOT NULL,
    "county" TEXT NOT NULL,
    "administrative_centre" TEXT NOT NULL,
    "population" INTEGER NOT NULL,
    "population_year" INTEGER NOT NULL,
    "area_km2" DECIMAL(10,2) NOT NULL,
    "sami_area" TEXT,
    "written_norm" TEXT NOT NULL,
    "kostra_group" TEXT NOT NULL,
    "centrality_class" INTEGER NOT NULL,
    "email_domain" TEXT,
    "latitude" DECIMAL(5,2) NOT NULL,
    "longitude" DECIMAL(5,2) NOT NULL,

    CONSTRAINT "municipality_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "participation" (
    "municipality_id" UUID NOT NULL,
    "joined_on" DATE NOT NULL,
    "intro" TEXT NOT NULL,

    CONSTRAINT "participation_pkey" PRIMARY KEY ("municipality_id")
);

-- CreateTable
CREATE TABLE "collaboration" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL,

    CONSTRAINT "collaboration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "collaboration_member" (
    "collaboration_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,

    CONSTRAINT "collaboration_member_pkey" PRIMARY KEY ("collaboration_id","municipality_id")
);

-- CreateTable
CREATE TABLE "theme" (
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name_nb" TEXT NOT NULL,
    "name_nn" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,

    CONSTRAINT "theme_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "municipality_id" UUID,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "job_title" TEXT,
    "status" "person_status" NOT NULL DEFAULT 'active',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_assignment" (
    "person_id" UUID NOT NULL,
    "role" "role" NOT NULL,

    CONSTRAINT "role_assignment_pkey" PRIMARY KEY ("person_id","role")
);

-- CreateTable
CREATE TABLE "identity_provider" (
    "id" UUID NOT NULL,
    "municipality_id" UUID,
    "name" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "client_secret_encrypted" BYTEA NOT NULL,
    "status" "connection_status" NOT NULL DEFAULT 'draft',
    "creates_members" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "identity_provider_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "external_identity" (
    "identity_provider_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "external_identity_pkey" PRIMARY KEY ("identity_provider_id","subject")
);

-- CreateTable
CREATE TABLE "auth_session" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "person_id" UUID NOT NULL,
    "municipality_id" UUID,
    "identity_provider_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "ended_at" TIMESTAMPTZ(6),

    CONSTRAINT "auth_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "phase_model" (
    "id" UUID NOT NULL,
    "municipality_id" UUID,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "phase_model_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "phase_model_phase" (
    "id" UUID NOT NULL,
    "phase_model_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "name_nb" TEXT NOT NULL,
    "name_nn" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "gate" TEXT,

    CONSTRAINT "phase_model_phase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "phase_model_checklist_item" (
    "id" UUID NOT NULL,
    "phase_model_phase_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text_nb" TEXT NOT NULL,
    "text_nn" TEXT NOT NULL,
    "is_mandatory" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "phase_model_checklist_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_phase" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "phase_model_phase_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "planned_start_on" DATE,
    "planned_end_on" DATE,
    "actual_start_on" DATE,
    "actual_end_on" DATE,

    CONSTRAINT "project_phase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gate_decision" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "project_phase_id" UUID NOT NULL,
    "gate" TEXT NOT NULL,
    "outcome" "gate_outcome" NOT NULL,
    "decided_on" DATE NOT NULL,
    "decided_by" TEXT NOT NULL,
    "rationale" TEXT NOT NULL,
    "checklist" JSONB NOT NULL,
    "supersedes_id" UUID,

    CONSTRAINT "gate_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gate_condition" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "gate_decision_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "closed_on" DATE,

    CONSTRAINT "gate_condition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checklist_item" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "project_phase_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "status" "checklist_status" NOT NULL DEFAULT 'open',
    "reason" TEXT,
    "is_mandatory" BOOLEAN NOT NULL DEFAULT false,
    "copied_part_id" UUID,

    CONSTRAINT "checklist_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "goal" TEXT NOT NULL DEFAULT '',
    "background" TEXT NOT NULL DEFAULT '',
    "theme_code" TEXT NOT NULL,
    "type" "project_type" NOT NULL DEFAULT 'ict',
    "un_goals" INTEGER[],
    "lifecycle" "lifecycle" NOT NULL DEFAULT 'active',
    "phase_model_id" UUID NOT NULL,
    "current_phase_id" UUID,
    "start_on" DATE NOT NULL,
    "end_on" DATE,
    "collaboration_id" UUID,
    "visibility" "visibility" NOT NULL DEFAULT 'municipality',
    "visible_to_collaboration_id" UUID,
    "archive_reference" TEXT,
    "finance_reference" TEXT,
    "technologies" TEXT[],
    "suppliers" TEXT[],
    "methods" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_member" (
    "municipality_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "project_role" NOT NULL,

    CONSTRAINT "project_member_pkey" PRIMARY KEY ("project_id","role","person_id")
);

-- CreateTable
CREATE TABLE "budget_line" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "budget_nok" DECIMAL(14,2) NOT NULL,
    "cost_nok" DECIMAL(14,2) NOT NULL,
    "forecast_nok" DECIMAL(14,2) NOT NULL,

    CONSTRAINT "budget_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestone" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "planned_on" DATE NOT NULL,
    "actual_on" DATE,
    "status" "milestone_status" NOT NULL DEFAULT 'on_track',
    "copied_part_id" UUID,

    CONSTRAINT "milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deliverable" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "start_on" DATE,
    "end_on" DATE,
    "quality" TEXT NOT NULL DEFAULT '',
    "acceptance" TEXT NOT NULL DEFAULT '',
    "status" "deliverable_status" NOT NULL DEFAULT 'on_plan',
    "copied_part_id" UUID,

    CONSTRAINT "deliverable_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_document" (
    "id" UUID NOT NULL,
    "kind" "search_kind" NOT NULL,
    "municipality_id" UUID,
    "report_id" UUID,
    "project_id" UUID,
    "lesson_id" UUID,
    "collaboration_id" UUID,
    "title" TEXT NOT NULL,
    "lead" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "vector" tsvector NOT NULL,
    "theme_code" TEXT,
    "technologies" TEXT[],
    "outcome" "report_outcome",
    "dated_on" DATE,

    CONSTRAINT "search_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_log" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "query" TEXT NOT NULL,
    "hits" INTEGER NOT NULL,

    CONSTRAINT "search_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_copy" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "source_municipality_id" UUID NOT NULL,
    "source_project_id" UUID NOT NULL,
    "source_report_id" UUID,
    "source_version" INTEGER NOT NULL,
    "origins" JSONB NOT NULL,
    "copied_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "project_copy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "copied_part" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "project_copy_id" UUID NOT NULL,
    "kind" "part_kind" NOT NULL,
    "source_part_id" UUID,
    "source_version" INTEGER NOT NULL,

    CONSTRAINT "copied_part_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reuse" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "state" "reuse_state" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "since_on" DATE NOT NULL,
    "confirmed_on" DATE,
    "visibility" "visibility" NOT NULL DEFAULT 'municipalities',

    CONSTRAINT "reuse_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "featured_case" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "featured_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "featured_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "status_report" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "author_id" UUID,
    "period_end_on" DATE NOT NULL,
    "text" TEXT NOT NULL,
    "progress" "progress_status" NOT NULL,
    "progress_text" TEXT NOT NULL DEFAULT '',
    "economy" "economy_status" NOT NULL,
    "economy_text" TEXT NOT NULL DEFAULT '',
    "quality" "quality_status" NOT NULL,
    "quality_text" TEXT NOT NULL DEFAULT '',
    "risk" "risk_status" NOT NULL,
    "risk_text" TEXT NOT NULL DEFAULT '',
    "benefit" "benefit_status" NOT NULL,
    "benefit_text" TEXT NOT NULL DEFAULT '',
    "budget_nok" DECIMAL(14,2) NOT NULL,
    "cost_nok" DECIMAL(14,2) NOT NULL,
    "forecast_nok" DECIMAL(14,2) NOT NULL,
    "published_at" TIMESTAMPTZ(6),
    "picture" JSONB,

    CONSTRAINT "status_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "log_entry" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "logged_on" DATE NOT NULL,
    "kind" "log_kind" NOT NULL,
    "text" TEXT NOT NULL,
    "consequence" TEXT NOT NULL DEFAULT '',
    "is_lesson_candidate" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "log_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lesson" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "project_phase_id" UUID,
    "log_entry_id" UUID,
    "theme_code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" "lesson_kind" NOT NULL,
    "what_happened" TEXT NOT NULL,
    "cause" TEXT NOT NULL DEFAULT '',
    "effect" TEXT NOT NULL DEFAULT '',
    "recommendation" TEXT NOT NULL,
    "visibility" "visibility" NOT NULL DEFAULT 'municipality',
    "visible_to_collaboration_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lesson_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "uncertainty" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "kind" "uncertainty_kind" NOT NULL DEFAULT 'risk',
    "title" TEXT NOT NULL,
    "cause" TEXT NOT NULL DEFAULT '',
    "consequence_text" TEXT NOT NULL DEFAULT '',
    "proximity" "proximity" NOT NULL DEFAULT 'within_project',
    "strategy" "strategy" NOT NULL DEFAULT 'reduce',
    "probability" INTEGER NOT NULL,
    "consequence" INTEGER NOT NULL,
    "probability_after" INTEGER NOT NULL,
    "consequence_after" INTEGER NOT NULL,
    "status" "uncertainty_status" NOT NULL DEFAULT 'identified',
    "copied_part_id" UUID,

    CONSTRAINT "uncertainty_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "uncertainty_action" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "uncertainty_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "due_on" DATE,
    "is_done" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "uncertainty_action_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_event_municipality_id_at_idx" ON "audit_event"("municipality_id", "at" DESC);

-- CreateIndex
CREATE INDEX "audit_event_subject_id_at_idx" ON "audit_event"("subject_id", "at" DESC);

-- CreateIndex
CREATE INDEX "change_municipality_id_project_id_idx" ON "change"("municipality_id", "project_id");

-- CreateIndex
CREATE UNIQUE INDEX "change_municipality_id_id_key" ON "change"("municipality_id", "id");

-- CreateIndex
CREATE INDEX "benefit_municipality_id_project_id_idx" ON "benefit"("municipality_id", "project_id");

-- CreateIndex
CREATE INDEX "benefit_municipality_id_change_id_idx" ON "benefit"("municipality_id", "change_id");

-- CreateIndex
CREATE INDEX "benefit_municipality_id_copied_part_id_idx" ON "benefit"("municipality_id", "copied_part_id");

-- CreateIndex
CREATE UNIQUE INDEX "benefit_municipality_id_id_key" ON "benefit"("municipality_id", "id");

-- CreateIndex
CREATE INDEX "indicator_municipality_id_benefit_id_idx" ON "indicator"("municipality_id", "benefit_id");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_municipality_id_id_key" ON "indicator"("municipality_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "measurement_municipality_id_indicator_id_measured_on_key" ON "measurement"("municipality_id", "indicator_id", "measured_on");

-- CreateIndex
CREATE UNIQUE INDEX "experience_report_slug_key" ON "experience_report"("slug");

-- CreateIndex
CREATE INDEX "experience_report_collaboration_id_idx" ON "experience_report"("collaboration_id");

-- CreateIndex
CREATE INDEX "experience_report_visible_to_collaboration_id_idx" ON "experience_report"("visible_to_collaboration_id");

-- CreateIndex
CREATE INDEX "experience_report_theme_code_idx" ON "experience_report"("theme_code");

-- CreateIndex
CREATE INDEX "experience_report_builds_on_report_id_idx" ON "experience_report"("builds_on_report_id");

-- CreateIndex
CREATE INDEX "experience_report_status_published_at_idx" ON "experience_report"("status", "published_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "experience_report_municipality_id_id_key" ON "experience_report"("municipality_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "experience_report_municipality_id_project_id_key" ON "experience_report"("municipality_id", "project_id");

-- CreateIndex
CREATE INDEX "report_section_municipality_id_report_id_idx" ON "report_section"("municipality_id", "report_id");

-- CreateIndex
CREATE INDEX "report_section_visible_to_collaboration_id_idx" ON "report_section"("visible_to_collaboration_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_cost_line_municipality_id_report_id_kind_year_key" ON "report_cost_line"("municipality_id", "report_id", "kind", "year");

-- CreateIndex
CREATE INDEX "report_effect_municipality_id_report_id_idx" ON "report_effect"("municipality_id", "report_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_prerequisite_municipality_id_report_id_position_key" ON "report_prerequisite"("municipality_id", "report_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "report_part_municipality_id_report_id_kind_key" ON "report_part"("municipality_id", "report_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "municipality_number_key" ON "municipality"("number");

-- CreateIndex
CREATE UNIQUE INDEX "municipality_organisation_number_key" ON "municipality"("organisation_number");

-- CreateIndex
CREATE UNIQUE INDEX "collaboration_slug_key" ON "collaboration"("slug");

-- CreateIndex
CREATE INDEX "collaboration_member_municipality_id_idx" ON "collaboration_member"("municipality_id");

-- CreateIndex
CREATE UNIQUE INDEX "theme_position_key" ON "theme"("position");

-- CreateIndex
CREATE UNIQUE INDEX "person_municipality_id_id_key" ON "person"("municipality_id", "id");

-- CreateIndex
CREATE INDEX "identity_provider_municipality_id_idx" ON "identity_provider"("municipality_id");

-- CreateIndex
CREATE UNIQUE INDEX "identity_provider_issuer_client_id_key" ON "identity_provider"("issuer", "client_id");

-- CreateIndex
CREATE INDEX "external_identity_person_id_idx" ON "external_identity"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "auth_session_token_hash_key" ON "auth_session"("token_hash");

-- CreateIndex
CREATE INDEX "auth_session_person_id_idx" ON "auth_session"("person_id");

-- CreateIndex
CREATE INDEX "auth_session_municipality_id_idx" ON "auth_session"("municipality_id");

-- CreateIndex
CREATE INDEX "auth_session_identity_provider_id_idx" ON "auth_session"("identity_provider_id");

-- CreateIndex
CREATE UNIQUE INDEX "phase_model_municipality_id_code_key" ON "phase_model"("municipality_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "phase_model_phase_phase_model_id_position_key" ON "phase_model_phase"("phase_model_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "phase_model_phase_phase_model_id_code_key" ON "phase_model_phase"("phase_model_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "phase_model_checklist_item_phase_model_phase_id_position_key" ON "phase_model_checklist_item"("phase_model_phase_id", "position");

-- CreateIndex
CREATE INDEX "project_phase_phase_model_phase_id_idx" ON "project_phase"("phase_model_phase_id");

-- CreateIndex
CREATE UNIQUE INDEX "project_phase_municipality_id_id_key" ON "project_phase"("municipality_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "project_phase_municipality_id_project_id_id_key" ON "project_phase"("municipality_id", "project_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "project_phase_municipality_id_project_id_position_key" ON "project_phase"("municipality_id", "project_id", "position");

-- CreateIndex
CREATE INDEX "gate_decision_municipality_id_project_id_idx" ON "gate_decision"("municipality_id", "project_id");

-- CreateIndex
CREATE INDEX "gate_decision_municipality_id_project_phase_id_idx" ON "gate_decision"("municipality_id", "project_phase_id");

-- CreateIndex
CREATE INDEX "gate_decision_municipality_id_supersedes_id_idx" ON "gate_decision"("municipality_id", "supersedes_id");

-- CreateIndex
CREATE UNIQUE INDEX "gate_decision_municipality_id_id_key" ON "gate_decision"("municipality_id", "id");

-- CreateIndex
CREATE INDEX "gate_condition_municipality_id_gate_decision_id_idx" ON "gate_condition"("municipality_id", "gate_decision_id");

-- CreateIndex
CREATE INDEX "checklist_item_municipality_id_project_id_idx" ON "checklist_item"("municipality_id", "project_id");

-- CreateIndex
CREATE INDEX "checklist_item_municipality_id_copied_part_id_idx" ON "checklist_item"("municipality_id", "copied_part_id");

-- CreateIndex
CREATE UNIQUE INDEX "checklist_item_municipality_id_project_phase_id_position_key" ON "checklist_item"("municipality_id", "project_phase_id", "position");

-- CreateIndex
CREATE INDEX "project_theme_code_idx" ON "project"("theme_code");

-- CreateIndex
CREATE INDEX "project_phase_model_id_idx" ON "project"("phase_model_id");

-- CreateIndex
CREATE INDEX "project_municipality_id_id_current_phase_id_idx" ON "project"("municipality_id", "id", "current_phase_id");

-- CreateIndex
CREATE INDEX "project_collaboration_id_idx" ON "project"("collaboration_id");

-- CreateIndex
CREATE INDEX "project_visible_to_collaboration_id_idx" ON "project"("visible_to_collaboration_id");

-- CreateIndex
CREATE INDEX "project_visibility_updated_at_idx" ON "project"("visibility", "updated_at");

-- CreateIndex
CREATE UNIQUE INDEX "project_municipality_id_id_key" ON "project"("municipality_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "project_municipality_id_number_key" ON "project"("municipality_id", "number");

-- CreateIndex
CREATE INDEX "project_member_municipality_id_project_id_idx" ON "project_member"("municipality_id", "project_id");

-- CreateIndex
CREATE INDEX "project_member_municipality_id_person_id_idx" ON "project_member"("municipality_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "budget_line_municipality_id_project_id_year_key" ON "budget_line"("municipality_id", "project_id", "year");

-- CreateIndex
CREATE INDEX "milestone_municipality_id_project_id_planned_on_idx" ON "milestone"("municipality_id", "project_id", "planned_on");

-- CreateIndex
CREATE INDEX "milestone_municipality_id_copied_part_id_idx" ON "milestone"("municipality_id", "copied_part_id");

-- CreateIndex
CREATE INDEX "deliverable_municipality_id_project_id_end_on_idx" ON "deliverable"("municipality_id", "project_id", "end_on");

-- CreateIndex
CREATE INDEX "deliverable_municipality_id_copied_part_id_idx" ON "deliverable"("municipality_id", "copied_part_id");

-- CreateIndex
CREATE UNIQUE INDEX "search_document_report_id_key" ON "search_document"("report_id");

-- CreateIndex
CREATE UNIQUE INDEX "search_document_project_id_key" ON "search_document"("project_id");

-- CreateIndex
CREATE UNIQUE INDEX "search_document_lesson_id_key" ON "search_document"("lesson_id");

-- CreateIndex
CREATE UNIQUE INDEX "search_document_collaboration_id_key" ON "search_document"("collaboration_id");

-- CreateIndex
CREATE INDEX "search_document_municipality_id_idx" ON "search_document"("municipality_id");

-- CreateIndex
CREATE INDEX "search_document_theme_code_idx" ON "search_document"("theme_code");

-- CreateIndex
CREATE INDEX "search_document_vector_idx" ON "search_document" USING GIN ("vector");

-- CreateIndex
CREATE INDEX "search_document_words_idx" ON "search_document" USING GIN ("words" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "search_log_at_idx" ON "search_log"("at");

-- CreateIndex
CREATE INDEX "project_copy_source_municipality_id_idx" ON "project_copy"("source_municipality_id");

-- CreateIndex
CREATE INDEX "project_copy_source_report_id_idx" ON "project_copy"("source_report_id");

-- CreateIndex
CREATE UNIQUE INDEX "project_copy_municipality_id_id_key" ON "project_copy"("municipality_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "project_copy_municipality_id_project_id_key" ON "project_copy"("municipality_id", "project_id");

-- CreateIndex
CREATE INDEX "copied_part_source_part_id_idx" ON "copied_part"("source_part_id");

-- CreateIndex
CREATE UNIQUE INDEX "copied_part_municipality_id_id_key" ON "copied_part"("municipality_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "copied_part_municipality_id_project_copy_id_kind_key" ON "copied_part"("municipality_id", "project_copy_id", "kind");

-- CreateIndex
CREATE INDEX "reuse_report_id_idx" ON "reuse"("report_id");

-- CreateIndex
CREATE UNIQUE INDEX "reuse_municipality_id_report_id_key" ON "reuse"("municipality_id", "report_id");

-- CreateIndex
CREATE INDEX "featured_case_report_id_idx" ON "featured_case"("report_id");

-- CreateIndex
CREATE INDEX "featured_case_featured_by_idx" ON "featured_case"("featured_by");

-- CreateIndex
CREATE INDEX "featured_case_starts_on_ends_on_idx" ON "featured_case"("starts_on", "ends_on");

-- CreateIndex
CREATE INDEX "status_report_municipality_id_project_id_published_at_idx" ON "status_report"("municipality_id", "project_id", "published_at" DESC);

-- CreateIndex
CREATE INDEX "status_report_municipality_id_author_id_idx" ON "status_report"("municipality_id", "author_id");

-- CreateIndex
CREATE INDEX "log_entry_municipality_id_project_id_logged_on_idx" ON "log_entry"("municipality_id", "project_id", "logged_on");

-- CreateIndex
CREATE UNIQUE INDEX "log_entry_municipality_id_id_key" ON "log_entry"("municipality_id", "id");

-- CreateIndex
CREATE INDEX "lesson_municipality_id_project_id_idx" ON "lesson"("municipality_id", "project_id");

-- CreateIndex
CREATE INDEX "lesson_municipality_id_project_phase_id_idx" ON "lesson"("municipality_id", "project_phase_id");

-- CreateIndex
CREATE INDEX "lesson_municipality_id_log_entry_id_idx" ON "lesson"("municipality_id", "log_entry_id");

-- CreateIndex
CREATE INDEX "lesson_theme_code_idx" ON "lesson"("theme_code");

-- CreateIndex
CREATE INDEX "lesson_visible_to_collaboration_id_idx" ON "lesson"("visible_to_collaboration_id");

-- CreateIndex
CREATE UNIQUE INDEX "lesson_municipality_id_id_key" ON "lesson"("municipality_id", "id");

-- CreateIndex
CREATE INDEX "uncertainty_municipality_id_project_id_idx" ON "uncertainty"("municipality_id", "project_id");

-- CreateIndex
CREATE INDEX "uncertainty_municipality_id_copied_part_id_idx" ON "uncertainty"("municipality_id", "copied_part_id");

-- CreateIndex
CREATE UNIQUE INDEX "uncertainty_municipality_id_id_key" ON "uncertainty"("municipality_id", "id");

-- CreateIndex
CREATE INDEX "uncertainty_action_municipality_id_uncertainty_id_idx" ON "uncertainty_action"("municipality_id", "uncertainty_id");

-- AddForeignKey
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change" ADD CONSTRAINT "change_municipality_id_project_id_fkey" FOREIGN KEY ("municipality_id", "project_id") REFERENCES "project"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "benefit" ADD CONSTRAINT "benefit_municipality_id_project_id_fkey" FOREIGN KEY ("municipality_id", "project_id") REFERENCES "project"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "benefit" ADD CONSTRAINT "benefit_municipality_id_change_id_fkey" FOREIGN KEY ("municipality_id", "change_id") REFERENCES "change"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "benefit" ADD CONSTRAINT "benefit_municipality_id_copied_part_id_fkey" FOREIGN KEY ("municipality_id", "copied_part_id") REFERENCES "copied_part"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_municipality_id_benefit_id_fkey" FOREIGN KEY ("municipality_id", "benefit_id") REFERENCES "benefit"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_municipality_id_indicator_id_fkey" FOREIGN KEY ("municipality_id", "indicator_id") REFERENCES "indicator"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "experience_report" ADD CONSTRAINT "experience_report_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "experience_report" ADD CONSTRAINT "experience_report_municipality_id_project_id_fkey" FOREIGN KEY ("municipality_id", "project_id") REFERENCES "project"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "experience_report" ADD CONSTRAINT "experience_report_collaboration_id_fkey" FOREIGN KEY ("collaboration_id") REFERENCES "collaboration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "experience_report" ADD CONSTRAINT "experience_report_visible_to_collaboration_id_fkey" FOREIGN KEY ("visible_to_collaboration_id") REFERENCES "collaboration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "experience_report" ADD CONSTRAINT "experience_report_theme_code_fkey" FOREIGN KEY ("theme_code") REFERENCES "theme"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "experience_report" ADD CONSTRAINT "experience_report_builds_on_report_id_fkey" FOREIGN KEY ("builds_on_report_id") REFERENCES "experience_report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_section" ADD CONSTRAINT "report_section_municipality_id_report_id_fkey" FOREIGN KEY ("municipality_id", "report_id") REFERENCES "experience_report"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_section" ADD CONSTRAINT "report_section_visible_to_collaboration_id_fkey" FOREIGN KEY ("visible_to_collaboration_id") REFERENCES "collaboration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_cost_line" ADD CONSTRAINT "report_cost_line_municipality_id_report_id_fkey" FOREIGN KEY ("municipality_id", "report_id") REFERENCES "experience_report"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_effect" ADD CONSTRAINT "report_effect_municipality_id_report_id_fkey" FOREIGN KEY ("municipality_id", "report_id") REFERENCES "experience_report"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_prerequisite" ADD CONSTRAINT "report_prerequisite_municipality_id_report_id_fkey" FOREIGN KEY ("municipality_id", "report_id") REFERENCES "experience_report"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_part" ADD CONSTRAINT "report_part_municipality_id_report_id_fkey" FOREIGN KEY ("municipality_id", "report_id") REFERENCES "experience_report"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collaboration_member" ADD CONSTRAINT "collaboration_member_collaboration_id_fkey" FOREIGN KEY ("collaboration_id") REFERENCES "collaboration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collaboration_member" ADD CONSTRAINT "collaboration_member_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity_provider" ADD CONSTRAINT "identity_provider_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "external_identity" ADD CONSTRAINT "external_identity_identity_provider_id_fkey" FOREIGN KEY ("identity_provider_id") REFERENCES "identity_provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "external_identity" ADD CONSTRAINT "external_identity_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auth_session" ADD CONSTRAINT "auth_session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auth_session" ADD CONSTRAINT "auth_session_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auth_session" ADD CONSTRAINT "auth_session_identity_provider_id_fkey" FOREIGN KEY ("identity_provider_id") REFERENCES "identity_provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "phase_model" ADD CONSTRAINT "phase_model_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "phase_model_phase" ADD CONSTRAINT "phase_model_phase_phase_model_id_fkey" FOREIGN KEY ("phase_model_id") REFERENCES "phase_model"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "phase_model_checklist_item" ADD CONSTRAINT "phase_model_checklist_item_phase_model_phase_id_fkey" FOREIGN KEY ("phase_model_phase_id") REFERENCES "phase_model_phase"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_phase" ADD CONSTRAINT "project_phase_municipality_id_project_id_fkey" FOREIGN KEY ("municipality_id", "project_id") REFERENCES "project"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_phase" ADD CONSTRAINT "project_phase_phase_model_phase_id_fkey" FOREIGN KEY ("phase_model_phase_id") REFERENCES "phase_model_phase"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gate_decision" ADD CONSTRAINT "gate_decision_municipality_id_project_id_fkey" FOREIGN KEY ("municipality_id", "project_id") REFERENCES "project"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gate_decision" ADD CONSTRAINT "gate_decision_municipality_id_project_phase_id_fkey" FOREIGN KEY ("municipality_id", "project_phase_id") REFERENCES "project_phase"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gate_decision" ADD CONSTRAINT "gate_decision_municipality_id_supersedes_id_fkey" FOREIGN KEY ("municipality_id", "supersedes_id") REFERENCES "gate_decision"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gate_condition" ADD CONSTRAINT "gate_condition_municipality_id_gate_decision_id_fkey" FOREIGN KEY ("municipality_id", "gate_decision_id") REFERENCES "gate_decision"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checklist_item" ADD CONSTRAINT "checklist_item_municipality_id_project_id_fkey" FOREIGN KEY ("municipality_id", "project_id") REFERENCES "project"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checklist_item" ADD CONSTRAINT "checklist_item_municipality_id_project_phase_id_fkey" FOREIGN KEY ("municipality_id", "project_phase_id") REFERENCES "project_phase"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checklist_item" ADD CONSTRAINT "checklist_item_municipality_id_copied_part_id_fkey" FOREIGN KEY ("municipality_id", "copied_part_id") REFERENCES "copied_part"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_theme_code_fkey" FOREIGN KEY ("theme_code") REFERENCES "theme"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_phase_model_id_fkey" FOREIGN KEY ("phase_model_id") REFERENCES "phase_model"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_municipality_id_id_current_phase_id_fkey" FOREIGN KEY ("municipality_id", "id", "current_phase_id") REFERENCES "project_phase"("municipality_id", "project_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_collaboration_id_fkey" FOREIGN KEY ("collaboration_id") REFERENCES "collaboration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_visible_to_collaboration_id_fkey" FOREIGN KEY ("visible_to_collaboration_id") REFERENCES "collaboration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_member" ADD CONSTRAINT "project_member_municipality_id_project_id_fkey" FOREIGN KEY ("municipality_id", "project_id") REFERENCES "project"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_member" ADD CONSTRAINT "project_member_municipality_id_person_id_fkey" FOREIGN KEY ("municipality_id", "person_id") REFERENCES "person"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_line" ADD CONSTRAINT "budget_line_municipality_id_project_id_fkey" FOREIGN KEY ("municipality_id", "project_id") REFERENCES "project"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_municipality_id_project_id_fkey" FOREIGN KEY ("municipality_id", "project_id") REFERENCES "project"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_municipality_id_copied_part_id_fkey" FOREIGN KEY ("municipality_id", "copied_part_id") REFERENCES "copied_part"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliverable" ADD CONSTRAINT "deliverable_municipality_id_project_id_fkey" FOREIGN KEY ("municipality_id", "project_id") REFERENCES "project"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliverable" ADD CONSTRAINT "deliverable_municipality_id_copied_part_id_fkey" FOREIGN KEY ("municipality_id", "copied_part_id") REFERENCES "copied_part"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "search_document" ADD CONSTRAINT "search_document_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "search_document" ADD CONSTRAINT "search_document_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "experience_report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "search_document" ADD CONSTRAINT "search_document_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "search_document" ADD CONSTRAINT "search_document_lesson_id_fkey" FOREIGN KEY ("lesson_id") REFERENCES "lesson"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "search_document" ADD CONSTRAINT "search_document_collaboration_id_fkey" FOREIGN KEY ("collaboration_id") REFERENCES "collaboration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "search_document" ADD CONSTRAINT "search_document_theme_code_fkey" FOREIGN KEY ("theme_code") REFERENCES "theme"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_copy" ADD CONSTRAINT "project_copy_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_copy" ADD CONSTRAINT "project_copy_source_municipality_id_fkey" FOREIGN KEY ("source_municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_copy" ADD CONSTRAINT "project_copy_municipality_id_project_id_fkey" FOREIGN KEY ("municipality_id", "project_id") REFERENCES "project"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_copy" ADD CONSTRAINT "project_copy_source_report_id_fkey" FOREIGN KEY ("source_report_id") REFERENCES "experience_report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "copied_part" ADD CONSTRAINT "copied_part_municipality_id_project_copy_id_fkey" FOREIGN KEY ("municipality_id", "project_copy_id") REFERENCES "project_copy"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "copied_part" ADD CONSTRAINT "copied_part_source_part_id_fkey" FOREIGN KEY ("source_part_id") REFERENCES "report_part"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reuse" ADD CONSTRAINT "reuse_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reuse" ADD CONSTRAINT "reuse_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "experience_report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "featured_case" ADD CONSTRAINT "featured_case_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "experience_report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "featured_case" ADD CONSTRAINT "featured_case_featured_by_fkey" FOREIGN KEY ("featured_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_report" ADD CONSTRAINT "status_report_municipality_id_project_id_fkey" FOREIGN KEY ("municipality_id", "project_id") REFERENCES "project"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_report" ADD CONSTRAINT "status_report_municipality_id_author_id_fkey" FOREIGN KEY ("municipality_id", "author_id") REFERENCES "person"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "log_entry" ADD CONSTRAINT "log_entry_municipality_id_project_id_fkey" FOREIGN KEY ("municipality_id", "project_id") REFERENCES "project"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_municipality_id_project_id_fkey" FOREIGN KEY ("municipality_id", "project_id") REFERENCES "project"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_municipality_id_project_phase_id_fkey" FOREIGN KEY ("municipality_id", "project_phase_id") REFERENCES "project_phase"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_municipality_id_log_entry_id_fkey" FOREIGN KEY ("municipality_id", "log_entry_id") REFERENCES "log_entry"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_theme_code_fkey" FOREIGN KEY ("theme_code") REFERENCES "theme"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_visible_to_collaboration_id_fkey" FOREIGN KEY ("visible_to_collaboration_id") REFERENCES "collaboration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "uncertainty" ADD CONSTRAINT "uncertainty_municipality_id_project_id_fkey" FOREIGN KEY ("municipality_id", "project_id") REFERENCES "project"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "uncertainty" ADD CONSTRAINT "uncertainty_municipality_id_copied_part_id_fkey" FOREIGN KEY ("municipality_id", "copied_part_id") REFERENCES "copied_part"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "uncertainty_action" ADD CONSTRAINT "uncertainty_action_municipality_id_uncertainty_id_fkey" FOREIGN KEY ("municipality_id", "uncertainty_id") REFERENCES "uncertainty"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

