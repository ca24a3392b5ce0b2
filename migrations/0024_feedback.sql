CREATE TABLE `anonymous_feedback` (
	`id` integer PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`answers` text NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `anonymous_feedback_by_event` ON `anonymous_feedback` (`event_id`);--> statement-breakpoint
CREATE TABLE `feedback` (
	`attendee_id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`answers` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `feedback_by_event` ON `feedback` (`event_id`);