-- Something can be found by others for the first time. Apart from what uses it: a new value may not be used in the transaction that adds it.
ALTER TYPE "news_kind" ADD VALUE 'findable';
