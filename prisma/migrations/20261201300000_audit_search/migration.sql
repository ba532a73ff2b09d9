-- What somebody did, and what was done in one request, are looked up in a trail that only grows.
CREATE INDEX audit_event_actor_id_at_idx ON audit_event (actor_id, at DESC);
CREATE INDEX audit_event_correlation_id_idx ON audit_event (correlation_id);
