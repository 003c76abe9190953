import { mayChangeNeed, mayTellNeed } from '../access/needs-for.ts';
import type { Command } from '../command.ts';
import type { FieldError } from '../forms/field-answer.ts';
import { MAX_NEEDS, mayBeReadBy, NEED_TASK, NEED_WORDS, type Need } from '../need.ts';
import type { Party } from '../party.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { textIn } from '../text-in.ts';
import { engineNotice } from './engine-notice.ts';
import { closeTaskOf, openTask } from './tasks.ts';
import { changeParty, nextId, partyOf, type Turn } from './turn.ts';

type Of<K extends Command['kind']> = Extract<Command, { kind: K }>;

/** The mail that says that there is an answer, and nothing of it: who reads the mail may be somebody else. */
export const NEED_NOTICE = 'need-answered';

const TASK = {
  task: NEED_TASK,
  queue: 'registrar',
  title: {
    en: 'A party has said what they need to take part: arrange it, and answer them',
    fr: 'Une partie a dit ce dont elle a besoin pour participer : organisez-le et répondez-lui',
  },
  priority: 'high' as const,
  closedBy: ['ANSWER_NEED', 'WITHDRAW_NEED'],
  due: { count: 2, unit: 'workingDays' as const },
};

/** A party says what it needs; who acts for it, or the registry for someone on the phone, can say it for them. */
export function tellNeed(turn: Turn, command: Of<'tellNeed'>): Refusal | undefined {
  const party = partyOf(turn.theCase, command.party);
  if (!party) return refuse('UnknownParty', { party: command.party });
  if (!mayTellNeed(turn.actor, party)) return refuse('NotYours', { event: 'TELL_NEED' });
  const errors = wrongAnswers(command);
  if (errors.length > 0) return refuse('InvalidForm', { form: 'TELL_NEED' }, errors);
  const { needs = [] } = party;
  if (command.need !== undefined) return changeNeed(turn, party, command, command.need);
  if (needs.length >= MAX_NEEDS) return refuse('TooManyNeeds', { atMost: MAX_NEEDS });
  changeParty(turn, party.id, { needs: [...needs, told(turn, command, nextId(turn))] });
  openTask(turn, TASK, party.id);
  return undefined;
}

/** What was said before stands in the journal alone, and the registry looks at it anew. */
function changeNeed(turn: Turn, party: Party, command: Of<'tellNeed'>, id: string): Refusal | undefined {
  const before = needOf(turn, party, id);
  if (!before) return refuse('UnknownNeed', { need: id });
  replace(turn, party, { ...told(turn, command, id), toldBy: before.toldBy });
  openTask(turn, TASK, party.id);
  return undefined;
}

export function withdrawNeed(turn: Turn, command: Of<'withdrawNeed'>): Refusal | undefined {
  const party = partyOf(turn.theCase, command.party);
  if (!party) return refuse('UnknownParty', { party: command.party });
  if (!needOf(turn, party, command.need)) return refuse('UnknownNeed', { need: command.need });
  changeParty(turn, party.id, { needs: (party.needs ?? []).filter(({ id }) => id !== command.need) });
  closeWhenAnswered(turn, party.id);
  return undefined;
}

/** Arranged, or not and why: the party is told that there is an answer. */
export function answerNeed(turn: Turn, command: Of<'answerNeed'>): Refusal | undefined {
  const { actor, outcome, answer } = command;
  if (actor.kind !== 'person' || actor.role !== 'registrar') return refuse('NotYours', { event: 'ANSWER_NEED' });
  const party = partyOf(turn.theCase, command.party);
  const need = party && needOf(turn, party, command.need);
  if (!party || !need) return refuse('UnknownNeed', { need: command.need });
  if (outcome === 'cannot' && !answer)
    return refuse('InvalidForm', { form: 'ANSWER_NEED' }, [
      { path: 'answer', message: 'Say why it cannot be arranged.' },
    ]);
  const { answer: _, ...rest } = need;
  replace(turn, party, { ...rest, status: outcome, ...(answer ? { answer } : {}), answeredAt: turn.at });
  closeWhenAnswered(turn, party.id);
  tellOfAnswer(turn, party);
  return undefined;
}

function wrongAnswers({ about, wants, details, readers }: Of<'tellNeed'>): FieldError[] {
  const known = Object.keys(NEED_WORDS[about].wants);
  return [
    ...(wants.every((want) => known.includes(want))
      ? []
      : [{ path: 'wants', message: `Choose from: ${known.join(', ')}.` }]),
    ...(wants.length > 0 || details ? [] : [{ path: 'details', message: 'Say what would help.' }]),
    ...(mayBeReadBy(about, readers)
      ? []
      : [{ path: 'readers', message: 'What is about safety is not shown to whoever decides.' }]),
  ];
}

function told(turn: Turn, { actor, about, wants, details, readers }: Of<'tellNeed'>, id: string): Need {
  return {
    id,
    kind: about,
    wants,
    ...(details ? { details } : {}),
    readers,
    status: 'asked',
    toldBy: actor.kind === 'person' ? actor.userId : '',
    toldAt: turn.at,
  };
}

/** The need, where who acts may change it: to everyone else it is not there. */
function needOf({ actor }: Turn, party: Party, id: string): Need | undefined {
  return party.needs?.find((need) => need.id === id && mayChangeNeed(actor, party, need));
}

function replace(turn: Turn, party: Party, need: Need): void {
  changeParty(turn, party.id, { needs: (party.needs ?? []).map((one) => (one.id === need.id ? need : one)) });
}

function closeWhenAnswered(turn: Turn, party: string): void {
  const { needs = [] } = partyOf(turn.theCase, party) ?? {};
  if (needs.every(({ status }) => status !== 'asked')) closeTaskOf(turn, NEED_TASK, party);
}

const SUBJECT = { en: 'There is news in your dispute', fr: 'Du nouveau dans votre différend' };
const BODY = {
  en: 'The tribunal has answered something that you asked. Sign in to read it.',
  fr: 'Le tribunal a répondu à une de vos demandes. Ouvrez une session pour lire sa réponse.',
};

/** To the party alone; without an address the registry calls, as it does for everything else. */
function tellOfAnswer(turn: Turn, party: Party): void {
  if (!party.email) return;
  turn.facts.push(
    engineNotice(turn, party, {
      notice: NEED_NOTICE,
      channels: ['email'],
      subject: textIn(SUBJECT, party.language),
      body: textIn(BODY, party.language),
      audience: 'confided',
    }),
  );
}

/** The mail came back: the registry finds another way to tell them, and says by hand that it has. */
export function askToTellAnswer(turn: Turn, party: string): void {
  openTask(turn, { ...TASK, closedBy: [] }, party);
}
