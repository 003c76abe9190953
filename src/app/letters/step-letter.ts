import { may } from '../../domain/access/authority.ts';
import type { CaseFile } from '../../domain/case-file.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { localDateAt } from '../../domain/time/local-time.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { decideAndSave } from '../decide-and-save.ts';
import { type Idempotency, once } from '../idempotency.ts';
import type { Ports } from '../ports/ports.ts';
import type { RegistryTransaction } from '../ports/registry.ts';
import type { NoticeRow } from '../ports/rows.ts';
import type { NoticeView } from '../queries/notice-view.ts';
import { noticeView } from '../queries/notice-view.ts';
import { rowReader } from '../queries/row-reader.ts';

type User = Extract<Viewer, { kind: 'user' }>;

/** What becomes of a letter in the hands of the registry. */
export type LetterStep =
  /** It was given to the post: from that day service is counted, where the notice has a rule. */
  | { readonly kind: 'posted'; readonly on: string; readonly tracking?: string | undefined }
  /** It came back: the registry gets a task to find another way. */
  | { readonly kind: 'returned'; readonly reason: string }
  /** It is made anew, to the address that is known now. */
  | { readonly kind: 'again' };

/** From what a letter has to be for each step. */
const FROM: { readonly [K in LetterStep['kind']]: readonly string[] } = {
  posted: ['ready'],
  returned: ['sent'],
  again: ['failed', 'ready'],
};

/** Takes a step with the letter of a notice, once; answers the notice, a refusal, or nothing for who may not. */
export async function stepLetter(
  ports: Ports,
  viewer: Viewer,
  noticeId: string,
  step: LetterStep,
  language: string,
  idempotency?: Idempotency,
): Promise<NoticeView | Refusal | undefined> {
  if (viewer.kind === 'stranger') return undefined;
  return ports.registry.commit((tx) => {
    const notice = tx.notice(noticeId);
    const caseFile = notice && tx.caseFile(notice.caseId);
    const isByLetter = notice?.channels.includes('letter') === true;
    if (!notice || !caseFile || !isByLetter || !may(viewer, 'letter.post', caseFile)) return undefined;
    const taken = once(ports, tx, viewer.userId, idempotency, 200, () =>
      take(ports, tx, viewer, notice, caseFile, step),
    );
    if (isRefusal(taken)) return taken;
    const reader = rowReader(tx, viewer, caseFile, ports.definitionOf(caseFile.workflow), language);
    return noticeView(tx.notice(noticeId) ?? notice, reader);
  });
}

function take(
  ports: Ports,
  tx: RegistryTransaction,
  viewer: User,
  notice: NoticeRow,
  caseFile: CaseFile,
  step: LetterStep,
): CaseFile | Refusal {
  const status = notice.deliveries.find(({ channel }) => channel === 'letter')?.status ?? '';
  if (!FROM[step.kind].includes(status)) return refuse('LetterElsewhere', { status });
  if (step.kind === 'again') {
    tx.remakeLetter(notice.id, ports.clock.now());
    return caseFile;
  }
  if (step.kind === 'posted' && step.on < writtenOn(ports, notice, caseFile))
    return refuse('InvalidForm', {}, [{ path: 'on', message: 'Give a day on which the letter was there.' }]);
  return record(ports, tx, viewer, notice, step);
}

/** The local date on which the notice was decided. */
function writtenOn({ processOf }: Ports, { sentAt }: NoticeRow, { workflow }: CaseFile): string {
  const { calendarAt, definition } = processOf(workflow);
  const { zone } = calendarAt(definition.calendar, sentAt);
  return localDateAt(sentAt, zone);
}

/** An entry of the journal, by who did it, and the proof beside the notice. */
function record(
  ports: Ports,
  tx: RegistryTransaction,
  { userId, name }: User,
  { id, notice, caseId, to }: NoticeRow,
  step: Exclude<LetterStep, { kind: 'again' }>,
): CaseFile | Refusal {
  const actor = { kind: 'person', userId, name, role: 'registrar' } as const;
  const about = { actor, notice, noticeId: id, party: to.party ?? '', channel: 'letter' } as const;
  const decided = decideAndSave(
    ports,
    tx,
    caseId,
    step.kind === 'posted'
      ? { kind: 'delivered', ...about, on: step.on, ...(step.tracking ? { tracking: step.tracking } : {}) }
      : { kind: 'undeliverable', ...about, reason: step.reason },
  );
  if (isRefusal(decided)) return decided;
  if (step.kind === 'returned') tx.noteDelivery(id, 'letter', { status: 'failed', response: step.reason });
  else tx.noteDelivery(id, 'letter', { status: 'sent', postedOn: step.on, tracking: step.tracking ?? '' });
  return tx.caseFile(caseId) ?? decided.next;
}
