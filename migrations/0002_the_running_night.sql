CREATE TABLE `desk_calls` (
	`event_id` text NOT NULL,
	`attendee_id` text NOT NULL,
	`kind` text NOT NULL,
	`minutes` integer NOT NULL,
	`at` integer NOT NULL,
	`answered_at` integer,
	PRIMARY KEY(`attendee_id`, `kind`),
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `displays` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`session_hash` text NOT NULL,
	`name` text NOT NULL,
	`layout` text DEFAULT 'auto' NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `displays_session_hash_unique` ON `displays` (`session_hash`);--> statement-breakpoint
CREATE TABLE `seated_tables` (
	`event_id` text NOT NULL,
	`round` integer NOT NULL,
	`table_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`event_id`, `round`, `table_id`),
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `events` ADD `talk_begins` text DEFAULT 'auto' NOT NULL;--> statement-breakpoint
ALTER TABLE `events` ADD `welcome_minutes` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `events` ADD `panel_minutes` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `events` ADD `free_talk_minutes` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `plans` ADD `repair` text;--> statement-breakpoint
UPDATE `nights` SET `moment` = json_set(json_remove(`moment`, '$.timings.breakAfterRound', '$.timings.breakLength'),
	'$.timings.agenda', json(CASE WHEN json_extract(`moment`, '$.timings.breakAfterRound') > 0 THEN json_array(json_object('title', 'break', 'afterRound', json_extract(`moment`, '$.timings.breakAfterRound'), 'length', json_extract(`moment`, '$.timings.breakLength'))) ELSE '[]' END),
	'$.timings.talkBegins', 'auto', '$.timings.skipped', json('[]'), '$.announcement', json('null'), '$.blank', json('false'))
WHERE json_extract(`moment`, '$.timings.agenda') IS NULL;--> statement-breakpoint
UPDATE `nights` SET `moment` = json_set(`moment`, '$.phase.item', 0) WHERE json_extract(`moment`, '$.phase.kind') = 'agenda';--> statement-breakpoint
UPDATE `nights` SET `moment` = json_set(`moment`, '$.before.item', 0) WHERE json_extract(`moment`, '$.before.kind') = 'agenda';--> statement-breakpoint
UPDATE `nights` SET `moment` = json_set(`moment`, '$.phase.of.item', 0) WHERE json_extract(`moment`, '$.phase.of.kind') = 'agenda';--> statement-breakpoint
UPDATE `night_commands` SET `before` = json_set(json_remove(`before`, '$.timings.breakAfterRound', '$.timings.breakLength'),
	'$.timings.agenda', json(CASE WHEN json_extract(`before`, '$.timings.breakAfterRound') > 0 THEN json_array(json_object('title', 'break', 'afterRound', json_extract(`before`, '$.timings.breakAfterRound'), 'length', json_extract(`before`, '$.timings.breakLength'))) ELSE '[]' END),
	'$.timings.talkBegins', 'auto', '$.timings.skipped', json('[]'), '$.announcement', json('null'), '$.blank', json('false'))
WHERE json_extract(`before`, '$.timings.agenda') IS NULL;--> statement-breakpoint
UPDATE `night_commands` SET `before` = json_set(`before`, '$.phase.item', 0) WHERE json_extract(`before`, '$.phase.kind') = 'agenda';--> statement-breakpoint
UPDATE `night_commands` SET `before` = json_set(`before`, '$.before.item', 0) WHERE json_extract(`before`, '$.before.kind') = 'agenda';--> statement-breakpoint
UPDATE `night_commands` SET `before` = json_set(`before`, '$.phase.of.item', 0) WHERE json_extract(`before`, '$.phase.of.kind') = 'agenda';--> statement-breakpoint
UPDATE `night_commands` SET `phase` = json_set(`phase`, '$.item', 0) WHERE json_extract(`phase`, '$.kind') = 'agenda';
