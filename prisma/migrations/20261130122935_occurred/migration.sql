-- That a risk or an opportunity came true is a fact of its own, beside what is done about it: when, and what it led to.
ALTER TABLE "uncertainty" ADD COLUMN     "led_to" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "occurred_on" DATE;
ALTER TABLE uncertainty ADD CONSTRAINT uncertainty_occurred_check CHECK (led_to = '' OR occurred_on IS NOT NULL);
