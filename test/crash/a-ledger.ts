import type { CaseView } from '../../src/app/case-view.ts';
import type { Answer } from '../http/a-caller.ts';
import type { ServerProcess, Writer } from '../http/a-server-process.ts';

/** One request that somebody sent, and what they were told. */
export interface Entry {
  readonly caseId: string;
  readonly writer: Writer;
  readonly type: 'WRITE' | 'ANNOUNCE';
  /** Says which request it is; also its key. */
  readonly message: string;
  /** The answer; absent: the line went dead, and nobody knows. */
  acknowledged?: string;
}

/** What people sent to a server, and what it told them it had kept. */
export interface Ledger {
  readonly entries: readonly Entry[];
  readonly unknown: () => readonly Entry[];
  /** Opens a case for these people, all of whom then know of it. */
  openCase(server: ServerProcess): Promise<string>;
  /** Everyone writes without a pause until the server is gone. */
  write(server: ServerProcess, caseIds: readonly string[]): Promise<void>;
  /** Sends again what was sent: the same request under the same key. */
  repeat(server: ServerProcess, entry: Entry): Promise<Answer>;
}

const AT_ONCE = 8;
/** Every so many entries, one is announced: that is mail to everyone. */
const ANNOUNCED_EVERY = 5;

export function aLedger(writers: readonly Writer[]): Ledger {
  const entries: Entry[] = [];
  const ledger: Ledger = {
    entries,
    unknown: () => entries.filter(({ acknowledged }) => acknowledged === undefined),
    async openCase(server) {
      const writer = writers[0] as Writer;
      const parties = writers.map(({ email }) => ({ role: 'applicant', name: email, email }));
      const opened = await server.person(writer).post<CaseView>('/cases', { workflow: 'diary', parties });
      await told(server, { caseId: opened.id, writer, type: 'ANNOUNCE', message: `opened-${opened.id}` });
      return opened.id;
    },
    async write(server, caseIds) {
      const loop = async (turn: number) => {
        for (let count = turn; ; count += AT_ONCE) {
          const isAnnounced = count % ANNOUNCED_EVERY === 0;
          const entry: Entry = {
            caseId: caseIds[count % caseIds.length] ?? '',
            writer: writers[count % writers.length] as Writer,
            type: isAnnounced ? 'ANNOUNCE' : 'WRITE',
            message: `entry-${entries.length}`,
          };
          if (!(await told(server, entry))) return;
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, (_, turn) => loop(turn)));
    },
    repeat: send,
  };
  return ledger;

  /** Sends an entry and notes what was heard; false when the line went dead. */
  async function told(server: ServerProcess, entry: Entry): Promise<boolean> {
    entries.push(entry);
    try {
      const { status, text } = await send(server, entry);
      if (status !== 200) throw new Error(`${entry.message} was answered ${status}: ${text}`);
      entry.acknowledged = text;
      return true;
    } catch (error) {
      if (error instanceof TypeError) return false;
      throw error;
    }
  }
}

function send(server: ServerProcess, { caseId, writer, type, message }: Entry): Promise<Answer> {
  return server.person(writer).call('POST', `/api/v1/cases/${caseId}/events`, {
    json: { type, data: { message } },
    headers: { 'idempotency-key': message },
  });
}
