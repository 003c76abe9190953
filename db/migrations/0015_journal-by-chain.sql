ALTER TABLE `cases` ADD `journal_row` integer;--> statement-breakpoint
UPDATE `cases` SET `journal_row` = (SELECT `journal`.`row` FROM `journal` WHERE `case_row` = `cases`.`row` ORDER BY `seq` DESC LIMIT 1);--> statement-breakpoint
CREATE TABLE `__new_journal` (
	`row` integer PRIMARY KEY NOT NULL,
	`case_row` integer NOT NULL,
	`previous_row` integer,
	`seq` integer NOT NULL,
	`id` text NOT NULL,
	`audience` text NOT NULL,
	`entry` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL,
	FOREIGN KEY (`case_row`) REFERENCES `cases`(`row`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_journal` (`row`, `case_row`, `previous_row`, `seq`, `id`, `audience`, `entry`, `previous_hash`, `hash`)
SELECT `row`, `case_row`, (SELECT `before`.`row` FROM `journal` AS `before` WHERE `before`.`case_row` = `journal`.`case_row` AND `before`.`seq` = `journal`.`seq` - 1), `seq`, `id`, `audience`, `entry`, `previous_hash`, `hash`
FROM `journal` ORDER BY `row`;--> statement-breakpoint
DROP TABLE `journal`;--> statement-breakpoint
ALTER TABLE `__new_journal` RENAME TO `journal`;--> statement-breakpoint
-- An entry follows the newest one of its case, which counts as many; or it is brought here from elsewhere, with those before it.
CREATE TRIGGER `journal_is_gapless` BEFORE INSERT ON `journal`
WHEN NOT EXISTS (
  SELECT 1 FROM `cases` WHERE `row` = NEW.`case_row` AND (
    (NEW.`previous_row` IS `journal_row` AND NEW.`seq` = `version` + (`journal_row` IS NOT NULL))
    OR (NEW.`row` BETWEEN 1 AND `journal_row` AND NEW.`seq` = 1 + coalesce((SELECT `seq` FROM `journal` WHERE `row` = NEW.`previous_row` AND `case_row` = NEW.`case_row`), 0))
  )
)
BEGIN SELECT RAISE(ABORT, 'a journal gap: entries are numbered from 1 without gaps'); END;
--> statement-breakpoint
CREATE TRIGGER `journal_is_never_changed` BEFORE UPDATE ON `journal`
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `journal_is_never_cut` BEFORE DELETE ON `journal`
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `journal_is_never_left` AFTER UPDATE OF `journal_row` ON `cases` WHEN coalesce(NEW.`journal_row`, 0) <= OLD.`journal_row`
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
