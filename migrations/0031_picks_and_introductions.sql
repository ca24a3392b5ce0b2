CREATE TABLE `event_introductions` (
	`event_id` text PRIMARY KEY NOT NULL,
	`sending` text DEFAULT 'at-once' NOT NULL,
	`bell_at` integer,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `introductions` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`student_id` text NOT NULL,
	`mentor_id` text NOT NULL,
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
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`student_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`mentor_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`student_member`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`mentor_member`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `introductions_by_pair` ON `introductions` (`student_id`,`mentor_id`);--> statement-breakpoint
CREATE INDEX `introductions_by_mentor` ON `introductions` (`mentor_id`);--> statement-breakpoint
CREATE INDEX `introductions_by_event` ON `introductions` (`event_id`);--> statement-breakpoint
CREATE INDEX `introductions_by_student_member` ON `introductions` (`student_member`);--> statement-breakpoint
CREATE INDEX `introductions_by_mentor_member` ON `introductions` (`mentor_member`);--> statement-breakpoint
CREATE TABLE `picks` (
	`event_id` text NOT NULL,
	`attendee_id` text NOT NULL,
	`about` text NOT NULL,
	`star` integer NOT NULL,
	`wish` text,
	`line` text NOT NULL,
	`to_attendee` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`attendee_id`, `about`),
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`about`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`to_attendee`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `picks_by_about` ON `picks` (`about`);--> statement-breakpoint
CREATE INDEX `picks_by_to` ON `picks` (`to_attendee`);--> statement-breakpoint
CREATE INDEX `picks_by_event` ON `picks` (`event_id`);--> statement-breakpoint
ALTER TABLE `mails` ADD `reply_to` text DEFAULT '' NOT NULL;