import type { CaseView } from '../../../app/case-view.ts';
import type { Typed } from '../../../app/ports/drafts.ts';
import type { ActionView } from '../../../app/queries/action-view.ts';
import { listActions } from '../../../app/queries/list-actions.ts';
import { listPart } from '../../../app/queries/list-part.ts';
import { type AgreementView, readAgreement } from '../../../app/queries/read-agreement.ts';
import { readAnswered } from '../../../app/queries/read-answered.ts';
import { readBidding } from '../../../app/queries/read-bidding.ts';
import { readCase, readStanding } from '../../../app/queries/read-case.ts';
import { named } from '../../../domain/definition/definition-view.ts';
import type { EngineCommand } from '../../../domain/definition/engine-events.ts';
import type { EventRule } from '../../../domain/definition/event-schema.ts';
import type { Field, Form } from '../../../domain/definition/form-schema.ts';
import type { Definition } from '../../../domain/definition/schema.ts';
import type { Text } from '../../../domain/definition/text-schema.ts';
import { ENGINE_FORMS, isEngineEvent } from '../../../domain/forms/engine-forms.ts';
import type { Viewer } from '../../../domain/viewer.ts';
import type { WebPorts } from '../../web-ports.ts';
import { type CaseWords, caseWords } from '../case/case-words.ts';
import { isOfRoom } from '../room/room-actions.ts';
import { zoneOf } from '../zone-of.ts';
import { engineChoices } from './engine-choices.ts';
import { typedTerms } from './typed-terms.ts';

/** What the page of an action is made from. */
export interface ActModel {
  readonly theCase: CaseView;
  readonly definition: Definition;
  /** In which the tribunal counts its days. */
  readonly zone: string;
  readonly names: CaseWords;
  readonly event: string;
  readonly party: string | undefined;
  /** The party that it is about is the viewer's own. */
  readonly isOwn: boolean;
  /** The viewer is a party of the case, or acts for one. */
  readonly isParty: boolean;
  readonly form: Form;
  /** The action, when it can be done now. */
  readonly action: ActionView | undefined;
  /** They are a party, or act for one: they can say what they need to take part. */
  readonly mayTellNeeds: boolean;
  /** Who can read what is written. */
  readonly isPrivileged: boolean;
  /** It begins and ends in the talks without prejudice, which the viewer may enter. */
  readonly isInTalks: boolean;
  /** What it says yes, no or something else to: the terms of the offer on the table, or of the bidding. */
  readonly answersTo?: Readonly<Record<string, unknown>> | undefined;
  /** What all have agreed to, where the definition says that it is done upon that, and the viewer may read it. */
  readonly agreement?: AgreementView | undefined;
  /** It is done upon what the viewer, who may come to decide, is not shown. */
  readonly isAgreementHidden: boolean;
  /** The same as one word, which comes back with the form: another offer by then is not agreed to unseen. */
  readonly answering?: string | undefined;
  /** What its form begins with, until somebody writes: who counters an offer changes its terms. */
  readonly start?: Typed;
}

const NO_FORM: Form = { title: {}, pages: [] };

/** An event of a case with its form, whether or not it can be done now; nothing when case or event do not exist for the viewer. */
export async function readAct(
  ports: WebPorts,
  viewer: Viewer,
  { caseId, event, party }: { readonly caseId: string; readonly event: string; readonly party: string | undefined },
  language: string,
): Promise<ActModel | undefined> {
  const theCase = await readCase(ports, viewer, caseId, language);
  if (!theCase) return undefined;
  const definition = ports.definitionOf(theCase.workflow);
  const rule = named(definition.events, event);
  if (!rule && !isEngineEvent(event)) return undefined;
  const offered = listActions(ports, viewer, caseId, language)?.filter((one) => one.event === event) ?? [];
  const standing = readStanding(ports, viewer, caseId);
  const form = isEngineEvent(event)
    ? await choosable(ports, viewer, theCase, event, language)
    : rule?.form && named(definition.forms, rule.form);
  const answersTo = rule && (await termsAnswered(ports, viewer, caseId, rule, language));
  const agreement = rule?.showsAgreement ? await readAgreement(ports, viewer, caseId) : undefined;
  return {
    theCase,
    definition,
    zone: zoneOf(ports, theCase.workflow),
    names: caseWords(definition, language),
    event,
    party,
    isOwn: standing.some((role) => role.standing === 'party' && role.party === party),
    isParty: standing.some((role) => role.standing === 'party'),
    form: form || NO_FORM,
    action: offered.find((one) => party === undefined || one.party === party),
    mayTellNeeds: standing.some((role) => role.standing === 'party' && role.capacity !== 'helper'),
    isPrivileged: rule?.privileged === true,
    isInTalks: rule !== undefined && isOfRoom(rule) && readBidding(ports, viewer, caseId) !== undefined,
    answersTo,
    agreement,
    isAgreementHidden: rule?.showsAgreement === true && agreement === undefined,
    answering: rule && readAnswered(ports, viewer, caseId, rule),
    ...(form && answersTo && rule?.offer?.do === 'counter' ? { start: typedTerms(form, answersTo) } : {}),
  };
}

/** What is on the table, for who is about to answer it. */
async function termsAnswered(
  ports: WebPorts,
  viewer: Viewer,
  caseId: string,
  { offer, bidding }: EventRule,
  language: string,
): Promise<ActModel['answersTo']> {
  if (bidding && bidding !== 'propose') return readBidding(ports, viewer, caseId)?.terms;
  if (!offer || offer.do === 'make') return undefined;
  const [newest] = (await listPart(ports, viewer, caseId, 'offers', { limit: 1 }, language))?.items ?? [];
  return newest?.status === 'open' ? newest.terms : undefined;
}

/** The engine's forms take ids; people choose from names. */
async function choosable(
  ports: WebPorts,
  viewer: Viewer,
  theCase: CaseView,
  event: EngineCommand,
  language: string,
): Promise<Form> {
  const choices = await engineChoices(event, { ports, viewer, theCase, language });
  const form = ENGINE_FORMS[event];
  return choices ? { ...form, pages: form.pages.map((page) => ({ ...page, fields: page.fields.map(chosen) })) } : form;

  function chosen(field: Field): Field {
    const options = choices?.[field.id]?.map(([value, name]) => ({ value, label: { [language]: name } }));
    return options ? { ...field, type: 'choice', label: withoutId(field.label), options } : field;
  }
}

/** Programs give ids; people are shown names, and need not hear of ids. */
function withoutId(label: Field['label'] = {}): Text {
  return Object.fromEntries(
    Object.entries(label).map(([language, text]) => [language, text.replace(/ \([^)]*\)$/, '')]),
  );
}
