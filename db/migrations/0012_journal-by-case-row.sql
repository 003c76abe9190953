CREATE TABLE `__new_journal` (
	`row` integer PRIMARY KEY NOT NULL,
	`case_row` integer NOT NULL,
	`seq` integer NOT NULL,
	`id` text NOT NULL,
	`audience` text NOT NULL,
	`entry` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL,
	FOREIGN KEY (`case_row`) REFERENCES `cases`(`row`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_journal` (`row`, `case_row`, `seq`, `id`, `audience`, `entry`, `previous_hash`, `hash`)
SELECT `journal`.`row`, (SELECT `cases`.`row` FROM `cases` WHERE `cases`.`id` = `journal`.`case_id`), `seq`, `journal`.`id`, `audience`, `entry`, `previous_hash`, `hash`
FROM `journal` ORDER BY `journal`.`row`;--> statement-breakpoint
DROP TABLE `journal`;--> statement-breakpoint
ALTER TABLE `__new_journal` RENAME TO `journal`;--> statement-breakpoint
CREATE UNIQUE INDEX `journal_by_case` ON `journal` (`case_row`,`seq`);--> statement-breakpoint
-- They went with the table.
CREATE TRIGGER `journal_is_gapless` BEFORE INSERT ON `journal`
WHEN NEW.`seq` <> 1 + coalesce((SELECT max(`seq`) FROM `journal` WHERE `case_row` = NEW.`case_row`), 0)
BEGIN SELECT RAISE(ABORT, 'a journal gap: entries are numbered from 1 without gaps'); END;
--> statement-breakpoint
CREATE TRIGGER `journal_is_never_changed` BEFORE UPDATE ON `journal`
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `journal_is_never_cut` BEFORE DELETE ON `journal`
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
