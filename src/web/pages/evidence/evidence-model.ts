import type { CaseView } from '../../../app/case-view.ts';
import type { ActionView } from '../../../app/queries/action-view.ts';
import type { ExhibitView } from '../../../app/queries/exhibit-view.ts';
import { listActions } from '../../../app/queries/list-actions.ts';
import { listExhibits } from '../../../app/queries/list-exhibits.ts';
import { readCase, readStanding } from '../../../app/queries/read-case.ts';
import { whyNoEvidence } from '../../../app/queries/why-no-evidence.ts';
import type { Definition } from '../../../domain/definition/schema.ts';
import type { Refusal } from '../../../domain/refusal.ts';
import type { Viewer } from '../../../domain/viewer.ts';
import type { WebPorts } from '../../web-ports.ts';
import { type CaseWords, caseWords } from '../case/case-words.ts';
import { zoneOf } from '../zone-of.ts';
import { evidencePath } from './evidence-path.ts';

/** The evidence of a case, as its viewer may see it, and what they can do about it now. */
export interface EvidenceModel {
  readonly theCase: CaseView;
  readonly definition: Definition;
  readonly names: CaseWords;
  readonly zone: string;
  readonly exhibits: readonly ExhibitView[];
  /** Their own parties. */
  readonly own: readonly string[];
  /** To add something of their own, or of the party that they add it for. */
  readonly add: ActionView | undefined;
  /** The party that someone of the tribunal adds evidence for, which came on paper. */
  readonly addsFor: string | undefined;
  /** What someone of the tribunal can add now, one action for each party. */
  readonly addForOthers: readonly ActionView[];
  readonly replace: ActionView | undefined;
  readonly describe: ActionView | undefined;
  readonly withdraw: ActionView | undefined;
  /** Why a party can add nothing now. */
  readonly closed: Refusal | undefined;
}

/** Nothing when the case does not exist for the viewer. */
export async function readEvidence(
  ports: WebPorts,
  viewer: Viewer,
  caseId: string,
  language: string,
  addsFor?: string,
): Promise<EvidenceModel | undefined> {
  const theCase = await readCase(ports, viewer, caseId, language);
  const exhibits = listExhibits(ports, viewer, caseId, language);
  if (!theCase || !exhibits) return undefined;
  const definition = ports.definitionOf(theCase.workflow);
  const actions = listActions(ports, viewer, caseId, language) ?? [];
  const own = readStanding(ports, viewer, caseId).flatMap((role) => (role.standing === 'party' ? [role.party] : []));
  const adds = actions.filter(({ exhibit }) => exhibit === 'add');
  const isOwn = ({ party }: ActionView) => party === undefined || own.includes(party);
  const addForOthers = adds.filter((action) => !isOwn(action));
  const toDo = (what: ActionView['exhibit']) => actions.find(({ exhibit }) => exhibit === what);
  return {
    theCase,
    definition,
    names: caseWords(definition, language),
    zone: zoneOf(ports, theCase.workflow),
    exhibits,
    own,
    add: addsFor ? addForOthers.find(({ party }) => party === addsFor) : adds.find(isOwn),
    addsFor,
    addForOthers,
    replace: toDo('replace'),
    describe: toDo('describe'),
    withdraw: toDo('withdraw'),
    closed: whyNoEvidence(ports, viewer, caseId),
  };
}

/** The parties whose evidence it is that the viewer adds. */
export function addedTo({ addsFor, own }: EvidenceModel): readonly string[] {
  return addsFor ? [addsFor] : own;
}

/** Where the viewer adds something, for whom they add it: `add`, and what it shows: `describe`. */
export function addPath({ theCase, addsFor }: EvidenceModel, step: 'add' | 'describe'): string {
  const path = evidencePath(theCase.id, step);
  return addsFor ? `${path}?for=${encodeURIComponent(addsFor)}` : path;
}

/** Whether a process knows of evidence at all. */
export function takesEvidence({ events, forms }: Definition): boolean {
  const fields = Object.values(forms).flatMap(({ pages }) => pages.flatMap((page) => page.fields));
  return Object.values(events).some(({ exhibit }) => exhibit) || fields.some(({ exhibit }) => exhibit);
}
