-- Whoever can be come in as by another sign-in is told.
ALTER TYPE news_kind ADD VALUE 'sign_in_moves';
