import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { Ids } from '../../src/app/ports/ids.ts';
import type { Registry } from '../../src/app/ports/registry.ts';
import type { CaseFile } from '../../src/domain/case-file.ts';
import type { Command } from '../../src/domain/command.ts';
import { decide } from '../../src/domain/decide/decide.ts';
import type { DefinitionInput } from '../../src/domain/definition/schema.ts';
import { ENGINE_REVISION } from '../../src/domain/engine-revision.ts';
import type { Process } from '../../src/domain/process/process.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import type { MembershipRole, Viewer } from '../../src/domain/viewer.ts';
import type { NodeDatabase } from '../../src/store/database/node-database.ts';
import { depositDispute } from '../a-deposit-dispute.ts';
import { processFor } from '../a-process.ts';
import { aRegistry } from '../store/a-registry.ts';

type User = Extract<Viewer, { kind: 'user' }>;

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Real randomness. */
export const ids: Ids = {
  newId: () => Array.from(randomBytes(26), (byte) => ALPHABET[byte % 32]).join(''),
  newSecret: () => randomBytes(32).toString('base64url'),
  newCode: () => String(randomInt(1_000_000)).padStart(6, '0'),
  hash: (text) => createHash('sha256').update(text).digest('hex'),
};

/** 26 characters that only the test can guess: the same name is the same id. */
export function idOf(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 26);
}

/** A clock that stands still until it is moved. */
export class TestClock {
  #now: number;
  constructor(now = '2026-03-02T17:00:00.000Z') {
    this.#now = Date.parse(now);
  }
  now(): string {
    return new Date(this.#now).toISOString();
  }
  advance({ minutes = 0, days = 0, seconds = 0 }: { minutes?: number; days?: number; seconds?: number }): void {
    this.#now += ((days * 24 * 60 + minutes) * 60 + seconds) * 1_000;
  }
}

export function someone(name: string, ...roles: MembershipRole[]): User {
  return { kind: 'user', userId: name, email: `${name}@example.org`, name: name.toUpperCase(), language: 'en', roles };
}

/** A registry in memory with one published process and the people who work there. */
export interface TestTribunal {
  readonly registry: Registry;
  readonly database: NodeDatabase;
  readonly clock: TestClock;
  readonly wallClock: TestClock;
  readonly ids: Ids;
  readonly process: Process;
  definitionOf(): Process['definition'];
  processOf(): Process;
  /** Decides and commits one command under an id of this name; throws what was refused. */
  perform(caseId: string, name: string, command: Command): Promise<CaseFile>;
  caseFile(caseId: string): CaseFile;
}

export async function aTribunal(
  staff: readonly User[],
  definition: DefinitionInput = depositDispute,
): Promise<TestTribunal> {
  const { registry, database } = aRegistry(':memory:');
  const clock = new TestClock();
  const process = processFor(definition);
  await registry.commit((tx) => {
    for (const { userId: id, email, name, language, roles } of staff)
      tx.insertUser({ id, email, name, language, roles }, clock.now());
    const json = JSON.stringify(definition);
    const at = clock.now();
    const row = {
      id: definition.id,
      version: 1,
      sha256: ids.hash(json),
      json,
      publishedAt: at,
      publishedBy: 'seed',
      approvedBy: null,
      opensFrom: at,
    };
    tx.insertVersion(row);
  });
  return {
    registry,
    database,
    clock,
    wallClock: clock,
    ids,
    process,
    definitionOf: () => process.definition,
    processOf: () => process,
    caseFile: (caseId) => existing(registry, caseId),
    async perform(caseId, name, command) {
      const theCase = registry.read((reads) => reads.caseFile(caseId));
      const decision = decide(process, theCase, command, { at: clock.now(), id: idOf(name), engine: ENGINE_REVISION });
      if (isRefusal(decision)) throw new Error(`${name} was refused: ${JSON.stringify(decision)}`);
      await registry.commit((tx) => tx.save(decision));
      return decision.next;
    },
  };
}

function existing(registry: Registry, caseId: string): CaseFile {
  const caseFile = registry.read((reads) => reads.caseFile(caseId));
  if (!caseFile) throw new Error(`There is no case ${caseId} in this test`);
  return caseFile;
}
