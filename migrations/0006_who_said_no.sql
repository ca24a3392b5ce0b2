ALTER TABLE `attendees` ADD `said_no` integer DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE `attendees` SET `said_no` = 1 WHERE `standing` = 'cancelled' AND EXISTS (SELECT 1 FROM `mails` WHERE `mails`.`attendee_id` = `attendees`.`id` AND `mails`.`kind` = 'cancelled');
