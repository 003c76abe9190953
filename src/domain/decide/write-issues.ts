import type { Audience } from '../audience.ts';
import type { Notice } from '../definition/notice-schema.ts';
import type { DocumentIssued, NoticeSent } from '../fact.ts';
import type { Party } from '../party.ts';
import { channelsTo } from './channels-to.ts';
import { askToReach } from './decide-delivery.ts';
import { changeParty, environment, type Issue, nextId, partyOf, type Turn } from './turn.ts';
import { deadlineSentences, fillFor, type Reader } from './words.ts';
import { writeDocument } from './write-document.ts';

/**
 * Writes the documents and notices that the turn asked for, now that the case has come to rest: every text is fixed in
 * the reader's language, so that what is sent later is what was decided here. Documents first: notices attach them.
 */
export function writeIssues(turn: Turn): void {
  for (const issue of turn.issues) if (issue.kind === 'document') turn.facts.push(...copiesOf(turn, issue));
  for (const issue of turn.issues) if (issue.kind === 'notice') writeNotice(turn, issue);
}

/** A paper in the case's language, and a copy in each other language that a party reads; what someone decided stays in their words. */
function copiesOf(turn: Turn, issue: Issue): DocumentIssued[] {
  const { theCase, process } = turn;
  const original = writeDocument(turn, issue);
  if (issue.body) return [original];
  const read = new Set(theCase.parties.map(({ language }) => language));
  const others = process.definition.languages.filter((one) => one !== theCase.language && read.has(one));
  return [original, ...others.map((language) => writeDocument(turn, { ...issue, id: nextId(turn) }, language))];
}

/** One row for each recipient. A party who is sent a notice sees the case from then on. */
function writeNotice(turn: Turn, issue: Issue): void {
  const rule = turn.process.definition.notices[issue.name];
  if (!rule)
    throw new Error(`${turn.process.definition.id} has no notice ${issue.name}; the checker refuses such a definition`);
  for (const reader of readersOf(turn, rule, issue)) {
    const notice = noticeTo(turn, issue, rule, reader);
    turn.facts.push(notice);
    const { party } = reader;
    if (party && !party.invited) changeParty(turn, party.id, { invited: true });
    if (party && goesNowhere(notice, reader)) askToReach(turn, issue.name, party.id);
  }
}

/** Mail to nowhere would be a notice that nobody got. */
function goesNowhere({ channels }: NoticeSent, { email, party }: Reader): boolean {
  return (channels.includes('email') && !email) || (channels.includes('letter') && !party?.address);
}

/**
 * In a party's own chart its role means that party alone; nobody is sent what their own side did, where `except` says so,
 * nor what `only` does not hold for.
 */
function readersOf(turn: Turn, rule: Notice, issue: Issue): Reader[] {
  const source = partyOf(turn.theCase, issue.party);
  const actor = turn.actor.kind === 'person' ? partyOf(turn.theCase, turn.actor.party) : undefined;
  const isLeftOut = (party: Party) =>
    (rule.except === 'actor' && actor?.side === party.side) || !isMeant(turn, rule, party);
  const readers: Reader[] = [];
  for (const role of rule.to) {
    if (turn.process.definition.roles[role]?.kind === 'tribunal') addAssigned(readers, turn, role);
    else
      for (const party of turn.theCase.parties) {
        const isOfRole = party.role === role && (source?.role !== role || party.id === source.id);
        if (isOfRole && !isLeftOut(party)) addOf(readers, party);
      }
  }
  return readers;
}

function isMeant(turn: Turn, { only }: Notice, { id }: Party): boolean {
  return only === undefined || turn.process.evaluate.holds(only, environment(turn, id));
}

/** Who acts for a party is sent what the party is sent, once they have accepted: before, nothing is theirs to read. */
function addOf(readers: Reader[], party: Party): void {
  const { role, name, language, email } = party;
  readers.push({ role, name, language, party, ...(email ? { email } : {}) });
  for (const { capacity, userId, name, email } of party.supporters)
    if (capacity === 'representative' && userId !== undefined)
      readers.push({ role, name, email, language, party, isSupporter: true });
}

/** A role that everyone shares has a queue of tasks, not a letterbox. */
function addAssigned(readers: Reader[], { theCase }: Turn, role: string): void {
  const userId = theCase.assigned[role];
  if (userId) readers.push({ role, name: '', language: theCase.language, userId });
}

function noticeTo(turn: Turn, issue: Issue, rule: Notice, reader: Reader): NoticeSent {
  const fill = fillFor(turn, reader, issue.party);
  return {
    kind: 'NoticeSent',
    id: nextId(turn),
    notice: issue.name,
    template: rule.template,
    to: recipient(reader),
    channels: channelsTo(rule, reader),
    language: reader.language,
    subject: fill(rule.subject),
    body: fill(rule.body),
    attach: attachments(turn, rule, reader.language),
    deadlines: deadlineSentences(turn, reader, rule.privileged === true),
    legal: rule.legal === true || rule.service !== undefined,
    audience: audienceOf(rule, reader),
  };
}

function recipient({ role, name, email, party, userId }: Reader): NoticeSent['to'] {
  return {
    role,
    name,
    ...(party ? { party: party.id } : {}),
    ...(userId ? { userId } : {}),
    ...(email ? { email } : {}),
  };
}

function audienceOf(rule: Notice, { party }: Reader): Audience {
  if (!party) return rule.privileged ? 'room' : 'tribunal';
  return rule.privileged ? `caucus:${party.id}` : `party:${party.id}`;
}

/** This turn's documents of these names, in order: each in the reader's language where there is a copy in it. */
function attachments(turn: Turn, rule: Notice, language: string): string[] {
  const wanted = rule.attach;
  if (!wanted) return [];
  const issued = turn.facts.filter(
    (fact): fact is DocumentIssued => fact.kind === 'DocumentIssued' && wanted.includes(fact.document),
  );
  const isTheirs = (one: DocumentIssued) => one.content.language === language;
  const hasTheirs = ({ document }: DocumentIssued) => issued.some((one) => one.document === document && isTheirs(one));
  const ofCase = (one: DocumentIssued) => one.content.language === turn.theCase.language;
  return issued.filter((one) => (hasTheirs(one) ? isTheirs(one) : ofCase(one))).map(({ id }) => id);
}
