ALTER TABLE `documents` ADD `filing` text;--> statement-breakpoint
-- Which of them wait to be filed was not noted: none of them is taken off.
UPDATE `documents` SET `filing` = 'filed' WHERE `origin` = 'uploaded';--> statement-breakpoint
CREATE INDEX `documents_waiting` ON `documents` (`created_at`) WHERE filing = 'waiting';
