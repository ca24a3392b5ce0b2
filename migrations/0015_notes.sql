CREATE TABLE `notes` (
	`event_id` text NOT NULL,
	`attendee_id` text NOT NULL,
	`about` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	`seen` text NOT NULL,
	`beside` text NOT NULL,
	PRIMARY KEY(`attendee_id`, `about`),
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`about`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `notes_by_about` ON `notes` (`about`);--> statement-breakpoint
CREATE INDEX `notes_by_event` ON `notes` (`event_id`);