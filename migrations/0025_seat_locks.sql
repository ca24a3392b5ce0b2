CREATE TABLE `seat_locks` (
	`event_id` text NOT NULL,
	`attendee_id` text NOT NULL,
	`round` integer NOT NULL,
	`table_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`attendee_id`, `round`),
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `seat_locks_by_event` ON `seat_locks` (`event_id`);