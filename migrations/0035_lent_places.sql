ALTER TABLE `attendees` ADD `lent_until` integer;--> statement-breakpoint
CREATE INDEX `attendees_lent` ON `attendees` (`lent_until`) WHERE "attendees"."lent_until" IS NOT NULL;