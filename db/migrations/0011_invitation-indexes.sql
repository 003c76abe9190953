CREATE INDEX `invitations_by_party` ON `invitations` (`case_id`,`party`);--> statement-breakpoint
CREATE INDEX `invitations_by_expiry` ON `invitations` (`expires_at`);