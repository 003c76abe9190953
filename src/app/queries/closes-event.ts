import type { Deadline } from '../../domain/deadline.ts';
import type { Process } from '../../domain/process/process.ts';

type StateNode = ReturnType<Process['machine']['getStateNodeById']>;

/**
 * Whether an event can still be done where a deadline leads, by everyone who can do it now: then that deadline is not the
 * one until which it can be done. A guard there may say no, and so counts as an end.
 */
export function closesEvent({ machine }: Process, { chart, raises }: Deadline, type: string): boolean {
  if (chart !== 'case') return true;
  const source = machine.getStateNodeById(raises.split('.').slice(3).join('.'));
  const ways = source?.transitions.get(raises) ?? [];
  return !ways.every(({ target }) => target?.every((state) => isOpenIn(firstWithin(state), type)) ?? true);
}

/** The state in which a chart comes to be when it enters one. */
function firstWithin(state: StateNode): StateNode {
  const [first] = state.initial?.target ?? [];
  return first && first !== state ? firstWithin(first) : state;
}

function isOpenIn(state: StateNode | undefined, type: string): boolean {
  const ways = state?.transitions.get(type);
  if (ways) return ways.some(({ guard }) => guard === undefined);
  return state?.parent ? isOpenIn(state.parent, type) : false;
}
