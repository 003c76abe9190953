import type { CompiledExpression } from '../../../expression/compile-expression.ts';
import { referencedNames } from '../../../expression/referenced-names.ts';
import type { Action } from '../../action-schema.ts';
import { named } from '../../definition-view.ts';
import type { EventRule } from '../../event-schema.ts';
import { jsonPointer } from '../../json-pointer.ts';
import { placedActions, type TimedAction } from '../../placed-actions.ts';
import { statesEntered } from '../../states-entered.ts';
import type { CheckedDefinition, Rule } from '../checked-definition.ts';
import { expressionsOf } from '../compiled-expressions.ts';
import { isPrivilegedRead } from '../field-read.ts';
import { fieldAt } from '../issues.ts';
import { error, type Problem } from '../problem.ts';
import { settledSteps } from '../settled-steps.ts';
import { withCapital } from '../with-capital.ts';

/** Who decides. What is said without prejudice never reaches them. */
const MEMBER = 'member';

/** What the member sees in the case's account, among its people and in how it stands. */
const VISIBLE = {
  charge: 'charges a fee',
  refund: 'gives a fee back',
  waive: 'waives a fee',
  assign: 'gives the case to someone',
  standing: 'ends the standing of orders',
  outcome: 'records how the case ended',
} as const;

/** What is said without prejudice stays in the room: the member who decides can learn of it in no way. */
export const checkPrivilege: Rule = (view) => [
  ...Object.entries(view.definition.events).flatMap(([name, event]) => checkEvent(view, name, event)),
  ...view.charts.flatMap(placedActions).flatMap((timed) => checkAction(view, timed)),
  ...checkNotices(view),
];

function shown(path: string, message: string, fix: string): Problem {
  return error('privileged-shown', path, message, fix);
}

function checkEvent(view: CheckedDefinition, name: string, event: EventRule): Problem[] {
  const path = jsonPointer('events', name);
  const where = `The event “${name}”`;
  if (!event.privileged) {
    const what = doneInRoom(event);
    if (!what) return [];
    return [
      shown(
        path,
        `${where} ${what}, but is not privileged: the member who decides could see it.`,
        'Add "privileged": true.',
      ),
    ];
  }
  const member = event.by.indexOf(MEMBER);
  const money = (['fee', 'pays'] as const).filter((key) => event[key] !== undefined);
  return [
    ...(member < 0
      ? []
      : [
          shown(
            `${path}/by/${member}`,
            `${where} is without prejudice, but the member may do it.`,
            'Take “member” out of “by”.',
          ),
        ]),
    ...money.map((key) =>
      shown(
        `${path}/${key}`,
        `${where} is without prejudice, but its fee stands in the case's account, where the member sees it.`,
        `Remove “${key}”.`,
      ),
    ),
    ...(event.adds === undefined
      ? []
      : [
          shown(
            `${path}/adds`,
            `${where} is without prejudice, but the party it adds stands among the people of the case, where the member sees it.`,
            'Remove “adds”; let another event add the party.',
          ),
        ]),
    ...checkOffer(view, where, path, event),
  ];
}

function doneInRoom({ offer, bidding, message }: EventRule): string | undefined {
  if (offer) return 'makes or answers an offer';
  if (bidding) return 'is a step of blind bidding';
  return message === 'joint' || message === 'separate' ? 'posts a message in the without-prejudice room' : undefined;
}

function checkOffer(view: CheckedDefinition, where: string, path: string, { offer }: EventRule): Problem[] {
  const isOpen = (notice: string | undefined) =>
    notice !== undefined && named(view.definition.notices, notice)?.privileged !== true;
  const { reminders = [], extend } = named(view.definition.deadlines, offer?.deadline ?? '') ?? {};
  return [
    ...(isOpen(offer?.expiredNotice)
      ? [
          shown(
            `${path}/offer/expiredNotice`,
            `${where}: when its offer expires, a notice says so that the member can see.`,
            'Make that notice "privileged": true.',
          ),
        ]
      : []),
    ...([...reminders, extend].some((one) => isOpen(one?.notice))
      ? [
          shown(
            `${path}/offer/deadline`,
            `${where}: its offer's deadline is told of by a notice that the member can see.`,
            'Make that notice "privileged": true.',
          ),
        ]
      : []),
  ];
}

/** What follows from a privileged event, where the member could read it. */
function checkAction(view: CheckedDefinition, timed: TimedAction): Problem[] {
  const events = [...timed.occasions].filter((event) => named(view.definition.events, event)?.privileged);
  return [...events.flatMap((event) => checkConsequence(view, timed, event)), ...checkCopied(view, timed)];
}

