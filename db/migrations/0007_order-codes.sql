ALTER TABLE `orders` ADD `code` text;--> statement-breakpoint
CREATE UNIQUE INDEX `orders_by_code` ON `orders` (`code`) WHERE code is not null;