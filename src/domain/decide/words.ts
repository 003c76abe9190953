import { binds } from '../access/binds.ts';
import { bindsByRule } from '../access/binds-by-rule.ts';
import { isSecretAnswer } from '../access/is-secret-answer.ts';
import { named } from '../definition/definition-view.ts';
import { SIGNAL_FIELDS } from '../definition/engine-events.ts';
import type { Field, Form } from '../definition/form-schema.ts';
import type { Text } from '../definition/text-schema.ts';
import { fieldsById } from '../forms/form-answers.ts';
import type { Party } from '../party.ts';
import type { Tribunal } from '../process/process.ts';
import { textIn } from '../text-in.ts';
import { formatDate, formatMoney } from '../texts/format-value.ts';
import { fillText } from '../texts/placeholders.ts';
import { partyOf, type Turn } from './turn.ts';

/** Who reads a notice: a party or who acts for it, or someone of the tribunal. */
export interface Reader {
  readonly role: string;
  readonly name: string;
  readonly language: string;
  readonly email?: string;
  readonly party?: Party;
  /** They act for that party. */
  readonly isSupporter?: true;
  readonly userId?: string;
}

/** A text in the reader's language with its `{{…}}` filled; a name that is not on the list gives nothing. */
export type Fill = (text: Text | undefined) => string;

/** What placeholders stand for, for one reader of one notice or document. `about` is the party whose chart it came from. */
export function fillFor(turn: Turn, reader: Reader, about: string | undefined): Fill {
  const party = partyOf(turn.theCase, about ?? turn.party) ?? reader.party;
  const wordOf = (_: string, path: readonly string[]) => wordFor(turn, reader, party, path);
  return (text) => fillText(text, reader.language, wordOf);
}

function wordFor(turn: Turn, reader: Reader, party: Party | undefined, path: readonly string[]): string {
  const [root = '', first = '', second = ''] = path;
  const { definition, tribunal } = turn.process;
  const { theCase } = turn;
  switch (root) {
    case 'case':
      return first === 'reference' ? theCase.reference : textIn(definition.title, reader.language);
    case 'recipient':
      return reader.name;
    case 'party':
      return first === 'name'
        ? (party?.name ?? '')
        : answer(turn, reader, party?.data[first]?.[second], first, second, party);
    case 'actor':
      return actorName(turn);
    case 'tribunal':
      return tribunalWord(tribunal, first, reader.language);
    case 'exhibits':
      return exhibitsMoved(turn, reader.language);
    case 'newDate':
      return newDate(turn, reader.language);
    case 'link':
      return `${tribunal.origin}/cases/${theCase.id}`;
    case 'deadline':
      return deadlineWord(turn, reader, party, first);
    case 'parties':
      return theCase.parties
        .filter((one) => one.role === first)
        .map((one) => one.name)
        .join(', ');
    case 'data':
      return answer(turn, reader, theCase.data[first]?.[second], first, second);
    case 'event':
      return eventAnswer(turn, reader, first);
    default:
      return '';
  }
}

function tribunalWord({ name, address, contact, origin }: Tribunal, wanted: string, language: string): string {
  if (wanted === 'contact') return contact;
  if (wanted === 'website') return origin;
  return textIn(wanted === 'address' ? address : name, language);
}

function actorName({ actor, theCase }: Turn): string {
  return actor.kind === 'person' ? (partyOf(theCase, actor.party)?.name ?? '') : '';
}

/** The numbers of what this step put in evidence or changed there; in words, where it is nothing. */
function exhibitsMoved({ before, theCase }: Turn, language: string): string {
  const known = new Set(before?.exhibits);
  const moved = (theCase.exhibits ?? []).filter((exhibit) => !known.has(exhibit));
  return moved.map(({ number }) => number).join(', ') || (NO_EXHIBITS[language.slice(0, 2)] ?? '—');
}
const NO_EXHIBITS: Readonly<Record<string, string>> = { en: 'none', fr: 'aucune', it: 'nessuna' };

/** The last day of the deadline that this step extended. */
function newDate({ facts }: Turn, language: string): string {
  const extended = facts.find((fact) => fact.kind === 'DeadlineExtended');
  return extended ? formatDate(extended.deadline.localDate, language) : '';
}

