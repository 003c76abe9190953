import type { CaseFile } from '../case-file.ts';
import type { EventRule } from '../definition/event-schema.ts';
import type { Form } from '../definition/form-schema.ts';
import { oncePer } from '../definition/once-per.ts';
import type { Exhibit, ExhibitVersion } from '../exhibit.ts';
import { fieldsOf } from '../forms/form-answers.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { unreachable } from '../unreachable.ts';
import { nextExhibitNumber } from './exhibit-number.ts';
import { change, nextId, type Turn } from './turn.ts';

type ExhibitRule = NonNullable<EventRule['exhibit']>;
type Answered = Readonly<Record<string, unknown>>;
/** Of one party; each is kept for ever, and the file of a case is read as one. */
const MAX_CORRECTIONS = 200;

type Words = Pick<Exhibit, 'description' | 'datedOn'>;

/** Why a party has nothing that this could be done to; nothing when it has. Whether it is the time, the chart says. */
export function whyNoExhibit(theCase: CaseFile, rule: ExhibitRule, party: string | undefined): Refusal | undefined {
  if (!party) return refuse('PartyNeeded');
  if (rule.do === 'add') return undefined;
  const hasSome = exhibitsOf(theCase).some((exhibit) => exhibit.party === party && !exhibit.withdrawn);
  return hasSome ? undefined : refuse('UnknownExhibit');
}

/**
 * What an event does to the evidence of a party: each file that its form asks for as an exhibit becomes one, and an
 * `exhibit` event adds, replaces, describes or withdraws one. Gives a refusal, or nothing when it is done.
 */
export function moveExhibits(turn: Turn, rule: EventRule, answers: Answered): Refusal | undefined {
  const party = (turn.actor.kind === 'person' ? turn.actor.party : undefined) ?? turn.party;
  if (!rule.exhibit) return party ? addAnswered(turn, rule, answers, party) : undefined;
  if (!party) return refuse('PartyNeeded');
  if (rule.exhibit.do === 'add') return add(turn, party, answers);
  const exhibit = exhibitsOf(turn.theCase).find(
    ({ id, number, party: whose }) => whose === party && (id === answers.exhibit || number === answers.exhibit),
  );
  if (!exhibit) return refuse('UnknownExhibit', { exhibit: answers.exhibit });
  if (exhibit.withdrawn) return refuse('ExhibitWithdrawn', { exhibit: exhibit.number });
  switch (rule.exhibit.do) {
    case 'replace':
      return replace(turn, exhibit, answers);
    case 'describe':
      return describe(turn, rule, exhibit, answers);
    case 'withdraw':
      return withdraw(turn, exhibit, answers, rule.exhibit.staysReadable === true);
    default:
      return unreachable(rule.exhibit.do);
  }
}

function exhibitsOf({ exhibits = [] }: CaseFile): readonly Exhibit[] {
  return exhibits;
}

/** Files that came with the answers of a form; one that is in evidence already is not put there twice. */
function addAnswered(turn: Turn, { form: name = '' }: EventRule, answers: Answered, party: string): undefined {
  const form = turn.process.definition.forms[name];
  if (!form) return undefined;
  const documents = exhibitFieldsOf(form).flatMap(({ id }) => filesOf(answers[id]));
  for (const document of documents) if (!isInEvidence(turn.theCase, document)) file(turn, party, document, {});
}

const exhibitFieldsOf = oncePer((form: Form) =>
  fieldsOf(form).filter(({ type, exhibit }) => type === 'file' && exhibit),
);

function add(turn: Turn, party: string, answers: Answered): Refusal | undefined {
  const documents = filesOf(answers.file);
  if (documents.some((document) => isInEvidence(turn.theCase, document))) return refuse('AlreadyExhibit');
  for (const document of new Set(documents)) file(turn, party, document, saidOf(answers));
  return undefined;
}

