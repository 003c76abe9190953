import { acceptInvitation } from '../auth/accept-invitation.ts';
import type { AuthPorts } from '../auth/auth-ports.ts';
import { decideAndSave } from '../decide-and-save.ts';
import { lettersHere } from '../letters/letters-here.ts';
import { noteReceiptHere } from '../letters/note-receipt-here.ts';
import { openCase } from '../open-case.ts';
import type { Desk } from '../ports/everywhere.ts';
import type { Ports } from '../ports/ports.ts';
import { ownEndings } from '../queries/how-long.ts';
import { listCases } from '../queries/list-cases.ts';
import { listDisputes } from '../queries/list-disputes.ts';
import { listHelpRequests } from '../queries/list-help-requests.ts';
import { listPublicDecisions } from '../queries/list-public-decisions.ts';
import { ownAndGiven } from '../queries/own-and-given.ts';
import { readCase } from '../queries/read-case.ts';
import { readInvitation } from '../queries/read-invitation.ts';
import { verifyOrder } from '../queries/verify-order.ts';
import { migrateCases } from '../workflows/migrate-cases.ts';
import type { SharedCopy } from './shared-copy.ts';

/** What a registry answers the tribunal's others. Before it does something it looks whether its copy of what is shared is old. */
export function deskOf(id: string, ports: Ports & AuthPorts, copy?: SharedCopy): Desk {
  const { registry } = ports;
  return {
    id,
    cases: async (viewer, search, page, language) => listCases(ports, viewer, search, page, language),
    disputes: async (viewer, search, page, language) => listDisputes(ports, viewer, search, page, language),
    helpRequests: async (viewer, language) => listHelpRequests(ports, viewer, language),
    ownAndGiven: async (viewer, language) => ownAndGiven(ports, viewer, language),
    publicDecisions: async (search, page) => listPublicDecisions(ports, search, page),
    endings: async (workflow) => ownEndings(ports, workflow),
    verifyOrder: async (code, name) => verifyOrder(ports, code, name),
    caseload: async (role) => Object.fromEntries(registry.read((reads) => reads.caseload(role))),
    async openCase(viewer, request, idempotency) {
      await copy?.upToDate();
      return openCase(ports, viewer, request, idempotency);
    },
    readInvitation: async (viewer, code, language) => readInvitation(ports, viewer, code, language),
    acceptInvitation: (viewer, code) =>
      acceptInvitation(ports, viewer, code, (caseId, join) =>
        registry.commit((tx) => decideAndSave(ports, tx, caseId, join)),
      ),
    letters: (viewer, page) => lettersHere(ports, viewer, page),
    noteTextReceipt: (receipt) => noteReceiptHere(ports, receipt),
    readCase: (viewer, caseId, language) => readCase(ports, viewer, caseId, language),
    async migrateCases(viewer, workflow, request) {
      await copy?.upToDate();
      return migrateCases(ports, viewer, workflow, request);
    },
  };
}
