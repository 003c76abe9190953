import type { ActionView } from '../../../app/queries/action-view.ts';
import { type ForeseenEvent, foreseeEvent } from '../../../app/queries/foresee-event.ts';
import { listActions } from '../../../app/queries/list-actions.ts';
import { draftEvent } from '../../../domain/definition/draft-event.ts';
import type { Viewer } from '../../../domain/viewer.ts';
import type { WebPorts } from '../../web-ports.ts';
import { askedOf, type GuidedModel } from './guided-model.ts';

/** A way to send one and the same answers. */
export interface WayToSend {
  readonly action: ActionView;
  /** What would come of it; undefined where it costs nothing, or the answers cannot be sent yet. */
  readonly foreseen: ForeseenEvent | undefined;
}

/** How the answers can be sent: the way that was chosen, and the others beside it where one of them costs something. */
export interface WaysToSend {
  readonly chosen: WayToSend['foreseen'];
  readonly others: readonly WayToSend[];
}

export function waysToSend(ports: WebPorts, viewer: Viewer, model: GuidedModel, language: string): WaysToSend {
  const { theCase, definition, event, party, action } = model.act;
  const data = askedOf(model);
  const place = { caseId: theCase.id, party };
  const kept = draftEvent(definition, event);
  const alike = (listActions(ports, viewer, theCase.id, language) ?? []).filter(
    (one) => one.event !== event && one.party === action?.party && draftEvent(definition, one.event) === kept,
  );
  const foresee = (type: string) => foreseeEvent(ports, viewer, { ...place, event: type }, data, language);
  const others = action?.fee ? alike : alike.filter(({ fee }) => fee);
  return { chosen: foresee(event), others: others.map((one) => ({ action: one, foreseen: foresee(one.event) })) };
}
