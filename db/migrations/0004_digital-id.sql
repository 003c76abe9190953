CREATE TABLE `digital_id_attempts` (
	`state_hash` text PRIMARY KEY NOT NULL,
	`browser_hash` text NOT NULL,
	`nonce` text NOT NULL,
	`verifier` text NOT NULL,
	`purpose` text NOT NULL,
	`user_id` text,
	`next` text NOT NULL,
	`expires_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `digital_id_attempts_by_expiry` ON `digital_id_attempts` (`expires_at`);--> statement-breakpoint
CREATE TABLE `identities` (
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	`user_id` text NOT NULL,
	`linked_at` text NOT NULL,
	PRIMARY KEY(`issuer`, `subject`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `identities_by_user` ON `identities` (`user_id`);--> statement-breakpoint
ALTER TABLE `codes` ADD `link_hash` text;--> statement-breakpoint
ALTER TABLE `codes` ADD `browser_hash` text;--> statement-breakpoint
CREATE UNIQUE INDEX `codes_by_link` ON `codes` (`link_hash`) WHERE link_hash is not null;--> statement-breakpoint
ALTER TABLE `sessions` ADD `proven_at` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `proven_by` text;