function checkConsequence(
  view: CheckedDefinition,
  { action, pointer, where, of }: TimedAction,
  event: string,
): Problem[] {
  const place = withCapital(where);
  // A transition that moves the case shows in any event, as that move; one that only acts would betray what moved it.
  const betrays = 'trigger' in of && statesEntered(of).length === 0;
  switch (action.type) {
    case 'notify': {
      const notice = named(view.definition.notices, action.notice);
      if (!notice || notice.privileged || (!betrays && !notice.to.includes(MEMBER))) return [];
      return [
        shown(
          `${pointer}/notice`,
          `${place} sends the notice “${action.notice}” because of ${event}, which is without prejudice; the member could see it.`,
          'Make the notice "privileged": true, or send it when the case moves.',
        ),
      ];
    }
    case 'generate':
    case 'order':
    case 'decide':
      return betrays
        ? [
            shown(
              pointer,
              `${place} makes the document “${action.document}” because of ${event}, which is without prejudice; the member could see it.`,
              'Make it when the case moves to another state.',
            ),
          ]
        : [];
    case 'charge':
    case 'refund':
    case 'waive':
    case 'assign':
    case 'standing':
    case 'outcome':
      return betrays
        ? [
            shown(
              pointer,
              `${place} ${VISIBLE[action.type]} because of ${event}, which is without prejudice; the member could see it.`,
              'Do it when the case moves to another state.',
            ),
          ]
        : [];
    case 'task':
      return action.queue === MEMBER
        ? [
            shown(
              `${pointer}/queue`,
              `${place} gives the member a task because of ${event}, which is without prejudice.`,
              'Give it to the facilitator.',
            ),
          ]
        : [];
    case 'set':
      return isWrittenInTheOpen(view, action, betrays, event)
        ? [
            shown(
              `${pointer}/value`,
              `${place} writes ${action.path} because of ${event}, which is without prejudice; the member could read it.`,
              'Remove the “set”.',
            ),
          ]
        : [];
    default:
      return [];
  }
}

/** Where nothing but the event can be the reason, whatever is written tells of it; elsewhere only its answers do. */
function isWrittenInTheOpen(
  view: CheckedDefinition,
  { path, value }: Extract<Action, { type: 'set' }>,
  betrays: boolean,
  event: string,
): boolean {
  if (isPrivilegedPath(view, path)) return false;
  return betrays || readsIn(view, value, event).some((name) => name.startsWith('event.') && name !== 'event.type');
}

/** A privileged answer is not copied to where it is privileged no more, nor ordered before people have agreed. */
function checkCopied(view: CheckedDefinition, timed: TimedAction): Problem[] {
  const { action, pointer, where } = timed;
  const from = (source: string | undefined) =>
    source === undefined
      ? []
      : [...timed.occasions].flatMap((event) =>
          readsIn(view, source, event).filter((name) => isPrivilegedRead(view, name, event)),
        );
  if (action.type === 'set' && !isPrivilegedPath(view, action.path)) {
    return [...new Set(from(action.value))].map((name) =>
      shown(
        `${pointer}/value`,
        `${withCapital(where)} copies ${name}, which is privileged, to ${action.path}, which is not.`,
        'Make the other field "privileged": true, or remove the “set”.',
      ),
    );
  }
  if (action.type !== 'order' || settledSteps(view)(timed)) return [];
  return [...new Set([...from(action.terms), ...from(action.amount)])].map((name) =>
    shown(
      pointer,
      `${withCapital(where)} orders ${name}, which is privileged, where no agreement has been recorded.`,
      'Record the outcome “settled” or “consent-order” before, or order something else.',
    ),
  );
}

function isPrivilegedPath(view: CheckedDefinition, path: string): boolean {
  const [, form = '', field = ''] = path.split('.');
  return fieldAt(view, form, field)?.privileged === true;
}

function readsIn(view: CheckedDefinition, source: string, event: string): string[] {
  const compiled = expressionsOf(view.definition).inStepOf(event, source, 'value');
  return Array.isArray(compiled) ? [] : referencedNames(compiled as CompiledExpression).reads.map(({ name }) => name);
}

function checkNotices(view: CheckedDefinition): Problem[] {
  return Object.entries(view.definition.notices).flatMap(([name, { privileged, to, only }]) => {
    const member = to.indexOf(MEMBER);
    if (!privileged) return only === undefined ? [] : checkReceivers(view, name, only);
    if (member < 0) return [];
    return [
      shown(
        jsonPointer('notices', name, 'to', member),
        `The notice “${name}” is without prejudice, but goes to the member.`,
        'Take “member” out of “to”.',
      ),
    ];
  });
}

/** Who was sent a notice is seen by the member: it may not tell what was said without prejudice. */
function checkReceivers(view: CheckedDefinition, name: string, only: string): Problem[] {
  const told = readsIn(view, only, '').filter((one) => one.startsWith('offer.') || isPrivilegedRead(view, one, ''));
  return [...new Set(told)].map((one) =>
    shown(
      jsonPointer('notices', name, 'only'),
      `Whom the notice “${name}” goes to tells ${one}, which is without prejudice; the member could see it.`,
      'Ask for something else, or make the notice "privileged": true.',
    ),
  );
}
