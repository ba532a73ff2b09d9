-- Somebody is in on a plan, and advice that waits. By themselves: a value that is added cannot be used before it is committed.
ALTER TYPE news_kind ADD VALUE 'plan_joined';
ALTER TYPE news_kind ADD VALUE 'advice_waiting';
