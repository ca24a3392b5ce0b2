ALTER TABLE `audit_lines` ADD `by_staff` text;--> statement-breakpoint
ALTER TABLE `displays` ADD `confirmed` integer DEFAULT true NOT NULL;