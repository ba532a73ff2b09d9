-- A document that follows a report is a part of it, found for its own sake: by its title and by what it is to others.

-- AlterTable
ALTER TABLE "search_document" ADD COLUMN     "report_document_id" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "search_document_report_document_id_key" ON "search_document"("report_document_id");

-- AddForeignKey
ALTER TABLE "search_document" ADD CONSTRAINT "search_document_report_document_id_fkey" FOREIGN KEY ("report_document_id") REFERENCES "report_document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE search_document DROP CONSTRAINT search_document_subject_check;
ALTER TABLE search_document ADD CONSTRAINT search_document_subject_check CHECK (
  num_nonnulls(report_id, project_id, lesson_id, collaboration_id, collection_id, part_id, report_document_id) = CASE WHEN kind = 'municipality' THEN 0 ELSE 1 END
  AND CASE kind
    WHEN 'report' THEN report_id IS NOT NULL
    WHEN 'project' THEN project_id IS NOT NULL
    WHEN 'lesson' THEN lesson_id IS NOT NULL
    WHEN 'part' THEN num_nonnulls(part_id, report_document_id) = 1
    WHEN 'collaboration' THEN collaboration_id IS NOT NULL AND municipality_id IS NULL
    WHEN 'collection' THEN collection_id IS NOT NULL AND municipality_id IS NULL
    WHEN 'municipality' THEN municipality_id IS NOT NULL
  END);

-- As before, with the documents among the parts.
CREATE OR REPLACE FUNCTION search_hits(query tsquery, several tsquery[], typos text[], among uuid[] DEFAULT NULL)
RETURNS TABLE (id uuid, kind search_kind, key text, anchor text, report_id uuid, title text, lead text, names text[], body text, municipality_id uuid, municipality text,
  municipality_number text, population int, county text, collaborations text[], size text, theme text, technologies text[], outcome report_outcome, dated_on date,
  visibility visibility, reuse_count int, is_stale boolean, rank real)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT d.id, d.kind, coalesce(r.slug, c.slug, d.project_id::text, l.project_id::text, m.number), coalesce(d.lesson_id::text, rp.kind::text, 'document.' || rd.kind), d.report_id,
    coalesce(nullif(d.title, ''), r.title), d.lead, d.names, d.body, m.id, m.display_name, m.number, m.population, m.county, joined.names,
    CASE WHEN m.population < 5000 THEN 'under5000' WHEN m.population < 10000 THEN 'from5000' WHEN m.population < 20000 THEN 'from10000'
      WHEN m.population < 50000 THEN 'from20000' WHEN m.population >= 50000 THEN 'over50000' END,
    d.theme_code, d.technologies, d.outcome, d.dated_on, coalesce(r.visibility, p.visibility, l.visibility, 'open'),
    used.count, stale.is, (found.rank * CASE WHEN stale.is THEN 0.6 ELSE 1 END * (1 + 0.15 * ln(1 + used.count)))::real
  FROM search_matches(query, several, typos, among) AS found
  JOIN search_document d ON d.id = found.document_id
  LEFT JOIN report_part rp ON rp.id = d.part_id
  LEFT JOIN report_document rd ON rd.id = d.report_document_id
  LEFT JOIN experience_report r ON r.id = coalesce(d.report_id, rp.report_id, rd.report_id)
  LEFT JOIN project p ON p.id = d.project_id
  LEFT JOIN lesson l ON l.id = d.lesson_id
  LEFT JOIN collection c ON c.id = d.collection_id
  LEFT JOIN municipality m ON m.id = d.municipality_id
  LEFT JOIN (SELECT cm.municipality_id, array_agg(k.name ORDER BY k.name) AS names FROM collaboration_member cm JOIN collaboration k ON k.id = cm.collaboration_id
    GROUP BY 1) joined ON joined.municipality_id = d.municipality_id
  CROSS JOIN LATERAL (SELECT count(*)::int AS count FROM reuse u WHERE d.kind = 'report' AND u.report_id = r.id
    AND reuse_counts(u.state, u.confirmed_on) AND may_read(u.municipality_id, u.visibility, NULL)) used
  -- What was merged into another is found by way of that, by those who may read it.
  CROSS JOIN LATERAL (SELECT EXISTS (SELECT 1 FROM report_merge g JOIN experience_report i ON i.id = g.into_report_id
    WHERE g.report_id = r.id AND i.status = 'published' AND may_read(i.municipality_id, i.visibility, i.visible_to_collaboration_id)) AS is) merged
  CROSS JOIN LATERAL (SELECT coalesce(r.confirmed_on <= current_date - interval '12 months', false) OR is_doubted(r.id) AS is) stale
  WHERE viewer_kind() IN ('visitor', 'staff', 'advisor', 'operator') AND CASE d.kind
    WHEN 'report' THEN r.status = 'published' AND may_read(r.municipality_id, r.visibility, r.visible_to_collaboration_id) AND NOT merged.is
    WHEN 'part' THEN r.status = 'published' AND may_read(r.municipality_id, r.visibility, r.visible_to_collaboration_id) AND NOT merged.is
    WHEN 'project' THEN may_read(p.municipality_id, p.visibility, p.visible_to_collaboration_id)
    WHEN 'lesson' THEN may_read(l.municipality_id, l.visibility, l.visible_to_collaboration_id)
    WHEN 'collection' THEN c.status = 'published'
    ELSE true END
$$;
