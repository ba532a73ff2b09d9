-- Advice in a guide is a text with headings, lists, links and tables; what was written before is read as paragraphs.
ALTER TABLE collection_section DROP CONSTRAINT collection_section_words_check;
ALTER TABLE "collection_section" ALTER COLUMN "advice" DROP DEFAULT;
ALTER TABLE "collection_section" ALTER COLUMN "advice" TYPE JSONB USING to_jsonb("advice");
ALTER TABLE "collection_section" ALTER COLUMN "advice" SET DEFAULT '""';
ALTER TABLE collection_section ADD CONSTRAINT collection_section_words_check CHECK (btrim(title) <> '' AND length(title) <= 160 AND length(advice::text) <= 400000);

-- An example is a report, a part of one, a shared project, a shared lesson, or a page elsewhere.
ALTER TABLE "collection_item" ALTER COLUMN "report_id" DROP NOT NULL;
ALTER TABLE "collection_item" ADD COLUMN "project_id" UUID, ADD COLUMN "lesson_id" UUID, ADD COLUMN "link_url" TEXT NOT NULL DEFAULT '', ADD COLUMN "link_title" TEXT NOT NULL DEFAULT '';
CREATE INDEX "collection_item_project_id_idx" ON "collection_item"("project_id");
CREATE INDEX "collection_item_lesson_id_idx" ON "collection_item"("lesson_id");
ALTER TABLE "collection_item" ADD CONSTRAINT "collection_item_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "collection_item" ADD CONSTRAINT "collection_item_lesson_id_fkey" FOREIGN KEY ("lesson_id") REFERENCES "lesson"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE collection_item
  ADD CONSTRAINT collection_item_one_check CHECK (num_nonnulls(report_id, project_id, lesson_id) + (link_url <> '')::int = 1 AND (part_kind IS NULL OR report_id IS NOT NULL)),
  ADD CONSTRAINT collection_item_link_check CHECK (length(link_url) <= 2000 AND length(link_title) <= 160 AND (link_url = '') = (btrim(link_title) = ''));

DROP POLICY readable ON collection_item;
CREATE POLICY readable ON collection_item FOR SELECT TO delt_app USING (
  EXISTS (SELECT 1 FROM collection_section s WHERE s.id = section_id) AND (viewer_kind() = 'advisor' OR link_url <> ''
    OR EXISTS (SELECT 1 FROM experience_report r WHERE r.id = report_id) OR EXISTS (SELECT 1 FROM project p WHERE p.id = project_id)
    OR EXISTS (SELECT 1 FROM lesson l WHERE l.id = lesson_id)));

-- How many examples of a published guide wait behind a sign-in: shared with all municipalities, and not with everybody. Which they are is not told.
CREATE FUNCTION examples_for_municipalities(guide uuid) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT count(*)::integer FROM public.collection c JOIN public.collection_section s ON s.collection_id = c.id JOIN public.collection_item i ON i.section_id = s.id
    LEFT JOIN public.experience_report r ON r.id = i.report_id AND r.status = 'published'
    LEFT JOIN public.project p ON p.id = i.project_id AND p.deleted_at IS NULL
    LEFT JOIN public.lesson l ON l.id = i.lesson_id
  WHERE c.id = guide AND c.status = 'published' AND public.viewer_kind() = 'visitor'
    AND coalesce(r.visibility, p.visibility, l.visibility) = 'municipalities'
$$;
REVOKE EXECUTE ON FUNCTION examples_for_municipalities(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION examples_for_municipalities(uuid) TO delt_app;
