ALTER TABLE `tasks` ADD `case_opened_at` text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE `tasks` SET `case_opened_at` = (SELECT `cases`.`opened_at` FROM `cases` WHERE `cases`.`id` = `tasks`.`case_id`);--> statement-breakpoint
CREATE INDEX `tasks_by_queue` ON `tasks` (`queue`,`case_opened_at`,`case_id`) WHERE closed_at is null;