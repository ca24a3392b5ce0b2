CREATE TABLE `badge_prints` (
	`attendee_id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`plan_version` integer NOT NULL,
	`at` integer NOT NULL,
	`mark` text NOT NULL,
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `badge_prints_by_event` ON `badge_prints` (`event_id`);--> statement-breakpoint
ALTER TABLE `prints` ADD `mark` text DEFAULT '' NOT NULL;