import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { NOTE } from './a-process.ts';
import { aServer, type BenchServer } from './a-server.ts';
import { type Measured, measure, median } from './measure.ts';

const RUNS = 3;
/** In runs: for as long, V8 compiles in both processes, with threads that take the cores from them. */
const WARM_UP = 2;
const BODY = JSON.stringify({ type: 'MOVE', data: NOTE });

/**
 * Acknowledged moves over HTTP: the server is a process of its own, composed as in production, and this process is its
 * clients, on connections that are kept open. Each move has a bearer token and an idempotency key of its own. Both
 * processes share the machine: on two cores the clients take about one.
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
  const agent = new Agent({ keepAlive: true, maxSockets: concurrent });
  const runs: Measured[] = [];
  try {
    await measure(concurrent, milliseconds * WARM_UP, (turn) => move(agent, server, turn));
    for (let run = 0; run < RUNS; run += 1)
      runs.push(await measure(concurrent, milliseconds, (turn) => move(agent, server, turn)));
  } finally {
    agent.destroy();
  }
  return median(runs);
}

function move(agent: Agent, { port, clients }: BenchServer, turn: number): Promise<void> {
  const client = clients[turn % clients.length];
  const caseId = client?.cases[Math.floor(turn / clients.length) % client.cases.length];
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        agent,
        host: '127.0.0.1',
        port,
        method: 'POST',
        path: `/api/v1/cases/${caseId}/events`,
        headers: {
          authorization: `Bearer ${client?.token}`,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(BODY),
          'idempotency-key': randomUUID(),
        },
      },
      (answer) => {
        answer.resume();
        answer.once('end', () =>
          answer.statusCode === 200 ? resolve() : reject(new Error(`a move was answered ${answer.statusCode}`)),
        );
      },
    );
    sent.once('error', reject);
    sent.end(BODY);
  });
}
