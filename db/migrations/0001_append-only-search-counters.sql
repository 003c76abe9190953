-- The journal is the truth: appended to without gaps, never changed.
CREATE TRIGGER `journal_is_gapless` BEFORE INSERT ON `journal`
WHEN NEW.`seq` <> 1 + coalesce((SELECT max(`seq`) FROM `journal` WHERE `case_id` = NEW.`case_id`), 0)
BEGIN SELECT RAISE(ABORT, 'a journal gap: entries are numbered from 1 without gaps'); END;
--> statement-breakpoint
CREATE TRIGGER `journal_is_never_changed` BEFORE UPDATE ON `journal`
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `journal_is_never_cut` BEFORE DELETE ON `journal`
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `cases_are_never_deleted` BEFORE DELETE ON `cases`
BEGIN SELECT RAISE(ABORT, 'a case is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_is_never_changed` BEFORE UPDATE ON `audit`
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_is_never_cut` BEFORE DELETE ON `audit`
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `workflow_versions_are_never_changed` BEFORE UPDATE ON `workflow_versions`
BEGIN SELECT RAISE(ABORT, 'a published workflow version never changes'); END;
--> statement-breakpoint
CREATE TRIGGER `workflow_versions_are_never_deleted` BEFORE DELETE ON `workflow_versions`
BEGIN SELECT RAISE(ABORT, 'a published workflow version never changes'); END;
--> statement-breakpoint
-- What people look for words in. The rowid is the `row` of the case or decision. Nothing privileged enters.
CREATE VIRTUAL TABLE `case_search` USING fts5(`reference`, `names`, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
--> statement-breakpoint
CREATE VIRTUAL TABLE `decision_search` USING fts5(`reference`, `title`, `summary`, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
--> statement-breakpoint
-- What health checks count, kept as it changes.
INSERT INTO `counters` (`name`, `count`) VALUES ('cases', 0), ('openCases', 0), ('pendingDeadlines', 0), ('outbox', 0), ('deadLetters', 0);
--> statement-breakpoint
CREATE TRIGGER `cases_are_counted` AFTER INSERT ON `cases`
BEGIN
  UPDATE `counters` SET `count` = `count` + 1 WHERE `name` = 'cases' OR (`name` = 'openCases' AND NEW.`status` = 'open');
END;
--> statement-breakpoint
CREATE TRIGGER `open_cases_are_counted` AFTER UPDATE OF `status` ON `cases` WHEN NEW.`status` <> OLD.`status`
BEGIN
  UPDATE `counters` SET `count` = `count` + iif(NEW.`status` = 'open', 1, -1) WHERE `name` = 'openCases';
END;
--> statement-breakpoint
CREATE TRIGGER `new_deadlines_are_counted` AFTER INSERT ON `deadlines` WHEN NEW.`status` = 'open'
BEGIN
  UPDATE `counters` SET `count` = `count` + 1 WHERE `name` = 'pendingDeadlines';
END;
--> statement-breakpoint
CREATE TRIGGER `pending_deadlines_are_counted` AFTER UPDATE OF `status` ON `deadlines` WHEN NEW.`status` <> OLD.`status`
BEGIN
  UPDATE `counters` SET `count` = `count` + (NEW.`status` = 'open') - (OLD.`status` = 'open') WHERE `name` = 'pendingDeadlines';
END;
--> statement-breakpoint
CREATE TRIGGER `new_effects_are_counted` AFTER INSERT ON `outbox`
BEGIN
  UPDATE `counters` SET `count` = `count` + 1 WHERE `name` = 'outbox' AND NEW.`status` IN ('blocked', 'waiting');
END;
--> statement-breakpoint
CREATE TRIGGER `effects_are_counted` AFTER UPDATE OF `status` ON `outbox` WHEN NEW.`status` <> OLD.`status`
BEGIN
  UPDATE `counters` SET `count` = `count` + (NEW.`status` IN ('blocked', 'waiting')) - (OLD.`status` IN ('blocked', 'waiting')) WHERE `name` = 'outbox';
  UPDATE `counters` SET `count` = `count` + (NEW.`status` = 'dead') - (OLD.`status` = 'dead') WHERE `name` = 'deadLetters';
END;
