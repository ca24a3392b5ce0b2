ALTER TABLE `community_import_rows` ADD `asked_at` integer;--> statement-breakpoint
ALTER TABLE `community_imports` ADD `by_staff` text REFERENCES staff(id) ON DELETE set null;--> statement-breakpoint
ALTER TABLE `community_imports` ADD `file_name` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `community_imports` ADD `added` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `community_imports` ADD `changed` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `community_imports` ADD `asked` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE `community_import_rows` SET `asked_at` = (SELECT `created_at` FROM `mails` WHERE `key` = 'invited:' || `community_import_rows`.`member_id`);--> statement-breakpoint
UPDATE `community_imports` SET
	`added` = (SELECT count(*) FROM `community_import_rows` WHERE `import_id` = `id` AND `before` IS NULL)
		+ (SELECT count(*) FROM `introductions` WHERE `introductions`.`import_id` = `community_imports`.`id`),
	`changed` = (SELECT count(*) FROM `community_import_rows` WHERE `import_id` = `id` AND `before` IS NOT NULL),
	`asked` = (SELECT count(*) FROM `community_import_rows` WHERE `import_id` = `id` AND `asked_at` IS NOT NULL);--> statement-breakpoint
DELETE FROM `community_import_rows` WHERE `import_id` IN (SELECT `id` FROM `community_imports` WHERE `undone_at` IS NOT NULL);
