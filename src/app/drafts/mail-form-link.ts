import type { Viewer } from '../../domain/viewer.ts';
import { isOverLimit, type RateLimit } from '../auth/rate-limit.ts';
import type { Ports } from '../ports/ports.ts';
import { type DraftPlace, draftKey } from './draft-place.ts';

/** Enough for every device that somebody has, and no way to fill a mailbox. */
export const LINKS_PER_PERSON: RateLimit = { name: 'links to go on', times: 5, minutes: 60 };

/** What the mail with a link is made of. The link opens nothing by itself: it leads through sign-in. */
export interface FormLinkMail {
  readonly email: string;
  readonly name: string;
  readonly language: string;
  /** What the form is called, and the case that it is of. */
  readonly title: string;
  readonly reference: string;
  readonly process: string;
  readonly link: string;
}

interface LinkRequest extends DraftPlace {
  readonly mail: Omit<FormLinkMail, 'email' | 'name' | 'reference'>;
  /** Of the form with the button: however often it is pressed, one mail goes out. */
  readonly key: string;
}

/**
 * Mails the viewer a link to a form that they have begun, to go on with on another device. Nothing for whom the form does
 * not exist, or who has no address; `tooOften` when they have had several within the hour.
 */
export function mailFormLink(
  { registry, clock, ids }: Pick<Ports, 'registry' | 'clock' | 'ids'>,
  viewer: Viewer,
  { mail, key, ...place }: LinkRequest,
): Promise<'mailed' | 'tooOften' | undefined> {
  return registry.commit((tx) => {
    const theCase = draftKey(tx, viewer, place) && tx.caseFile(place.caseId);
    if (!theCase || viewer.kind === 'stranger' || viewer.email === '') return undefined;
    const { userId, email, name } = viewer;
    const at = clock.now();
    const scope = `form-link/${userId}`;
    if (tx.idempotent(scope, key)) return 'mailed';
    if (isOverLimit(tx, ids, LINKS_PER_PERSON, userId, at)) return 'tooOften';
    tx.rememberIdempotent(scope, key, { requestHash: '', status: 202, body: '', at });
    const payload: FormLinkMail = { ...mail, email, name, reference: theCase.reference };
    tx.enqueue({
      key: `form-link/${ids.newId()}`,
      kind: 'formLink',
      caseId: null,
      subject: email,
      payload,
      notBefore: at,
    });
    return 'mailed';
  });
}