function replace(turn: Turn, exhibit: Exhibit, answers: Answered): Refusal | undefined {
  const document = filesOf(answers.file).at(-1);
  if (document === undefined) return refuse('InvalidForm', {}, [{ path: 'file', message: 'Give a file.' }]);
  if (isInEvidence(turn.theCase, document)) return refuse('AlreadyExhibit');
  const versions = [...exhibit.versions, version(turn, document)];
  return put(turn, saidAnew(turn, { ...exhibit, versions }, { ...wordsOf(exhibit), ...saidOf(answers) }));
}

/** What its form asks for takes the place of what was said; what is left empty there is said no more. */
function describe(turn: Turn, { form: name = '' }: EventRule, exhibit: Exhibit, answers: Answered) {
  const form = turn.process.definition.forms[name];
  const asked = new Set((form ? fieldsOf(form) : []).map(({ id }) => id));
  const { description, datedOn } = exhibit;
  const kept = saidOf({
    ...(asked.has('description') ? {} : { description }),
    ...(asked.has('on') ? {} : { on: datedOn }),
  });
  const said = saidAnew(turn, exhibit, { ...kept, ...saidOf(answers) });
  if (said === exhibit) return refuse('NothingToChange', { exhibit: exhibit.number });
  return correctionsOf(turn.theCase, exhibit.party) < MAX_CORRECTIONS ? put(turn, said) : refuse('CaseTooLarge');
}

function correctionsOf(theCase: CaseFile, party: string): number {
  const own = exhibitsOf(theCase).filter((exhibit) => exhibit.party === party);
  return own.reduce((sum, { earlier = [] }) => sum + earlier.length, 0);
}

/** The exhibit with other words, and those that it had before; as it is where they are the same. */
function saidAnew({ at, actor }: Turn, exhibit: Exhibit, words: Words): Exhibit {
  const before = wordsOf(exhibit);
  if (before.description === words.description && before.datedOn === words.datedOn) return exhibit;
  const { id, number, party, earlier = [], description: _, datedOn: __, ...rest } = exhibit;
  return {
    id,
    number,
    party,
    ...words,
    earlier: [...earlier, { ...before, changedAt: at, changedBy: actor }],
    ...rest,
  };
}

function wordsOf({ description, datedOn }: Exhibit): Words {
  return saidOf({ description, on: datedOn });
}

/** Its files go back to where they were before they were filed, unless the definition leaves them open. */
function withdraw(turn: Turn, exhibit: Exhibit, { reason }: Answered, staysReadable: boolean): undefined {
  const said = typeof reason === 'string' ? { reason } : {};
  put(turn, { ...exhibit, withdrawn: { at: turn.at, by: turn.actor, ...said } });
  if (staysReadable) return;
  const documents = exhibit.versions.map(({ document }) => document);
  turn.facts.push({ kind: 'DocumentsFiled', documents, form: '', audience: `caucus:${exhibit.party}` });
}

function file(turn: Turn, party: string, document: string, said: Words): void {
  const exhibits = exhibitsOf(turn.theCase);
  const number = nextExhibitNumber(turn.process.definition, turn.theCase, party);
  const exhibit: Exhibit = { id: nextId(turn), number, party, ...said, versions: [version(turn, document)] };
  change(turn, { exhibits: [...exhibits, exhibit] });
}

function version({ at, actor }: Turn, document: string): ExhibitVersion {
  return { document, filedAt: at, by: actor };
}

function put(turn: Turn, exhibit: Exhibit): undefined {
  change(turn, { exhibits: exhibitsOf(turn.theCase).map((one) => (one.id === exhibit.id ? exhibit : one)) });
}

/** What the party says of it: kept from before where a replacement says nothing. */
function saidOf({ description, on }: Answered): Words {
  return {
    ...(typeof description === 'string' ? { description } : {}),
    ...(typeof on === 'string' ? { datedOn: on } : {}),
  };
}

function isInEvidence(theCase: CaseFile, document: string): boolean {
  return exhibitsOf(theCase).some((exhibit) => !exhibit.withdrawn && isVersionOf(exhibit, document));
}

function isVersionOf({ versions }: Exhibit, document: string): boolean {
  return versions.some((one) => one.document === document);
}

/** A form's answer to a `file` field is a list of documents. */
function filesOf(answer: unknown): string[] {
  return [answer ?? []].flat().filter((one) => typeof one === 'string');
}
