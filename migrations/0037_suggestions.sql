ALTER TABLE `introductions` ADD `suggestion` text;--> statement-breakpoint
ALTER TABLE `picks` ADD `suggestion` text;