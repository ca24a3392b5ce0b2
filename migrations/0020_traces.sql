CREATE TABLE `traces` (
	`id` text NOT NULL,
	`event_id` text NOT NULL,
	`hash` text NOT NULL,
	`taken_off` integer NOT NULL,
	`on_file` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`id`, `hash`),
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `traces_by_hash` ON `traces` (`event_id`,`hash`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_blocks` (
	`event_id` text NOT NULL,
	`one` text NOT NULL,
	`other` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`one`, `other`),
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_blocks`("event_id", "one", "other", "created_at") SELECT "event_id", "one", "other", "created_at" FROM `blocks`;--> statement-breakpoint
DROP TABLE `blocks`;--> statement-breakpoint
ALTER TABLE `__new_blocks` RENAME TO `blocks`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `blocks_by_other` ON `blocks` (`other`);--> statement-breakpoint
CREATE TABLE `__new_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`attendee_id` text,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`about` text,
	`at` integer NOT NULL,
	`settled_at` integer,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_reports`("id", "event_id", "attendee_id", "key", "kind", "text", "about", "at", "settled_at") SELECT "id", "event_id", "attendee_id", "key", "kind", "text", "about", "at", "settled_at" FROM `reports`;--> statement-breakpoint
DROP TABLE `reports`;--> statement-breakpoint
ALTER TABLE `__new_reports` RENAME TO `reports`;--> statement-breakpoint
CREATE INDEX `reports_by_event` ON `reports` (`event_id`);--> statement-breakpoint
CREATE INDEX `reports_by_attendee` ON `reports` (`attendee_id`,`key`);--> statement-breakpoint
CREATE INDEX `reports_by_about` ON `reports` (`about`);