/** The reader's own, or that of the party it is about, or the last of that name. */
function deadlineWord(turn: Turn, reader: Reader, party: Party | undefined, name: string): string {
  const named = turn.theCase.deadlines.filter((deadline) => deadline.name === name);
  const of = (id: string | undefined) => id && named.find((deadline) => deadline.party === id);
  const meant = of(reader.party?.id) || of(party?.id) || named.at(-1);
  return meant ? formatDate(meant.localDate, reader.language) : '';
}

/**
 * One sentence for each deadline that this turn set for the reader, extended, or reminds of: what binds others is no news
 * of what they must do. What is written in the room may tell of the deadlines of offers.
 */
export function deadlineSentences(turn: Turn, reader: Reader, isInRoom: boolean): string[] {
  const who = { role: reader.role, party: reader.party?.id };
  const sentences: string[] = [];
  for (const fact of turn.facts) {
    if (fact.kind !== 'DeadlineSet' && fact.kind !== 'DeadlineReminded' && fact.kind !== 'DeadlineExtended') continue;
    const { deadline } = fact;
    const isTold = fact.audience === 'case' || isInRoom;
    const stands = turn.theCase.deadlines.some((one) => one.id === deadline.id);
    // Revision 2 told those who take no part in the talks until when an offer stands.
    const isTheirs = (turn.engine >= 3 ? binds : bindsByRule)(turn.process.definition, turn.theCase, deadline, who);
    const why = textIn(deadline.why, reader.language);
    if (isTold && stands && isTheirs && !sentences.includes(why)) sentences.push(why);
  }
  return sentences;
}

/** An answer as a person reads it: amounts with their sign, dates with their weekday, choices by their label. */
function answer(turn: Turn, reader: Reader, value: unknown, form: string, field: string, party?: Party): string {
  const rule = fieldOf(named(turn.process.definition.forms, form), field);
  if (!rule) return '';
  const isTheirOwn = party !== undefined && party.id === reader.party?.id && !reader.isSupporter;
  const isSecret = isSecretAnswer(turn.process.definition, turn.theCase, { form, field: rule, party });
  return isSecret && !isTheirOwn ? secretWord(reader.language) : answerText(turn, rule, value, reader.language);
}

/** In place of how to find someone who keeps that secret. */
export function secretWord(language: string): string {
  return SECRET[language.slice(0, 2)] ?? '—';
}
const SECRET: Readonly<Record<string, string>> = { en: '(kept secret)', fr: '(tenu secret)', it: '(riservato)' };

/** An answer that came with the event, or what the engine's own signal brought. */
function eventAnswer(turn: Turn, reader: Reader, field: string): string {
  const { type } = turn.event;
  const brought = named(named(SIGNAL_FIELDS, type) ?? {}, field);
  if (brought) return answerText(turn, { id: field, type: brought }, turn.event[field], reader.language);
  const rule = named(turn.process.definition.events, type);
  const about = rule?.scope === 'party' ? partyOf(turn.theCase, turn.party) : undefined;
  return answer(turn, reader, turn.event[field], rule?.form ?? '', field, about);
}

function fieldOf(form: Form | undefined, id: string): Field | undefined {
  return form && fieldsById(form).get(id);
}

/** How an answer reads in a language. */
export function answerText(
  turn: Pick<Turn, 'process' | 'theCase'>,
  field: Field,
  value: unknown,
  language: string,
): string {
  if (value === undefined || value === null) return '';
  switch (field.type) {
    case 'money':
      return formatMoney(Number(value), turn.process.definition.currency, language);
    case 'date':
      return formatDate(String(value), language);
    case 'yesno':
      return YES_NO[language.slice(0, 2)]?.[value === true ? 0 : 1] ?? String(value);
    case 'choice':
    case 'choices':
      return [value]
        .flat()
        .map((one) => textIn(field.options?.find((option) => option.value === one)?.label, language))
        .join(', ');
    case 'address':
      return Object.values(value as object)
        .filter(Boolean)
        .join(', ');
    case 'party':
      return partyOf(turn.theCase, String(value))?.name ?? '';
    case 'file':
      return String([value].flat().length);
    default:
      return String(value);
  }
}

const YES_NO: Readonly<Record<string, readonly [string, string]>> = {
  en: ['Yes', 'No'],
  fr: ['Oui', 'Non'],
  it: ['Sì', 'No'],
};
