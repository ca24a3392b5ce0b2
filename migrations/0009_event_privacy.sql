CREATE TABLE `event_privacy` (
	`event_id` text PRIMARY KEY NOT NULL,
	`names_days` integer NOT NULL,
	`under_18` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
