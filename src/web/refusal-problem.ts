import type { Context } from 'hono';
import { REFUSAL_REASONS, type Refusal, type RefusalReason } from '../domain/refusal.ts';
import { problem } from './problem.ts';

/** A refusal as a problem: its reason, its facts, and the fields it names. */
export function refusalProblem(c: Context, { refused, facts, errors }: Refusal): Response {
  return problem(c, refused, { detail: sentence(refused, facts), errors, facts });
}

/** The reason's sentence, with what it is about. */
function sentence(reason: RefusalReason, facts: Refusal['facts']): string {
  const about = Object.entries(facts)
    .filter(([, value]) => typeof value === 'string' || typeof value === 'number')
    .map(([name, value]) => `${name}: ${value}`);
  return about.length > 0 ? `${REFUSAL_REASONS[reason]} (${about.join(', ')})` : REFUSAL_REASONS[reason];
}
