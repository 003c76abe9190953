import { jsonPointer } from '../../json-pointer.ts';
import type { Rule } from '../checked-definition.ts';
import { error, warning } from '../problem.ts';

/** A notice that starts or ends rights says when it counts as served, for channels that it uses. */
export const checkService: Rule = (view) =>
  Object.entries(view.definition.notices).flatMap(([name, notice]) => {
    const path = jsonPointer('notices', name);
    if (!notice.service) {
      if (!notice.legal) return [];
      const message = `The notice “${name}” has legal effect, but no rule says when it counts as served.`;
      return [
        error(
          'legal-without-service',
          path,
          message,
          'Add "service": { "deemed": { "email": { "days": 1 } } }, or remove “legal”.',
        ),
      ];
    }
    const deemed = Object.keys(notice.service.deemed);
    const unused = deemed.filter((channel) => !(notice.channels as readonly string[]).includes(channel));
    return [
      ...(deemed.length === 0 ? [noChannel(name, path)] : []),
      ...unused.map((channel) => {
        const message = `The notice “${name}” says when it counts as served by ${channel}, but is not sent that way.`;
        return warning(
          'service-without-channel',
          `${path}/service/deemed/${channel}`,
          message,
          `Add “${channel}” to “channels”, or remove this.`,
        );
      }),
    ];
  });

function noChannel(name: string, path: string) {
  const message = `The notice “${name}” has a service rule that says nothing for any channel.`;
  return error(
    'legal-without-service',
    `${path}/service/deemed`,
    message,
    'Say for a channel how many days after delivery it counts as served.',
  );
}
