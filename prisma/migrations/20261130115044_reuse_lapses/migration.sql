-- Reuse counts for as long as the word of the adopter is recent: it is asked every twelve months, and after twenty-four it is no longer known.
-- The one answer to «does this count?»; `lib/sharing/reuse/rules.ts` says the same to the program, and a test holds the two together.
CREATE FUNCTION reuse_counts(state reuse_state, confirmed_on date) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN state IN ('planned', 'in_progress', 'in_operation', 'stopped') AND coalesce(confirmed_on > current_date - interval '24 months', false);
