ALTER TABLE `displays` ADD `theme` text DEFAULT 'night' NOT NULL;--> statement-breakpoint
ALTER TABLE `displays` ADD `light` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `displays` ADD `speaks` integer DEFAULT false NOT NULL;