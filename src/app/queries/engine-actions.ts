import { may } from '../../domain/access/authority.ts';
import { maySeeTask } from '../../domain/access/may-see-task.ts';
import { mayChangeNeed, mayTellNeed, needsFor } from '../../domain/access/needs-for.ts';
import type { CaseFile, OpenTask } from '../../domain/case-file.ts';
import type { Deadline } from '../../domain/deadline.ts';
import { deadlineAudience } from '../../domain/decide/deadlines.ts';
import type { EngineCommand } from '../../domain/definition/engine-events.ts';
import { ENGINE_FORMS } from '../../domain/forms/engine-forms.ts';
import { formJsonSchema } from '../../domain/forms/form-json-schema.ts';
import type { Process } from '../../domain/process/process.ts';
import { textIn } from '../../domain/text-in.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { actorsFor } from '../acting.ts';
import { deadlineView } from '../case-view.ts';
import type { ActionView } from './action-view.ts';

type User = Extract<Viewer, { kind: 'user' }>;
type Offer = (event: EngineCommand, more?: Partial<ActionView>) => ActionView;

/** What the engine itself offers to who is entitled. */
export function engineActions(process: Process, theCase: CaseFile, viewer: User, language: string): ActionView[] {
  const offer: Offer = (event, more = {}) => ({
    event,
    title: textIn(ENGINE_FORMS[event].title, language),
    scope: 'case',
    form: formJsonSchema(ENGINE_FORMS[event], language, []),
    ...more,
  });
  const isOpen = theCase.status === 'open';
  return [
    ...(isOpen
      ? extendable(process, theCase, viewer).map((deadline) =>
          offer('EXTEND_DEADLINE', { deadline: deadlineView(deadline, language) }),
        )
      : []),
    ...(isOpen && may(viewer, 'case.assign', theCase) ? [offer('ASSIGN')] : []),
    ...(hasTaskByHand(theCase, viewer) ? [offer('COMPLETE_TASK')] : []),
    ...(may(viewer, 'conflict.declare', theCase) ? [offer('DECLARE_CONFLICT')] : []),
    ...reachable(theCase, viewer, offer),
    ...ownParties(theCase, viewer).flatMap((party) => [
      ...(isOpen ? [offer('INVITE', { scope: 'party', party })] : []),
      ...changeable(theCase, party, offer),
    ]),
    ...supported(theCase, viewer).map((party) => offer('STEP_BACK', { scope: 'party', party })),
    ...needActions(theCase, viewer, offer),
  ];
}

function extendable(process: Process, theCase: CaseFile, viewer: User): Deadline[] {
  const roles = actorsFor(viewer, theCase)
    .filter((actor) => actor.capacity === undefined)
    .map((actor) => actor.role);
  const known = theCase.deadlines.filter((deadline) =>
    may(viewer, 'part.read', { caseFile: theCase, audience: deadlineAudience(deadline) }),
  );
  return known.filter((deadline) => {
    const extend = process.definition.deadlines[deadline.name]?.extend;
    return extend !== undefined && deadline.extensions < extend.times && extend.by.some((role) => roles.includes(role));
  });
}

function hasTaskByHand(theCase: CaseFile, viewer: User): boolean {
  const roles = actorsFor(viewer, theCase).map((actor) => actor.role);
  const isTheirs = (task: OpenTask) => roles.includes(task.queue) && maySeeTask(viewer, theCase, task);
  return theCase.tasks.some((task) => task.closedBy?.length === 0 && isTheirs(task));
}

/** How to reach a party is said by them, by who acts for them, and by the registry for who writes or telephones. */
function reachable(theCase: CaseFile, viewer: User, offer: Offer): ActionView[] {
  const actors = actorsFor(viewer, theCase).filter(({ capacity }) => capacity !== 'helper');
  const mine = actors.flatMap(({ party }) => party ?? []);
  const isRegistry = mine.length === 0 && actors.some(({ role }) => role === 'registrar');
  return theCase.parties
    .filter(({ id }) => isRegistry || mine.includes(id))
    .flatMap(({ id: party, newEmail }) => [
      offer('CHANGE_CONTACT', { scope: 'party', party, ...(isRegistry ? {} : { stepUp: true }) }),
      ...(newEmail === undefined ? [] : [offer('CONFIRM_EMAIL', { scope: 'party', party })]),
    ]);
}

function ownParties(theCase: CaseFile, viewer: User): string[] {
  return actorsFor(viewer, theCase).flatMap(({ party, capacity }) => (party && capacity === undefined ? [party] : []));
}

/** Who may read along is the party's to end for as long as there is anything to read: after the case has closed, too. */
function changeable(theCase: CaseFile, party: string, offer: Offer): ActionView[] {
  const hasSupporters = theCase.parties.some(({ id, supporters }) => id === party && supporters.length > 0);
  const events = theCase.status === 'open' ? (['CHANGE_HELP', 'REVOKE'] as const) : (['REVOKE'] as const);
  return hasSupporters ? events.map((event) => offer(event, { scope: 'party', party })) : [];
}

/** The parties for whom the viewer acts, or whom they help. */
function supported(theCase: CaseFile, viewer: User): string[] {
  return actorsFor(viewer, theCase).flatMap(({ party, capacity }) => (party && capacity ? [party] : []));
}

function needActions(theCase: CaseFile, viewer: User, offer: Offer): ActionView[] {
  if (!may(viewer, 'need.tell', theCase)) return [];
  const isOpen = theCase.status === 'open';
  return actorsFor(viewer, theCase).flatMap((actor) =>
    theCase.parties
      .filter((party) => mayTellNeed(actor, party))
      .flatMap((party) => {
        const about = { scope: 'party', party: party.id } as const;
        const known = needsFor(viewer, theCase, party).filter((need) => mayChangeNeed(actor, party, need));
        return [
          ...(isOpen ? [offer('TELL_NEED', about)] : []),
          ...(known.length > 0 ? [offer('WITHDRAW_NEED', about)] : []),
          ...(isOpen && known.length > 0 && may(viewer, 'need.answer', theCase) ? [offer('ANSWER_NEED', about)] : []),
        ];
      }),
  );
}
