import { named } from '../definition-view.ts';
import type { Field } from '../form-schema.ts';
import type { CheckedDefinition } from './checked-definition.ts';
import { fieldAt } from './issues.ts';

const IN_THE_ROOM: ReadonlySet<string> = new Set(['offer.amount', 'offer.terms']);

/** What the room alone may know: a privileged answer, the sum on the table, how blind bidding goes. */
export function isPrivilegedRead(view: CheckedDefinition, name: string, event: string): boolean {
  return IN_THE_ROOM.has(name) || name.startsWith('bidding.') || fieldRead(view, name, event)?.privileged === true;
}

/** The field of a form that a name in an expression reads, in the step of an event: `data.f.x`, `parties[].f.x`, `event.x`. */
export function fieldRead(view: CheckedDefinition, name: string, event: string): Field | undefined {
  const [holder, first = '', second] = name.split('.');
  if (holder === 'event') return fieldAt(view, named(view.definition.events, event)?.form ?? '', first);
  return second === undefined ? undefined : fieldAt(view, first, second);
}
