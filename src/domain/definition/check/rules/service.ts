import { jsonPointer } from '../../json-pointer.ts';
import type { Notice } from '../../notice-schema.ts';
import type { Rule } from '../checked-definition.ts';
import { error, type Problem, warning } from '../problem.ts';

/** A notice that starts or ends rights says when it counts as served, for channels that it uses. */
export const checkService: Rule = (view) =>
  Object.entries(view.definition.notices).flatMap(([name, notice]) => {
    const path = jsonPointer('notices', name);
    return [checkTexts, checkPrint, checkReach, checkRule].flatMap((check) => check(name, notice, path));
  });

function checkRule(name: string, { service, channels, legal }: Notice, path: string): Problem[] {
  if (!service) {
    if (!legal) return [];
    const message = `The notice “${name}” has legal effect, but no rule says when it counts as served.`;
    const fix = 'Add "service": { "deemed": { "email": { "days": 1 } } }, or remove “legal”.';
    return [error('legal-without-service', path, message, fix)];
  }
  const deemed = Object.keys(service.deemed);
  const unused = deemed.filter((channel) => !(channels as readonly string[]).includes(channel));
  return [
    ...(deemed.length === 0 ? [noChannel(name, path)] : []),
    ...unused.map((channel) => {
      const message = `The notice “${name}” says when it counts as served by ${channel}, but is not sent that way.`;
      const fix = `Add “${channel}” to “channels”, or remove this.`;
      return warning('service-without-channel', `${path}/service/deemed/${channel}`, message, fix);
    }),
    ...(channels.includes('letter') && !service.deemed.letter ? [noLetter(name, path)] : []),
  ];
}

/** Whoever holds the phone reads a text message: it says nothing, and so it serves nobody. */
function checkTexts(name: string, { channels, service }: Notice, path: string): Problem[] {
  const isAlone = channels.includes('sms') && !channels.includes('portal');
  const alone = `The notice “${name}” is sent as a text message, which only says that there is something in the portal, but it is not in the portal.`;
  const served = `The notice “${name}” counts as served by a text message, which does not say what it is about.`;
  return [
    ...(isAlone ? [error('text-alone', `${path}/channels`, alone, 'Add “portal” to “channels”.')] : []),
    ...(service?.deemed.sms
      ? [error('text-alone', `${path}/service/deemed/sms`, served, 'Remove this, and let another channel serve it.')]
      : []),
  ];
}

/** The registry prints letters, and is not in the room. */
function checkPrint(name: string, { channels, privileged }: Notice, path: string): Problem[] {
  const index = channels.indexOf('letter');
  if (!privileged || index < 0) return [];
  const message = `The notice “${name}” is part of the room, but the registry would print it as a letter and read it.`;
  return [error('privileged-shown', `${path}/channels/${index}`, message, 'Take “letter” out of “channels”.')];
}

/** A condition that has no answer leaves people out without a word: nobody may lose a right so. */
function checkReach(name: string, { legal, service, only }: Notice, path: string): Problem[] {
  if (only === undefined || !(legal || service)) return [];
  const message = `The notice “${name}” has legal effect, but goes only to those for whom a condition holds: where it has no answer, nobody would be served.`;
  const fix = 'Remove “only”, and let guards choose between two notices.';
  return [error('legal-to-some', `${path}/only`, message, fix)];
}

function noLetter(name: string, path: string): Problem {
  const message = `The notice “${name}” has legal effect and goes by letter, but no rule says when a letter counts as served.`;
  const fix = 'Add "letter": { "days": 5 }, counted from the day of posting, or take “letter” out of “channels”.';
  return warning('channel-without-service', `${path}/service/deemed`, message, fix);
}

function noChannel(name: string, path: string): Problem {
  const message = `The notice “${name}” has a service rule that says nothing for any channel.`;
  const fix = 'Say for a channel how many days after delivery it counts as served.';
  return error('legal-without-service', `${path}/service/deemed`, message, fix);
}
