import { jsonPointer } from '../../json-pointer.ts';
import { placedActions } from '../../placed-actions.ts';
import type { CheckedDefinition, Rule } from '../checked-definition.ts';
import { error, type Problem } from '../problem.ts';

/** Offers can be made before they are answered, in a room that is open. */
export const checkOffers: Rule = (view) => {
  const events = Object.entries(view.definition.events);
  const offers = events.flatMap(([name, { offer }]) => (offer ? [{ name, does: offer.do }] : []));
  const isMade = offers.some(({ does }) => does === 'make');
  const answers = isMade ? [] : offers.map(({ name }) => neverMade(name));
  const inRoom = events.filter(([, { offer, message }]) => offer || message === 'joint' || message === 'separate');
  return [...answers, ...(opensRoom(view) ? [] : inRoom.map(([name]) => roomClosed(name)))];
};

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
