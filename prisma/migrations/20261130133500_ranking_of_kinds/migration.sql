-- Guides are what one looks for as much as reports are; a part is found for its own sake only where it holds what was asked for, not most of it.
CREATE OR REPLACE FUNCTION kind_weight(kind search_kind) RETURNS real LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE kind WHEN 'report' THEN 1.6 WHEN 'collection' THEN 1.6 WHEN 'part' THEN 0.7 ELSE 1 END;

CREATE OR REPLACE FUNCTION search_matches(query tsquery, several tsquery[], typos text[], among uuid[]) RETURNS TABLE (document_id uuid, rank real)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE weights real[]; total real;
BEGIN
  IF several IS NOT NULL THEN
    SELECT array_agg(CASE WHEN held.count = 0 THEN 0 ELSE ln(2 + everything.count / (1.0 + held.count)) END ORDER BY place),
      sum(CASE WHEN held.count = 0 THEN ln(2 + everything.count) / 2 ELSE ln(2 + everything.count / (1.0 + held.count)) END) INTO weights, total
    FROM generate_series(1, cardinality(several), 3) place
      CROSS JOIN (SELECT count(*) FROM search_document) everything
      CROSS JOIN LATERAL (SELECT count(*) FROM search_document d WHERE d.vector @@ several[place]) held;
    RETURN QUERY SELECT d.id, (CASE d.kind WHEN 'part' THEN 7 ELSE 10 END * held.share + kind_weight(d.kind) * ts_rank_cd('{0.05, 0.2, 0.5, 1}', d.vector, query, 1))::real FROM search_document d
      CROSS JOIN LATERAL (SELECT sum(weights[(place + 2) / 3] * CASE WHEN d.vector @@ several[place + 2] THEN 1 WHEN d.vector @@ several[place + 1] THEN 0.6
        WHEN d.vector @@ several[place] THEN 0.4 ELSE 0 END) / nullif(total, 0) AS share FROM generate_series(1, cardinality(several), 3) place) held
      WHERE d.vector @@ query AND held.share >= 0.25 AND (among IS NULL OR d.id = ANY (among));
  ELSIF query IS NOT NULL THEN
    RETURN QUERY SELECT d.id, (kind_weight(d.kind) * ts_rank_cd('{0.05, 0.2, 0.5, 1}', d.vector, query, 1))::real FROM search_document d
      WHERE d.vector @@ query AND (among IS NULL OR d.id = ANY (among));
  ELSIF typos IS NOT NULL THEN
    RETURN QUERY SELECT d.id, near.least::real FROM search_document d
      CROSS JOIN LATERAL (SELECT min(word_similarity(typo, d.words)) AS least FROM unnest(typos) AS typo) near
      WHERE d.words %> typos[1] AND near.least >= 0.6 AND (among IS NULL OR d.id = ANY (among));
  ELSE
    RETURN QUERY SELECT d.id, 0::real FROM search_document d WHERE among IS NULL OR d.id = ANY (among);
  END IF;
END $$;
