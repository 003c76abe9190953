ALTER TABLE `documents` ADD `quarantine` text;--> statement-breakpoint
ALTER TABLE `documents` ADD `held_for` text;