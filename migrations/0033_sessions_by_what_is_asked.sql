CREATE INDEX `sessions_by_kind` ON `sessions` (`kind`,`event_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `sessions_by_link` ON `sessions` (`link_hash`,`kind`) WHERE "sessions"."link_hash" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `sessions_by_display` ON `sessions` (`display_id`) WHERE "sessions"."display_id" IS NOT NULL;