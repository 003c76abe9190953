import type { Desk } from '../../app/ports/everywhere.ts';
import type { Home } from '../../app/ports/home.ts';
import { StorageUnavailable } from '../../app/ports/registry.ts';
import type { CallAnswer, Questions, RegistryStub } from './registry-stub.ts';

/** Every question of a port, by its name. */
const HOME_QUESTIONS: Readonly<Record<Questions<Home>, true>> = {
  viewerFor: true,
  revision: true,
  shared: true,
  registries: true,
};
const DESK_QUESTIONS: Readonly<Record<Questions<Desk>, true>> = {
  cases: true,
  disputes: true,
  helpRequests: true,
  ownAndGiven: true,
  publicDecisions: true,
  endings: true,
  verifyOrder: true,
  caseload: true,
  openCase: true,
  readInvitation: true,
  acceptInvitation: true,
  letters: true,
  noteTextReceipt: true,
  readCase: true,
  migrateCases: true,
};

/** The home registry in its own object. */
export function homeElsewhere(stub: RegistryStub): Home {
  return asker<Home>(HOME_QUESTIONS, (question, given) => stub.askHome(question, given));
}

/** Another registry in its own object. */
export function deskElsewhere(id: string, stub: RegistryStub): Desk {
  return { id, ...asker<Omit<Desk, 'id'>>(DESK_QUESTIONS, (question, given) => stub.askDesk(question, given)) };
}

/** Answers a question that another object asked. */
export async function answerCall(port: object, question: string, given: readonly unknown[]): Promise<CallAnswer> {
  const ask = (port as Record<string, (...given: readonly unknown[]) => unknown>)[question];
  if (!ask) throw new Error(`nobody answers "${question}" here; deploy one version of the Worker`);
  try {
    return { value: await ask(...given) };
  } catch (error) {
    if (error instanceof StorageUnavailable) return { unavailable: error.message };
    throw error;
  }
}

function asker<T>(
  questions: Readonly<Record<Questions<T>, true>>,
  call: (question: Questions<T>, given: readonly unknown[]) => Promise<CallAnswer>,
): T {
  const ask =
    (question: Questions<T>) =>
    async (...given: readonly unknown[]) => {
      const answer = await call(question, given);
      if ('unavailable' in answer) throw new StorageUnavailable(answer.unavailable);
      return answer.value;
    };
  const names = Object.keys(questions) as Questions<T>[];
  return Object.fromEntries(names.map((question) => [question, ask(question)])) as T;
}
