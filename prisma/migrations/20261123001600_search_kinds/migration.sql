-- Guides and the parts of reports can be found too. Apart from what uses them: a new value may not be used in the transaction that adds it.
ALTER TYPE "search_kind" ADD VALUE 'collection';
ALTER TYPE "search_kind" ADD VALUE 'part';
