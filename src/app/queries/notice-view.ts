import { may } from '../../domain/access/authority.ts';
import { isThemself, mayReadContact } from '../../domain/access/visible-answers.ts';
import type { CaseFile } from '../../domain/case-file.ts';
import type { Channel } from '../../domain/definition/notice-schema.ts';
import type { Party } from '../../domain/party.ts';
import { typeset } from '../../domain/texts/typeset.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { DeliveryRow, NoticeRow } from '../ports/rows.ts';
import { type Readership, type RowReader, readershipOf } from './row-reader.ts';

/** A notice as it was sent, and for the tribunal how it travelled. */
export interface NoticeView {
  readonly id: string;
  readonly notice: string;
  readonly to: { readonly role: string; readonly name: string; readonly party?: string; readonly email?: string };
  readonly sentAt: string;
  readonly readAt: string | null;
  readonly language: string;
  readonly subject: string;
  readonly body: string;
  /** Sentences on the deadlines it starts or reminds of. */
  readonly deadlines: readonly string[];
  readonly legal: boolean;
  readonly channels: readonly Channel[];
  /** Ids of documents. */
  readonly attach: readonly string[];
  readonly readers: Readership;
  readonly deliveries: readonly DeliveryView[];
}

/** When and how it travelled; attempts and what servers answered are the tribunal's to read. */
export type DeliveryView = Pick<
  DeliveryRow,
  'channel' | 'status' | 'lastAttemptAt' | 'arrivedAt' | 'postedOn' | 'tracking'
> &
  Partial<Pick<DeliveryRow, 'attempts' | 'response' | 'messageId'>>;

export function noticeView(row: NoticeRow, reader: RowReader): NoticeView {
  const { id, notice, sentAt, readAt, language, subject, body, deadlines, legal, channels, attach } = row;
  return {
    id,
    notice,
    to: recipient(row, reader),
    sentAt,
    readAt,
    language,
    subject: typeset(subject, language),
    body: typeset(body, language),
    deadlines: deadlines.map((sentence) => typeset(sentence, language)),
    legal,
    channels,
    attach,
    readers: readershipOf(row.audience),
    deliveries: row.deliveries.map((delivery) => deliveryView(delivery, row, reader)),
  };
}

function recipient({ to }: NoticeRow, { viewer, caseFile, nameOf }: RowReader): NoticeView['to'] {
  const party = caseFile.parties.find(({ id }) => id === to.party);
  const isShown = party ? mayReadAddress(viewer, caseFile, party) : may(viewer, 'delivery.read', caseFile);
  return {
    role: to.role,
    name: to.name || nameOf(to.userId ?? ''),
    ...(to.party ? { party: to.party } : {}),
    ...(isShown && to.email ? { email: to.email } : {}),
  };
}

/** Of who keeps it secret, the registry reads the address in the case, where the look is audited, and not here. */
function mayReadAddress(viewer: Viewer, caseFile: CaseFile, party: Party): boolean {
  return party.isProtected ? isThemself(viewer, caseFile, party.id) : mayReadContact(viewer, caseFile, party);
}

/** The recipient reads when and how it travelled; what servers answered is the tribunal's, with no secret address in it. */
function deliveryView(delivery: DeliveryRow, { to }: NoticeRow, { viewer, caseFile }: RowReader): DeliveryView {
  const { channel, status, attempts, lastAttemptAt, response, messageId, arrivedAt, postedOn, tracking } = delivery;
  const shown = { channel, status, lastAttemptAt, arrivedAt, postedOn, tracking };
  if (!may(viewer, 'delivery.read', caseFile)) return shown;
  const isProtected = caseFile.parties.some((party) => party.id === to.party && party.isProtected);
  return { ...shown, attempts, response: isProtected ? null : response, messageId };
}
