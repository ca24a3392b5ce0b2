ALTER TABLE `plans` ADD `stopped_after` integer;--> statement-breakpoint
ALTER TABLE `plans` ADD `aim` text DEFAULT 'balanced' NOT NULL;--> statement-breakpoint
ALTER TABLE `plans` ADD `edited_from` integer;