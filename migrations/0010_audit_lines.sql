CREATE TABLE `audit_lines` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`event_id` text,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`act` text NOT NULL,
	`person` text,
	`other` text,
	`count` integer,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `audit_lines_by_event` ON `audit_lines` (`event_id`,`id`);