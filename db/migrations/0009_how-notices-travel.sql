ALTER TABLE `deliveries` ADD `arrived_at` text;--> statement-breakpoint
ALTER TABLE `deliveries` ADD `posted_on` text;--> statement-breakpoint
ALTER TABLE `deliveries` ADD `tracking` text;--> statement-breakpoint
ALTER TABLE `deliveries` ADD `sha256` text;--> statement-breakpoint
CREATE INDEX `deliveries_to_post` ON `deliveries` (`notice_id`) WHERE channel = 'letter' and status in ('queued', 'sending', 'ready');