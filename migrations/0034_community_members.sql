CREATE TABLE `community_profiles` (
	`member_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`headline` text NOT NULL,
	`languages` text NOT NULL,
	`industries` text NOT NULL,
	`roles` text NOT NULL,
	`years` real NOT NULL,
	`per_month` integer NOT NULL,
	`paused_until` integer,
	`language` text NOT NULL,
	`member_consent_at` integer,
	`introductions_consent_at` integer,
	`confirmed_at` integer,
	`origin` text NOT NULL,
	`link_generation` integer DEFAULT 1 NOT NULL,
	`joined_at` integer NOT NULL,
	`new_email` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `community_profiles_by_email` ON `community_profiles` (`email`);--> statement-breakpoint
CREATE TABLE `intro_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`key` text NOT NULL,
	`industries` text NOT NULL,
	`roles` text NOT NULL,
	`steps_ahead` integer,
	`languages` text NOT NULL,
	`line` text NOT NULL,
	`asked_at` integer NOT NULL,
	`state` text NOT NULL,
	`ended_at` integer,
	`why` text,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `intro_requests_by_key` ON `intro_requests` (`member_id`,`key`);--> statement-breakpoint
CREATE INDEX `intro_requests_by_state` ON `intro_requests` (`state`);--> statement-breakpoint
ALTER TABLE `mails` ADD `member_id` text REFERENCES members(id) ON DELETE cascade;--> statement-breakpoint
ALTER TABLE `mails` ADD `about_member` text REFERENCES members(id) ON DELETE cascade;--> statement-breakpoint
CREATE INDEX `mails_by_member` ON `mails` (`member_id`);--> statement-breakpoint
CREATE INDEX `mails_by_about` ON `mails` (`about_member`);--> statement-breakpoint
ALTER TABLE `members` ADD `kept` integer DEFAULT true NOT NULL;