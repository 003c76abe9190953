ALTER TABLE `cases` ADD `journal_head` text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE `cases` SET `journal_head` = coalesce((SELECT `hash` FROM `journal` WHERE `case_id` = `cases`.`id` ORDER BY `seq` DESC LIMIT 1), '');
