-- A featured case can be changed: whoever opened it before another saved is told.
ALTER TABLE "featured_case" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
