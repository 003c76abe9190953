import type { Registry, RegistryReads, RegistryTransaction } from '../app/ports/registry.ts';
import { CaseCache } from './cases/case-cache.ts';
import { caseEndings } from './cases/case-endings.ts';
import { journalReads } from './cases/journal-store.ts';
import { caseLists } from './cases/list-cases.ts';
import { partPages } from './cases/part-pages.ts';
import { decisionStore } from './cases/save-decision.ts';
import type { Drizzle, RegistryDatabase } from './database/registry-database.ts';
import { documentStore } from './document-store.ts';
import { draftStore } from './draft-store.ts';
import { dueRows } from './due-rows.ts';
import { expiryStore } from './forget-expired.ts';
import { identityStore } from './identity-store.ts';
import { outboxStore } from './outbox-store.ts';
import { registerReads } from './register-store.ts';
import { tribunalStore } from './tribunal-store.ts';
import { verifiedOrders } from './verified-orders.ts';
import { workflowStore } from './workflow-store.ts';

/**
 * A registry over a migrated database, on whichever runtime.
 *
 * @param id what case ids and the runtime know it by
 */
export function openRegistry(id: string, database: RegistryDatabase, cache = new CaseCache()): Registry {
  const transaction = registryTransaction(database.drizzle, cache);
  const reads: RegistryReads = transaction;
  database.onStale(() => cache.clear());
  return {
    id,
    commit: (work) => database.commit(() => cache.attempt(() => work(transaction))),
    read: (work) => database.read(() => work(reads)),
  };
}

/** Every statement is prepared here, once for the connection. */
function registryTransaction(db: Drizzle, cache: CaseCache): RegistryTransaction {
  return {
    ...decisionStore(db, cache),
    ...caseLists(db),
    ...caseEndings(db),
    ...partPages(db),
    ...journalReads(db),
    ...documentStore(db),
    ...dueRows(db),
    ...registerReads(db),
    ...verifiedOrders(db),
    ...identityStore(db),
    ...outboxStore(db),
    ...workflowStore(db),
    ...draftStore(db),
    ...expiryStore(db),
    ...tribunalStore(db),
  };
}
