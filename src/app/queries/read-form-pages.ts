import { named } from '../../domain/definition/definition-view.ts';
import { type PageRead, readPages } from '../../domain/forms/form-answers.ts';
import { environmentOf } from '../../domain/process/environment.ts';
import { todayAt } from '../../domain/process/today-at.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { actorFor } from '../acting.ts';
import type { DraftPlace } from '../drafts/draft-place.ts';
import type { Ports } from '../ports/ports.ts';
import { caseFor } from './case-for.ts';

/**
 * The pages of an event's form as they are asked of the viewer, given these answers: which are shown, and what is wrong or
 * missing on each; by the very rules by which the case will take them. Nothing when there is no such form for them.
 */
export function readFormPages(
  { registry, clock, processOf }: Pick<Ports, 'registry' | 'clock' | 'processOf'>,
  viewer: Viewer,
  { caseId, event, party }: DraftPlace,
  given: Readonly<Record<string, unknown>>,
): readonly PageRead[] | undefined {
  return registry.read((reads) => {
    const theCase = caseFor(reads, viewer, caseId);
    if (!theCase || viewer.kind === 'stranger') return undefined;
    const process = processOf(theCase.workflow);
    const { definition, evaluate } = process;
    const rule = named(definition.events, event);
    const form = rule?.form ? named(definition.forms, rule.form) : undefined;
    const actor = actorFor(viewer, theCase, definition, { type: event, party });
    if (!form || !actor) return undefined;
    const at = clock.now();
    const seen = environmentOf(theCase, { at, actor, party: party ?? actor.party, event: { type: event } });
    return readPages(form, given, {
      isShown: (showIf, answers) => evaluate.holds(showIf, { ...seen, form: answers }),
      parties: theCase.parties.map(({ id }) => id),
      today: () => todayAt(process, at),
    }).pages;
  });
}
