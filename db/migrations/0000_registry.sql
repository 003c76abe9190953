CREATE TABLE `assignments` (
	`row` integer PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`role` text NOT NULL,
	`user_id` text NOT NULL,
	`assigned_at` text NOT NULL,
	`ended_at` text,
	`opened_at` text NOT NULL,
	`case_status` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `assignments_by_case` ON `assignments` (`case_id`);--> statement-breakpoint
CREATE INDEX `assignments_by_user` ON `assignments` (`user_id`,`opened_at`,`case_id`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `assignments_by_load` ON `assignments` (`role`,`user_id`,`case_id`) WHERE ended_at is null and case_status = 'open';--> statement-breakpoint
CREATE TABLE `audit` (
	`row` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`user_id` text NOT NULL,
	`action` text NOT NULL,
	`subject` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `cases` (
	`row` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`reference` text NOT NULL,
	`workflow_id` text NOT NULL,
	`workflow_version` integer NOT NULL,
	`stage` text NOT NULL,
	`state` text NOT NULL,
	`status` text NOT NULL,
	`outcome` text,
	`version` integer NOT NULL,
	`open_version` integer NOT NULL,
	`opened_at` text NOT NULL,
	`closed_at` text,
	`due_by` text,
	`file` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cases_by_id` ON `cases` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `cases_by_reference` ON `cases` (`reference`);--> statement-breakpoint
CREATE INDEX `cases_by_opening` ON `cases` (`opened_at`,`id`);--> statement-breakpoint
CREATE INDEX `cases_by_status` ON `cases` (`status`,`opened_at`,`id`);--> statement-breakpoint
CREATE INDEX `cases_by_stage` ON `cases` (`stage`,`opened_at`,`id`);--> statement-breakpoint
CREATE INDEX `cases_by_due` ON `cases` (`opened_at`,`id`,`due_by`) WHERE due_by is not null;--> statement-breakpoint
CREATE TABLE `codes` (
	`email_key` text PRIMARY KEY NOT NULL,
	`code_hash` text NOT NULL,
	`expires_at` text NOT NULL,
	`tries_left` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `codes_by_expiry` ON `codes` (`expires_at`);--> statement-breakpoint
CREATE TABLE `conflicts` (
	`case_id` text NOT NULL,
	`user_id` text NOT NULL,
	`reason` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`case_id`, `user_id`),
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `conflicts_by_user` ON `conflicts` (`user_id`,`case_id`);--> statement-breakpoint
CREATE TABLE `counters` (
	`name` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `deadlines` (
	`row` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`case_id` text NOT NULL,
	`audience` text NOT NULL,
	`status` text NOT NULL,
	`ended_at` text,
	`expires_at` text NOT NULL,
	`deadline` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deadlines_by_id` ON `deadlines` (`id`);--> statement-breakpoint
CREATE INDEX `deadlines_by_case` ON `deadlines` (`case_id`);--> statement-breakpoint
CREATE INDEX `deadlines_pending` ON `deadlines` (`expires_at`) WHERE status = 'open';--> statement-breakpoint
CREATE TABLE `decisions` (
	`row` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`case_id` text NOT NULL,
	`at` text NOT NULL,
	`decision` text NOT NULL,
	`published_title` text,
	`published_summary` text,
	`published_at` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `decisions_by_id` ON `decisions` (`id`);--> statement-breakpoint
CREATE INDEX `decisions_by_case` ON `decisions` (`case_id`);--> statement-breakpoint
CREATE INDEX `decisions_published` ON `decisions` (`published_at`,`id`) WHERE published_at is not null;--> statement-breakpoint
CREATE TABLE `deliveries` (
	`notice_id` text NOT NULL,
	`channel` text NOT NULL,
	`status` text NOT NULL,
	`attempts` integer NOT NULL,
	`last_attempt_at` text,
	`response` text,
	`message_id` text,
	PRIMARY KEY(`notice_id`, `channel`),
	FOREIGN KEY (`notice_id`) REFERENCES `notices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `documents` (
	`row` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`case_id` text NOT NULL,
	`audience` text NOT NULL,
	`origin` text NOT NULL,
	`document` text,
	`title` text NOT NULL,
	`filename` text NOT NULL,
	`mime` text NOT NULL,
	`size` integer,
	`sha256` text,
	`content` text,
	`uploaded_by` text,
	`party` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `documents_by_id` ON `documents` (`id`);--> statement-breakpoint
CREATE INDEX `documents_by_case` ON `documents` (`case_id`);--> statement-breakpoint
CREATE TABLE `fees` (
	`row` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`case_id` text NOT NULL,
	`at` text NOT NULL,
	`movement` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `fees_by_id` ON `fees` (`id`);--> statement-breakpoint
CREATE INDEX `fees_by_case` ON `fees` (`case_id`);--> statement-breakpoint
CREATE TABLE `idempotency` (
	`row` integer PRIMARY KEY NOT NULL,
	`scope` text NOT NULL,
	`key` text NOT NULL,
	`request_hash` text NOT NULL,
	`status` integer NOT NULL,
	`body` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `idempotency_by_key` ON `idempotency` (`scope`,`key`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`code_hash` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`party` text NOT NULL,
	`supporter` text,
	`expires_at` text NOT NULL,
	`used_at` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `journal` (
	`row` integer PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`seq` integer NOT NULL,
	`id` text NOT NULL,
	`audience` text NOT NULL,
	`entry` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `journal_by_case` ON `journal` (`case_id`,`seq`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`since` text NOT NULL,
	PRIMARY KEY(`user_id`, `role`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `memberships_by_role` ON `memberships` (`role`);--> statement-breakpoint
CREATE TABLE `messages` (
	`row` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`case_id` text NOT NULL,
	`audience` text NOT NULL,
	`by` text NOT NULL,
	`body` text NOT NULL,
	`attachments` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_by_id` ON `messages` (`id`);--> statement-breakpoint
CREATE INDEX `messages_by_case` ON `messages` (`case_id`);--> statement-breakpoint
CREATE TABLE `notices` (
	`row` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`case_id` text NOT NULL,
	`audience` text NOT NULL,
	`sent_at` text NOT NULL,
	`read_at` text,
	`notice` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notices_by_id` ON `notices` (`id`);--> statement-breakpoint
CREATE INDEX `notices_by_case` ON `notices` (`case_id`);--> statement-breakpoint
CREATE TABLE `offers` (
	`row` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`case_id` text NOT NULL,
	`audience` text NOT NULL,
	`offer` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `offers_by_id` ON `offers` (`id`);--> statement-breakpoint
CREATE INDEX `offers_by_case` ON `offers` (`case_id`);--> statement-breakpoint
CREATE TABLE `orders` (
	`row` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`case_id` text NOT NULL,
	`at` text NOT NULL,
	`order` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `orders_by_id` ON `orders` (`id`);--> statement-breakpoint
CREATE INDEX `orders_by_case` ON `orders` (`case_id`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`row` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`case_id` text,
	`subject` text NOT NULL,
	`payload` text,
	`status` text NOT NULL,
	`attempts` integer NOT NULL,
	`not_before` text NOT NULL,
	`ready_at` text NOT NULL,
	`last_attempt_at` text,
	`rendered` text,
	`message_id` text,
	`response` text,
	`ended_at` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_by_key` ON `outbox` (`key`);--> statement-breakpoint
CREATE INDEX `outbox_pending` ON `outbox` (`ready_at`) WHERE status = 'waiting';--> statement-breakpoint
CREATE INDEX `outbox_dead` ON `outbox` (`ended_at`) WHERE status = 'dead';--> statement-breakpoint
CREATE TABLE `outbox_waits` (
	`document` text NOT NULL,
	`key` text NOT NULL,
	PRIMARY KEY(`document`, `key`)
);
--> statement-breakpoint
CREATE INDEX `outbox_waits_by_key` ON `outbox_waits` (`key`);--> statement-breakpoint
CREATE TABLE `participants` (
	`case_id` text NOT NULL,
	`party` text NOT NULL,
	`supporter` text NOT NULL,
	`opened_at` text NOT NULL,
	`user_id` text,
	`email_key` text,
	PRIMARY KEY(`case_id`, `party`, `supporter`),
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `participants_by_user` ON `participants` (`user_id`,`opened_at`,`case_id`) WHERE user_id is not null;--> statement-breakpoint
CREATE INDEX `participants_by_email` ON `participants` (`email_key`,`opened_at`,`case_id`) WHERE email_key is not null;--> statement-breakpoint
CREATE TABLE `reference_counters` (
	`prefix` text NOT NULL,
	`year` integer NOT NULL,
	`last` integer NOT NULL,
	PRIMARY KEY(`prefix`, `year`)
);
--> statement-breakpoint
CREATE TABLE `reminders` (
	`deadline` text NOT NULL,
	`case_id` text NOT NULL,
	`at` text NOT NULL,
	`notice` text NOT NULL,
	PRIMARY KEY(`deadline`, `at`, `notice`),
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reminders_by_case` ON `reminders` (`case_id`);--> statement-breakpoint
CREATE INDEX `reminders_pending` ON `reminders` (`at`);--> statement-breakpoint
CREATE TABLE `request_counts` (
	`bucket` text PRIMARY KEY NOT NULL,
	`window_start` text NOT NULL,
	`requests` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `request_counts_by_window` ON `request_counts` (`window_start`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`user_id` text NOT NULL,
	`created_at` text NOT NULL,
	`last_seen_at` text NOT NULL,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_by_token` ON `sessions` (`token_hash`);--> statement-breakpoint
CREATE INDEX `sessions_by_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE INDEX `sessions_by_expiry` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `settings` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `tasks` (
	`row` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`case_id` text NOT NULL,
	`task` text NOT NULL,
	`queue` text NOT NULL,
	`title` text NOT NULL,
	`priority` text NOT NULL,
	`opened_at` text NOT NULL,
	`due_at` text,
	`closed_at` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tasks_by_id` ON `tasks` (`id`);--> statement-breakpoint
CREATE INDEX `tasks_by_case` ON `tasks` (`case_id`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`name` text NOT NULL,
	`language` text NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_by_email` ON `users` (`email_key`);--> statement-breakpoint
CREATE TABLE `workflow_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`sha256` text NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` text NOT NULL,
	`proposal` text,
	`json` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `workflow_versions` (
	`id` text NOT NULL,
	`version` integer NOT NULL,
	`title` text NOT NULL,
	`sha256` text NOT NULL,
	`published_at` text NOT NULL,
	`published_by` text NOT NULL,
	`approved_by` text,
	`opens_from` text NOT NULL,
	`json` text NOT NULL,
	PRIMARY KEY(`id`, `version`)
);
