ALTER TABLE `decisions` ADD `standing` text DEFAULT 'in-force' NOT NULL;--> statement-breakpoint
ALTER TABLE `decisions` ADD `standing_at` text;--> statement-breakpoint
ALTER TABLE `orders` ADD `standing` text DEFAULT 'in-force' NOT NULL;--> statement-breakpoint
ALTER TABLE `orders` ADD `standing_at` text;--> statement-breakpoint
ALTER TABLE `orders` ADD `replaced_by` text;