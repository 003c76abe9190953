import type { DefinitionInput } from '../src/domain/definition/schema.ts';

/** The same process, which also sends letters and text messages; letters of legal notices are served three days after posting. */
export function byEveryChannel(definition: DefinitionInput): DefinitionInput {
  const notices = Object.entries(definition.notices ?? {}).map(([name, notice]) => [name, everyWay(notice)]);
  return { ...definition, notices: Object.fromEntries(notices) };
}

type Notice = NonNullable<DefinitionInput['notices']>[string];

function everyWay(notice: Notice): Notice {
  if (!notice.channels.includes('email') || notice.privileged) return notice;
  const deemed = notice.service && { service: { deemed: { ...notice.service.deemed, letter: { days: 3 } } } };
  return { ...notice, channels: ['portal', 'email', 'sms', 'letter'], ...deemed };
}
