CREATE TABLE `community_import_rows` (
	`import_id` text NOT NULL,
	`member_id` text NOT NULL,
	`before` text,
	PRIMARY KEY(`import_id`, `member_id`),
	FOREIGN KEY (`import_id`) REFERENCES `community_imports`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `community_import_rows_by_member` ON `community_import_rows` (`member_id`);--> statement-breakpoint
CREATE TABLE `community_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`applied_at` integer NOT NULL,
	`rows` integer NOT NULL,
	`same` integer NOT NULL,
	`undone_at` integer
);
--> statement-breakpoint
CREATE TABLE `community_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`at` integer NOT NULL,
	`served` integer NOT NULL,
	`left` integer NOT NULL,
	`longest_wait_days` integer NOT NULL,
	`optimal` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `community_runs_key_unique` ON `community_runs` (`key`);--> statement-breakpoint
CREATE TABLE `proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`request_id` text NOT NULL,
	`asker_id` text NOT NULL,
	`mentor_id` text NOT NULL,
	`reason` text NOT NULL,
	`state` text NOT NULL,
	`made_at` integer NOT NULL,
	`decided_by` text DEFAULT '' NOT NULL,
	`decided_at` integer,
	`goes_at` integer,
	`asked_at` integer,
	`answered_at` integer,
	`instead_of` text,
	FOREIGN KEY (`request_id`) REFERENCES `intro_requests`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`asker_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`mentor_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `proposals_live` ON `proposals` (`request_id`) WHERE state IN ('proposed', 'approved', 'asked');--> statement-breakpoint
CREATE INDEX `proposals_by_request` ON `proposals` (`request_id`);--> statement-breakpoint
CREATE INDEX `proposals_by_asker` ON `proposals` (`asker_id`);--> statement-breakpoint
CREATE INDEX `proposals_by_mentor` ON `proposals` (`mentor_id`);--> statement-breakpoint
CREATE INDEX `proposals_by_state` ON `proposals` (`state`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_introductions` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text,
	`student_id` text,
	`mentor_id` text,
	`student_member` text,
	`mentor_member` text,
	`origin` text NOT NULL,
	`round` integer NOT NULL,
	`student_line` text NOT NULL,
	`mentor_line` text NOT NULL,
	`words` text NOT NULL,
	`state` text NOT NULL,
	`made_at` integer NOT NULL,
	`sent_at` integer,
	`told` text,
	`outcome` text DEFAULT 'open' NOT NULL,
	`ended_at` integer,
	`nudges` integer DEFAULT 0 NOT NULL,
	`student_said` text,
	`mentor_said` text,
	`student_thanks` text DEFAULT '' NOT NULL,
	`mentor_thanks` text DEFAULT '' NOT NULL,
	`touch_asked_at` integer,
	`student_touch` integer,
	`mentor_touch` integer,
	`request_id` text,
	`import_id` text,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`student_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`mentor_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`student_member`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`mentor_member`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
INSERT INTO `__new_introductions`("id", "event_id", "student_id", "mentor_id", "student_member", "mentor_member", "origin", "round", "student_line", "mentor_line", "words", "state", "made_at", "sent_at", "told") SELECT "id", "event_id", "student_id", "mentor_id", "student_member", "mentor_member", "origin", "round", "student_line", "mentor_line", "words", "state", "made_at", "sent_at", "told" FROM `introductions`;--> statement-breakpoint
DROP TABLE `introductions`;--> statement-breakpoint
ALTER TABLE `__new_introductions` RENAME TO `introductions`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `introductions_by_pair` ON `introductions` (`student_id`,`mentor_id`);--> statement-breakpoint
CREATE INDEX `introductions_by_mentor` ON `introductions` (`mentor_id`);--> statement-breakpoint
CREATE INDEX `introductions_by_event` ON `introductions` (`event_id`);--> statement-breakpoint
CREATE INDEX `introductions_by_student_member` ON `introductions` (`student_member`);--> statement-breakpoint
CREATE INDEX `introductions_by_mentor_member` ON `introductions` (`mentor_member`);--> statement-breakpoint
CREATE INDEX `introductions_by_outcome` ON `introductions` (`outcome`,`made_at`);