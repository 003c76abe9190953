import { jsonPointer } from '../../json-pointer.ts';
import type { Rule } from '../checked-definition.ts';
import { unknownName } from '../unknown-name.ts';

/** Every deadline names notices, roles and a calendar that exist; so does the definition its own calendar. */
export const checkDeadlineReferences: Rule = (view) => {
  const { notices, roles } = view.names;
  const calendar = (path: string, where: string, name: string | undefined) =>
    name === undefined || view.calendars.has(name)
      ? []
      : [unknownName('unknown-calendar', path, { where, what: 'calendar', name, known: view.calendars })];
  const roleOf = (path: string, where: string, name: string) =>
    roles.has(name) ? [] : [unknownName('unknown-role', path, { where, what: 'role', name, known: roles })];
  const noticeOf = (path: string, where: string, name: string | undefined) =>
    name === undefined || notices.has(name)
      ? []
      : [unknownName('unknown-notice', path, { where, what: 'notice', name, known: notices })];
  return [
    ...calendar('/calendar', 'The definition', view.definition.calendar),
    ...Object.entries(view.definition.deadlines).flatMap(([name, deadline]) => {
      const path = jsonPointer('deadlines', name);
      const where = `The deadline “${name}”`;
      return [
        ...calendar(`${path}/calendar`, where, deadline.calendar),
        ...(deadline.reminders ?? []).flatMap(({ notice }, index) =>
          noticeOf(`${path}/reminders/${index}/notice`, where, notice),
        ),
        ...noticeOf(`${path}/extend/notice`, where, deadline.extend?.notice),
        ...(deadline.extend?.by ?? []).flatMap((role, index) => roleOf(`${path}/extend/by/${index}`, where, role)),
        ...(deadline.binds ?? []).flatMap((role, index) => roleOf(`${path}/binds/${index}`, where, role)),
      ];
    }),
  ];
};
