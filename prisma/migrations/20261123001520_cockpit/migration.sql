-- Advisors see what people search for and do not find. The log holds nobody's name.
CREATE POLICY advisors_read ON search_log FOR SELECT TO delt_app USING (viewer_kind() = 'advisor');
GRANT SELECT ON search_log TO delt_app;
