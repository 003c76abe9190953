import type { Channel, Notice } from '../definition/notice-schema.ts';
import type { Party } from '../party.ts';
import type { Reader } from './words.ts';

/**
 * By which of a notice's channels it goes to one reader, in the notice's order. The portal always; the whole notice once,
 * by e-mail or by letter; a text message beside it, to a party who wants one. Everyone else has an e-mail address.
 */
export function channelsTo(rule: Notice, { party, isSupporter }: Reader): readonly Channel[] {
  if (!party || isSupporter) return rule.channels.filter((channel) => channel === 'portal' || channel === 'email');
  const written = writtenTo(rule, party);
  const wantsText = party.wantsTexts === true && party.phone !== undefined;
  return rule.channels.filter(
    (channel) => channel === 'portal' || channel === written || (channel === 'sms' && wantsText),
  );
}

/** What they asked for, where it can be done; otherwise what is known of them. What is said in the room is never printed. */
function writtenTo({ channels, privileged }: Notice, party: Party): Channel | undefined {
  const canPrint = channels.includes('letter') && !privileged;
  if (!channels.includes('email')) return canPrint ? 'letter' : undefined;
  if (!canPrint) return 'email';
  const wanted = party.writtenBy ?? 'email';
  const isKnown = wanted === 'email' ? party.email : party.address;
  if (isKnown) return wanted;
  return party.email ? 'email' : 'letter';
}
