import type { Viewer } from '../../domain/viewer.ts';
import { takeOffIn } from '../documents/take-off-upload.ts';
import type { Typed } from '../ports/drafts.ts';
import type { Ports } from '../ports/ports.ts';
import type { RegistryTransaction } from '../ports/registry.ts';
import { type DraftPlace, draftKey } from './draft-place.ts';
import { heldFiles } from './held-files.ts';

/** Characters of one draft: as much as a case takes in one form, and more than anyone types. */
const MAX_DRAFT_CHARACTERS = 400_000;

/** What the viewer has typed so far, and not sent. */
export function readDraft({ registry }: Pick<Ports, 'registry'>, viewer: Viewer, place: DraftPlace): Typed {
  return registry.read((reads) => {
    const key = draftKey(reads, viewer, place);
    return (key && reads.draft(key)?.typed) ?? {};
  });
}

/**
 * Keeps what was typed into these controls beside what was typed into others: two tabs on two questions do not undo each
 * other. A file that the draft holds no more is taken off. Answers the whole draft; nothing when the viewer cannot act in
 * the case, or when it would be larger than a form can be.
 */
export function keepDraft(
  { registry, clock }: Pick<Ports, 'registry' | 'clock'>,
  viewer: Viewer,
  place: DraftPlace,
  controls: readonly string[],
  typed: Typed,
): Promise<Typed | undefined> {
  return registry.commit((tx) => {
    const key = draftKey(tx, viewer, place);
    if (!key) return undefined;
    const before = tx.draft(key)?.typed ?? {};
    const others = Object.entries(before).filter(([name]) => !controls.includes(name));
    const whole: Typed = Object.fromEntries([...others, ...Object.entries(typed)]);
    if (JSON.stringify(whole).length > MAX_DRAFT_CHARACTERS) return undefined;
    takeOff(tx, viewer, before, whole);
    tx.putFormDraft({ ...key, typed: whole, savedAt: clock.now() });
    return whole;
  });
}

/** Forgets a draft: it was sent, or is not wanted. A file of it that was not filed is taken off. */
export function dropDraft({ registry }: Pick<Ports, 'registry'>, viewer: Viewer, place: DraftPlace): Promise<void> {
  return registry.commit((tx) => {
    const key = draftKey(tx, viewer, place);
    if (!key) return;
    takeOff(tx, viewer, tx.draft(key)?.typed ?? {}, {});
    tx.dropFormDraft(key);
  });
}

function takeOff(tx: RegistryTransaction, viewer: Viewer, before: Typed, now: Typed): void {
  const held = new Set(heldFiles(now));
  for (const id of heldFiles(before)) if (!held.has(id)) takeOffIn(tx, viewer, id);
}
