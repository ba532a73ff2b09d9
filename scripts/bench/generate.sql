-- One municipality with very many projects: $PROJECTS$ is put in. Plain shapes, believable spreads; nothing random, so that runs compare.
INSERT INTO participation (municipality_id, joined_on, intro) SELECT id, '2026-01-01', 'Mål' FROM municipality WHERE number = '4202' ON CONFLICT DO NOTHING;
INSERT INTO person (id, municipality_id, name)
  SELECT md5('person' || i)::uuid, (SELECT id FROM municipality WHERE number = '4202'), 'Person ' || i FROM generate_series(1, 200) i;
INSERT INTO project (id, municipality_id, number, title, goal, theme_code, type, lifecycle, phase_model_id, start_on, end_on, technologies, un_goals, suppliers, methods, updated_at)
  SELECT md5('project' || i)::uuid, (SELECT id FROM municipality WHERE number = '4202'), '2026-' || lpad(i::text, 6, '0'),
    'Prosjekt ' || (i * 7919) % $PROJECTS$, 'Målet er nummer ' || i, (SELECT code FROM theme ORDER BY position OFFSET i % 12 LIMIT 1),
    (enum_range(NULL::project_type))[1 + i % 5], (enum_range(NULL::lifecycle))[1 + (i % 10) / 4],
    (SELECT id FROM phase_model WHERE code = 'prosjektveiviseren'), date '2024-01-01' + i % 900, date '2026-01-01' + i % 900,
    ARRAY['Teknologi ' || i % 40], ARRAY[1 + i % 17], '{}', '{}', now()
  FROM generate_series(1, $PROJECTS$) i;
INSERT INTO project_phase (id, municipality_id, project_id, phase_model_phase_id, position, planned_end_on)
  SELECT md5(p.id::text || f.position)::uuid, p.municipality_id, p.id, f.id, f.position, p.start_on + f.position * 120
  FROM project p JOIN phase_model_phase f ON f.phase_model_id = p.phase_model_id;
UPDATE project p SET current_phase_id = md5(p.id::text || 1 + length(p.title) % 6)::uuid;
INSERT INTO project_member (municipality_id, project_id, person_id, role)
  SELECT municipality_id, id, md5('person' || 1 + abs(hashtext(number)) % 200)::uuid, 'project_manager' FROM project;
INSERT INTO budget_line (id, municipality_id, project_id, year, budget_nok, cost_nok, forecast_nok)
  SELECT md5(p.id::text || 'b' || y)::uuid, p.municipality_id, p.id, y, 100000 + abs(hashtext(p.number)) % 900000,
    abs(hashtext(p.number)) % 800000, 100000 + abs(hashtext(p.title)) % 900000
  FROM project p, generate_series(2025, 2026) y;
INSERT INTO status_report (id, municipality_id, project_id, period_end_on, text, progress, economy, quality, risk, benefit, budget_nok, cost_nok, forecast_nok, published_at)
  SELECT md5(p.id::text || 's' || m)::uuid, p.municipality_id, p.id, date '2026-08-31' + m * 30, 'Det går', (enum_range(NULL::progress_status))[1 + (length(p.number) + m + abs(hashtext(p.number))) % 4],
    (enum_range(NULL::economy_status))[1 + abs(hashtext(p.title)) % 5], 'to_spec', (enum_range(NULL::risk_status))[1 + abs(hashtext(p.number)) % 3], 'on_plan',
    0, 0, 0, timestamptz '2026-08-31' + m * interval '30 days'
  FROM project p, generate_series(0, 2) m;
INSERT INTO uncertainty (id, municipality_id, project_id, title, probability, consequence, probability_after, consequence_after, kind)
  SELECT md5(p.id::text || 'u' || n)::uuid, p.municipality_id, p.id, 'Usikkerhet ' || n || ' i ' || p.title, 1 + abs(hashtext(p.number)) % 5, 1 + n, 1, 1, CASE n WHEN 3 THEN 'opportunity' ELSE 'risk' END::uncertainty_kind
  FROM project p, generate_series(1, 3) n;
INSERT INTO milestone (id, municipality_id, project_id, title, planned_on)
  SELECT md5(p.id::text || 'm' || n)::uuid, p.municipality_id, p.id, 'Milepæl ' || n, p.start_on + n * 200 FROM project p, generate_series(1, 3) n;
INSERT INTO change (id, municipality_id, project_id, text) SELECT md5(p.id::text || 'c')::uuid, p.municipality_id, p.id, 'Endring' FROM project p;
INSERT INTO benefit (id, municipality_id, project_id, change_id, title, kind, category)
  SELECT md5(p.id::text || 'g')::uuid, p.municipality_id, p.id, md5(p.id::text || 'c')::uuid, 'Gevinst i ' || p.title, 'direct', 'time_saved' FROM project p;
INSERT INTO indicator (id, municipality_id, benefit_id, title, unit, start_value, target_value)
  SELECT md5(b.id::text || 'i')::uuid, b.municipality_id, b.id, 'Antall', 'count', 100, 50 FROM benefit b;
INSERT INTO measurement (id, municipality_id, indicator_id, measured_on, value)
  SELECT md5(i.id::text || 'v' || m)::uuid, i.municipality_id, i.id, date '2026-01-01' + m * 30, 100 - m * 10 FROM indicator i, generate_series(1, 3) m;
ANALYZE;
