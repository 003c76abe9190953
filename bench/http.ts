import { randomUUID } from 'node:crypto';
import { NOTE } from './a-process.ts';
import { aServer, type BenchServer } from './a-server.ts';
import { type Connection, openConnection } from './connection.ts';
import { type Measured, measure, median } from './measure.ts';

const RUNS = 3;
/** In runs: for as long, V8 compiles in both processes, with threads that take the cores from them. */
const WARM_UP = 2;
const BODY = JSON.stringify({ type: 'MOVE', data: NOTE });

/**
 * Acknowledged moves over HTTP: the server is a process of its own, composed as in production, and this process is its
 * clients, on connections that are kept open. Each move has a bearer token and an idempotency key of its own. Both
 * processes share the machine.
 *
 * @param milliseconds of each of three runs; the middle one counts
 */
export async function httpRate(concurrent: number, milliseconds: number): Promise<Measured> {
  const server = await aServer();
  try {
    return await moveOver(server, concurrent, milliseconds);
  } finally {
    await server.stop();
  }
}

/** The same over a server that runs already. */
export async function moveOver(server: BenchServer, concurrent: number, milliseconds: number): Promise<Measured> {
  const idle = Array.from({ length: concurrent }, () => openConnection(server.port));
  const connections = [...idle];
  const act = async (turn: number) => {
    const connection = idle.pop();
    if (!connection) throw new Error('more moves at once than connections');
    await move(connection, server, turn);
    idle.push(connection);
  };
  const runs: Measured[] = [];
  try {
    await measure(concurrent, milliseconds * WARM_UP, act);
    for (let run = 0; run < RUNS; run += 1) runs.push(await measure(concurrent, milliseconds, act));
  } finally {
    for (const connection of connections) connection.end();
  }
  return median(runs);
}

async function move(connection: Connection, { clients }: BenchServer, turn: number): Promise<void> {
  const client = clients[turn % clients.length];
  const caseId = client?.cases[Math.floor(turn / clients.length) % client.cases.length];
  const headers = {
    authorization: `Bearer ${client?.token}`,
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
  };
  const status = await connection.post(`/api/v1/cases/${caseId}/events`, headers, BODY);
  if (status !== 200) throw new Error(`a move was answered ${status}`);
}
