CREATE TABLE `attendees` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`role` text NOT NULL,
	`standing` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`course` text NOT NULL,
	`year_of_study` text NOT NULL,
	`industries` text NOT NULL,
	`question` text NOT NULL,
	`access` text NOT NULL,
	`diet` text NOT NULL,
	`availability` text NOT NULL,
	`card` text NOT NULL,
	`checked_in_at` integer,
	`link_generation` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `attendees_by_event` ON `attendees` (`event_id`);--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`place` text NOT NULL,
	`starts_at` integer NOT NULL,
	`time_zone` text NOT NULL,
	`rounds` integer NOT NULL,
	`round_minutes` integer NOT NULL,
	`changeover_minutes` integer NOT NULL,
	`break_after_round` integer NOT NULL,
	`break_minutes` integer NOT NULL,
	`who_moves` text NOT NULL,
	`boundary` text NOT NULL,
	`display_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`deleted_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `events_code_unique` ON `events` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `events_display_id_unique` ON `events` (`display_id`);--> statement-breakpoint
CREATE TABLE `floor_tables` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`number` integer NOT NULL,
	`name` text NOT NULL,
	`seats` integer NOT NULL,
	`step_free` integer NOT NULL,
	`grid_column` integer NOT NULL,
	`grid_row` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `floor_tables_by_number` ON `floor_tables` (`event_id`,`number`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`applied_at` integer NOT NULL,
	`by` text NOT NULL,
	`added` text NOT NULL,
	`changed` text NOT NULL,
	`undone_at` integer,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `links` (
	`hash` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`attendee_id` text,
	`display_id` text,
	`created_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `night_commands` (
	`event_id` text NOT NULL,
	`version` integer NOT NULL,
	`key` text,
	`body_hash` text,
	`command` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`before` text NOT NULL,
	`phase` text NOT NULL,
	`undone` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`event_id`, `version`),
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `night_commands_by_key` ON `night_commands` (`event_id`,`key`);--> statement-breakpoint
CREATE TABLE `nights` (
	`event_id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`moment` text NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `plans` (
	`event_id` text NOT NULL,
	`version` integer NOT NULL,
	`basis` text NOT NULL,
	`made_at` integer NOT NULL,
	`inputs_hash` text NOT NULL,
	`schedule` text NOT NULL,
	`report` text NOT NULL,
	`seed` integer NOT NULL,
	`iterations` integer NOT NULL,
	`for_start` integer NOT NULL,
	PRIMARY KEY(`event_id`, `version`),
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`hash` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`event_id` text,
	`attendee_id` text,
	`display_id` text,
	`link_hash` text,
	`first_name` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `table_mentors` (
	`attendee_id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`table_id` text NOT NULL,
	`chair` integer NOT NULL,
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`table_id`) REFERENCES `floor_tables`(`id`) ON UPDATE no action ON DELETE cascade
);
