ALTER TABLE `attendees` ADD `unproven` integer DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE `attendees` SET `unproven` = 1 WHERE `unconfirmed` = 1;