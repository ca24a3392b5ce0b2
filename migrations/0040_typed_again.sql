ALTER TABLE `community_profiles` ADD `again` text;--> statement-breakpoint
ALTER TABLE `community_profiles` ADD `again_at` integer;