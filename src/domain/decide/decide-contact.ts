import type { Command } from '../command.ts';
import { type ContactChange, FORGETTABLE } from '../contact-change.ts';
import { isSentBy } from '../definition/is-sent-by.ts';
import { isSameEmail } from '../email-key.ts';
import type { Party } from '../party.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { confirmationNotice, contactChangedNotice } from './contact-notices.ts';
import { change, partyOf, type Turn } from './turn.ts';

type Of<K extends Command['kind']> = Extract<Command, { kind: K }>;

/**
 * How to reach a party in this case. A new e-mail address is only noted until they show that it is theirs: a slip of the
 * finger must not send their letters, or the case itself, to somebody else. The address they had is told of the change.
 */
export function changeContact(turn: Turn, command: Of<'changeContact'>): Refusal | undefined {
  const party = partyOf(turn.theCase, command.party);
  if (!party) return refuse('UnknownParty', { party: command.party });
  if (!maySpeakFor(turn, party.id)) return refuse('NotYours', { event: 'CHANGE_CONTACT' });
  const next = withContact(party, command.contact);
  const errors = wrongIn(turn, party, next, command.contact);
  if (errors.length > 0) return refuse('InvalidForm', { form: 'CHANGE_CONTACT' }, errors);
  const isAskedAgain = command.contact.email !== undefined && next.newEmail !== undefined;
  if (!isAskedAgain && isSameParty(party, next)) return refuse('NothingToChange');
  replaceParty(turn, next);
  turn.facts.push({ kind: 'ContactChanged', party: party.id }, contactChangedNotice(turn, party));
  if (isAskedAgain) turn.facts.push(confirmationNotice(turn, next, next.newEmail));
  return undefined;
}

/** From now on they are written to at the new address; and where they have no account yet, it opens the case to them. */
export function confirmEmail(turn: Turn, command: Of<'confirmEmail'>): Refusal | undefined {
  const party = partyOf(turn.theCase, command.party);
  if (!party) return refuse('UnknownParty', { party: command.party });
  if (!maySpeakFor(turn, party.id)) return refuse('NotYours', { event: 'CONFIRM_EMAIL' });
  const { newEmail, ...rest } = party;
  if (newEmail === undefined) return refuse('EmailNotConfirmed');
  // Asked only now, of who reads that mailbox: before, it would tell anyone which address the other side has.
  if (turn.theCase.parties.some((one) => one.side !== party.side && isSameEmail(one.email, newEmail)))
    return refuse('BothSides');
  replaceParty(turn, { ...rest, email: newEmail });
  turn.facts.push({ kind: 'ContactChanged', party: party.id }, contactChangedNotice(turn, party));
  return undefined;
}

/** The party, who acts for them, and the registry for someone who writes or telephones. A helper assists and cannot bind. */
function maySpeakFor({ actor }: Turn, party: string): boolean {
  if (actor.kind !== 'person') return false;
  return actor.party === undefined ? actor.role === 'registrar' : actor.party === party && actor.capacity !== 'helper';
}

function withContact(party: Party, contact: ContactChange): Party {
  const { email, forget = [], ...rest } = contact;
  const { newEmail, ...kept } = party;
  const isNew = email !== undefined && !isSameEmail(email, party.email);
  const awaited = isNew ? email : email === undefined && !forget.includes('email') ? newEmail : undefined;
  const next = { ...kept, ...rest, ...(awaited === undefined ? {} : { newEmail: awaited }) };
  const gone = FORGETTABLE.filter((name) => forget.includes(name) && contact[name] === undefined);
  return Object.fromEntries(
    Object.entries(next).filter(([name]) => !gone.some((one) => one === name)),
  ) as unknown as Party;
}

function wrongIn(turn: Turn, before: Party, next: Party, contact: ContactChange): { path: string; message: string }[] {
  const { definition } = turn.process;
  const { languages } = definition;
  const reach = (party: Party) => party.email ?? party.newEmail ?? party.address;
  const isLetter = contact.writtenBy === 'letter';
  return [
    ...(languages.includes(next.language)
      ? []
      : [{ path: 'language', message: `Choose from: ${languages.join(', ')}.` }]),
    ...(next.wantsTexts && !next.phone ? [{ path: 'phone', message: 'Give the number of a mobile phone.' }] : []),
    ...(isLetter && !isSentBy(definition, 'letter')
      ? [{ path: 'writtenBy', message: 'This process sends no letters.' }]
      : []),
    ...(contact.wantsTexts && !isSentBy(definition, 'sms')
      ? [{ path: 'wantsTexts', message: 'This process sends no text messages.' }]
      : []),
    ...(isLetter && !next.address ? [{ path: 'address', message: 'Give the address to which we should write.' }] : []),
    ...(contact.writtenBy === 'email' && !(next.email ?? next.newEmail)
      ? [{ path: 'email', message: 'Give the address to which we should write.' }]
      : []),
    ...(reach(before) && !reach(next)
      ? [{ path: 'forget', message: 'Leave us one way to write: an e-mail or a postal address.' }]
      : []),
  ];
}

function isSameParty(one: Party, other: Party): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof Party>;
  return [...names].every((name) => one[name] === other[name]);
}

function replaceParty(turn: Turn, next: Party): void {
  change(turn, { parties: turn.theCase.parties.map((party) => (party.id === next.id ? next : party)) });
}
