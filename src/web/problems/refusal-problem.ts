import type { Context } from 'hono';
import { REFUSAL_REASONS, type Refusal, type RefusalReason } from '../../domain/refusal.ts';
import { textIn } from '../../domain/text-in.ts';
import { problem } from './problem.ts';

/** A refusal as a problem: its reason, its facts, the fields it names; in the definition's words where it has some. */
export function refusalProblem(c: Context, { refused, facts, errors, says }: Refusal): Response {
  const detail = textIn(says, c.get('language')) || sentence(refused, facts);
  return problem(c, refused, { detail, errors, facts });
}

/** The reason's sentence, with what it is about. */
function sentence(reason: RefusalReason, facts: Refusal['facts']): string {
  const about = Object.entries(facts)
    .filter(([, value]) => typeof value === 'string' || typeof value === 'number')
    .map(([name, value]) => `${name}: ${value}`);
  return about.length > 0 ? `${REFUSAL_REASONS[reason]} (${about.join(', ')})` : REFUSAL_REASONS[reason];
}
