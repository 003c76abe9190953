import { agreementFor } from '../../domain/access/agreement-for.ts';
import { audiencesOf } from '../../domain/access/audiences-of.ts';
import type { CaseFile } from '../../domain/case-file.ts';
import type { Offer } from '../../domain/offer.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { Ports } from '../ports/ports.ts';
import { auditedRead, type NoteSealed } from './audited-read.ts';
import { caseFor } from './case-for.ts';

/** What all have agreed to, and who they are. */
export interface AgreementView {
  readonly terms: Offer['terms'];
  /** The parties that made or accepted it; with when each signed, and who did so for them, as far as that is known. */
  readonly agreed: readonly { readonly party: string; readonly at?: string; readonly actedBy?: string }[];
  /** The parties that it did not wait for: they take no part in the talks. */
  readonly others: readonly string[];
}

type AgreementPorts = Pick<Ports, 'registry' | 'clock' | 'processOf'>;

/** The terms that all have agreed to, for who may read them; read from outside the room, it is written down who did. */
export function readAgreement(
  ports: AgreementPorts,
  viewer: Viewer,
  caseId: string,
): Promise<AgreementView | undefined> {
  return auditedRead(ports, viewer, (reads, noteSealed) => {
    const theCase = caseFor(reads, viewer, caseId);
    const offer = theCase && agreementIn(ports, viewer, theCase, noteSealed);
    return offer && agreementView(theCase, offer);
  });
}

/** The same as an offer. */
export function agreementIn(
  { clock, processOf }: Pick<AgreementPorts, 'clock' | 'processOf'>,
  viewer: Viewer,
  theCase: CaseFile,
  noteSealed: NoteSealed,
): Offer | undefined {
  const offer = agreementFor(processOf(theCase.workflow), theCase, viewer, clock.now());
  if (offer && !audiencesOf(viewer, theCase).includes('room')) noteSealed(`case/${theCase.id}/offers/${offer.id}`);
  return offer;
}

function agreementView({ parties }: CaseFile, { by, terms, acceptedBy, signatures }: Offer): AgreementView {
  const side = parties.find(({ id }) => id === by)?.side;
  const hasAgreed = (id: string) => id === by || acceptedBy.includes(id);
  return {
    terms,
    agreed: parties
      .filter(({ id }) => hasAgreed(id))
      .map(({ id }) => {
        const { at, actedBy } = signatures?.find(({ party }) => party === id) ?? {};
        return { party: id, ...(at ? { at } : {}), ...(actedBy ? { actedBy } : {}) };
      }),
    others: parties.filter((party) => !hasAgreed(party.id) && party.side !== side).map(({ id }) => id),
  };
}
