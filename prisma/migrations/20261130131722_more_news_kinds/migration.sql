-- More that somebody wants to be told of. By themselves: a value that is added cannot be used before it is committed.
ALTER TYPE news_kind ADD VALUE 'part_improved';
ALTER TYPE news_kind ADD VALUE 'report_withdrawn';
ALTER TYPE news_kind ADD VALUE 'report_featured';
ALTER TYPE news_kind ADD VALUE 'steward_changed';
ALTER TYPE news_kind ADD VALUE 'outdated_answered';
ALTER TYPE news_kind ADD VALUE 'recommendation_wanted';
ALTER TYPE news_kind ADD VALUE 'recommendation_replied';
ALTER TYPE news_kind ADD VALUE 'review_replied';
ALTER TYPE news_kind ADD VALUE 'advice_answered';
ALTER TYPE news_kind ADD VALUE 'question_to_advisors';
ALTER TYPE news_kind ADD VALUE 'question_unanswered';
ALTER TYPE news_kind ADD VALUE 'plan_changed';
