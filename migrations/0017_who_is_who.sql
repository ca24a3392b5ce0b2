ALTER TABLE `sessions` ADD `mailbox` text;--> statement-breakpoint
ALTER TABLE `attendees` ADD `unconfirmed` integer DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE `attendees` SET `unconfirmed` = 1 WHERE `member_id` IS NULL AND json_extract(`registration`, '$.consents.run') IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `sessions` WHERE `sessions`.`attendee_id` = `attendees`.`id` AND `sessions`.`kind` = 'attendee');
