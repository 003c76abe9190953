import type { Field } from '../../form-schema.ts';
import { jsonPointer } from '../../json-pointer.ts';
import { placedActions } from '../../placed-actions.ts';
import type { CheckedDefinition, Rule } from '../checked-definition.ts';
import { fieldAt } from '../issues.ts';
import { error, type Problem } from '../problem.ts';

/** Offers can be made before they are answered, in a room that is open. */
export const checkOffers: Rule = (view) => {
  const events = Object.entries(view.definition.events);
  const offers = events.flatMap(([name, { offer }]) => (offer ? [{ name, does: offer.do }] : []));
  const isMade = offers.some(({ does }) => does === 'make');
  const answers = isMade ? [] : offers.map(({ name }) => neverMade(name));
  const inRoom = events.filter(
    ([, { offer, bidding, message }]) => offer || bidding || message === 'joint' || message === 'separate',
  );
  return [...answers, ...checkBidding(view), ...(opensRoom(view) ? [] : inRoom.map(([name]) => roomClosed(name)))];
};

const STEPS = ['propose', 'agree', 'bid', 'stop'] as const;

/** Blind bidding needs each of its steps, and a figure. */
function checkBidding(view: CheckedDefinition): Problem[] {
  const events = Object.entries(view.definition.events);
  const present = new Set(events.flatMap(([, { bidding }]) => bidding ?? []));
  const missing = present.size === 0 ? [] : STEPS.filter((step) => !present.has(step));
  const bids = events.filter(([, { bidding }]) => bidding === 'bid');
  return [
    ...missing.map((step) => stepMissing(step)),
    ...bids.filter(([, { form = '' }]) => !isFigure(fieldAt(view, form, 'amount'))).map(([name]) => noFigure(name)),
  ];
}

function isFigure(field: Field | undefined): boolean {
  return field?.type === 'money' && field.required === true && field.privileged === true;
}

function stepMissing(step: string): Problem {
  const message = `Blind bidding cannot be gone through: no event has the step “${step}”.`;
  return error('event-nobody-can-do', '/events', message, `Add an event with "bidding": "${step}".`);
}

function noFigure(name: string): Problem {
  const message = `The event “${name}” is a blind bid, but its form has no figure.`;
  const fix = 'Give the form a required, privileged field “amount” of type "money".';
  return error('event-nobody-can-do', jsonPointer('events', name, 'form'), message, fix);
}

function opensRoom(view: CheckedDefinition): boolean {
  return view.charts.flatMap(placedActions).some(({ action }) => action.type === 'privilege' && action.room === 'open');
}

function neverMade(name: string): Problem {
  const message = `Nobody can ever do the event “${name}”: it answers an offer, and no event makes one.`;
  return error(
    'event-nobody-can-do',
    jsonPointer('events', name, 'offer'),
    message,
    'Add an event with "offer": { "do": "make" }.',
  );
}

function roomClosed(name: string): Problem {
  const message = `Nobody can ever do the event “${name}”: it needs the without-prejudice room, which no state opens.`;
  const fix = 'Add { "type": "privilege", "room": "open" } to the entry of the state in which people negotiate.';
  return error('event-nobody-can-do', jsonPointer('events', name), message, fix);
}
