CREATE TABLE `drafts` (
	`user_id` text NOT NULL,
	`case_id` text NOT NULL,
	`event` text NOT NULL,
	`party` text NOT NULL,
	`typed` text NOT NULL,
	`saved_at` text NOT NULL,
	PRIMARY KEY(`user_id`, `case_id`, `event`, `party`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `drafts_by_age` ON `drafts` (`saved_at`);