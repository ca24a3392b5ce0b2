CREATE TABLE `invitations` (
	`event_id` text PRIMARY KEY NOT NULL,
	`open` integer NOT NULL,
	`about` text NOT NULL,
	`capacity` integer,
	`overbook_percent` integer NOT NULL,
	`show_mentors` integer NOT NULL,
	`contact_name` text NOT NULL,
	`contact_email` text NOT NULL,
	`closes_at` integer,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `mails` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`event_id` text,
	`attendee_id` text,
	`kind` text NOT NULL,
	`to_address` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`calendar` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_attempt_at` integer,
	`last_error` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mails_key_unique` ON `mails` (`key`);--> statement-breakpoint
CREATE INDEX `mails_by_state` ON `mails` (`state`,`next_attempt_at`);--> statement-breakpoint
CREATE TABLE `members` (
	`id` text PRIMARY KEY NOT NULL,
	`email_key` text NOT NULL,
	`name_key` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`card` text DEFAULT '{"jobTitle":"","company":"","industry":"","roles":[],"askMeAbout":"","allDay":"","howIGotHere":"","wouldDoDifferently":"","pronouns":"","yearsInWork":"","organisationKind":"","pleaseDontAsk":"","surprising":"","tools":"","firstJobs":"","contact":""}' NOT NULL,
	`introductions_per_month` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `members_by_keys` ON `members` (`email_key`,`name_key`);--> statement-breakpoint
CREATE TABLE `mentor_asks` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`attendee_id` text NOT NULL,
	`instead_of` text,
	`asked_at` integer NOT NULL,
	`answer` text,
	`answered_at` integer,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`instead_of`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE TABLE `pair_rules` (
	`event_id` text NOT NULL,
	`one` text NOT NULL,
	`other` text NOT NULL,
	`kind` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`one`, `other`),
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`one`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`other`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `prints` (
	`event_id` text NOT NULL,
	`sheet` text NOT NULL,
	`plan_version` integer NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	PRIMARY KEY(`event_id`, `sheet`),
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `attendees` ADD `registration` text DEFAULT '{"roles":[],"wishes":[],"photo":"","adult":null,"consents":{},"arrivesAt":null,"leavesAt":null,"introductionsPerMonth":null,"company":""}' NOT NULL;--> statement-breakpoint
ALTER TABLE `attendees` ADD `needs` text DEFAULT '{"stepFree":false,"quiet":false,"staysAt":null}' NOT NULL;--> statement-breakpoint
ALTER TABLE `attendees` ADD `badge_code` text;--> statement-breakpoint
ALTER TABLE `attendees` ADD `account_id` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `attendees` ADD `guest_of` text;--> statement-breakpoint
ALTER TABLE `attendees` ADD `unnamed` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `attendees` ADD `hand_edited` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `attendees` ADD `waiting_since` integer;--> statement-breakpoint
ALTER TABLE `attendees` ADD `member_id` text REFERENCES members(id) ON DELETE SET NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `attendees_badge_code_unique` ON `attendees` (`badge_code`);--> statement-breakpoint
ALTER TABLE `floor_tables` ADD `quiet` integer DEFAULT false NOT NULL;