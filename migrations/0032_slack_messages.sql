CREATE TABLE `slack_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`event_id` text,
	`introduction_id` text NOT NULL,
	`one_id` text,
	`other_id` text,
	`one_name` text NOT NULL,
	`other_name` text NOT NULL,
	`one_address` text NOT NULL,
	`other_address` text NOT NULL,
	`heading` text NOT NULL,
	`body` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_attempt_at` integer,
	`last_error` text DEFAULT '' NOT NULL,
	`channel` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`one_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`other_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `slack_messages_key_unique` ON `slack_messages` (`key`);--> statement-breakpoint
CREATE INDEX `slack_messages_by_state` ON `slack_messages` (`state`,`next_attempt_at`);--> statement-breakpoint
CREATE INDEX `slack_messages_by_one` ON `slack_messages` (`one_id`);--> statement-breakpoint
CREATE INDEX `slack_messages_by_other` ON `slack_messages` (`other_id`);--> statement-breakpoint
CREATE INDEX `slack_messages_by_introduction` ON `slack_messages` (`introduction_id`);