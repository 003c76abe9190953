ALTER TABLE `decisions` ADD `published_on` text;--> statement-breakpoint
ALTER TABLE `decisions` ADD `type` text;--> statement-breakpoint
ALTER TABLE `decisions` ADD `outcome` text;--> statement-breakpoint
ALTER TABLE `decisions` ADD `public_order` text;--> statement-breakpoint
CREATE INDEX `decisions_by_type` ON `decisions` (`type`,`published_at`,`id`) WHERE published_at is not null;--> statement-breakpoint
CREATE INDEX `decisions_by_outcome` ON `decisions` (`outcome`,`published_at`,`id`) WHERE published_at is not null;