CREATE TABLE `blocks` (
	`event_id` text NOT NULL,
	`one` text NOT NULL,
	`other` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`one`, `other`),
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`one`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`other`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `blocks_by_other` ON `blocks` (`other`);--> statement-breakpoint
CREATE TABLE `reports` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`attendee_id` text NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`about` text,
	`at` integer NOT NULL,
	`settled_at` integer,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`about`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `reports_by_event` ON `reports` (`event_id`);--> statement-breakpoint
CREATE INDEX `reports_by_attendee` ON `reports` (`attendee_id`,`key`);--> statement-breakpoint
CREATE INDEX `reports_by_about` ON `reports` (`about`);--> statement-breakpoint
ALTER TABLE `invitations` ADD `conduct` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `invitations` ADD `trusted_name` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `invitations` ADD `trusted_reach` text DEFAULT '' NOT NULL;