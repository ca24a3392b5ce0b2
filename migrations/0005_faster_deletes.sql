CREATE INDEX `links_by_attendee` ON `links` (`attendee_id`);--> statement-breakpoint
CREATE INDEX `mails_by_attendee` ON `mails` (`attendee_id`);--> statement-breakpoint
CREATE INDEX `mentor_asks_by_attendee` ON `mentor_asks` (`attendee_id`);--> statement-breakpoint
CREATE INDEX `mentor_asks_by_place` ON `mentor_asks` (`instead_of`);--> statement-breakpoint
CREATE INDEX `pair_rules_by_other` ON `pair_rules` (`other`);--> statement-breakpoint
CREATE INDEX `sessions_by_attendee` ON `sessions` (`attendee_id`);