import './ensure-temporal.ts';
import { HOME } from '../app/registry-of.ts';
import { registryFor } from '../web/registry-route.ts';
import { bearsSecret } from './bears-secret.ts';
import { RegistryObject } from './registry-object.ts';
import { consoleLog } from './worker/console-log.ts';
import { problemResponse } from './worker/problem-response.ts';
import { homeElsewhere } from './worker/registry-calls.ts';
import { registryStub } from './worker/registry-stub.ts';
import type { WorkerEnvironment } from './worker/worker-environment.ts';
import {
  type ReadWorkerSettings,
  readWorkerSettings,
  type ServedTribunal,
  type WorkerSettings,
} from './worker/worker-settings.ts';

/** `/operator/<registry>/…` */
const OPERATORS_PATH = '/operator/';

/** The Worker in front: finds the registry that a request is for, and hands it on. It keeps nothing. */
const worker = {
  async fetch(request: Request, environment: WorkerEnvironment): Promise<Response> {
    const read = settingsOf(environment);
    if (!read.ok) return refusal(read.problems);
    const { settings } = read;
    const url = new URL(request.url);
    const tribunal = tribunalAt(settings, url.host);
    const isOperators = url.pathname === '/metrics' || url.pathname.startsWith(OPERATORS_PATH);
    if (!tribunal || (isOperators && !bearsSecret(request.headers, settings.operatorSecret))) return nothingHere();
    if (url.pathname.startsWith(OPERATORS_PATH)) return operate(request, environment, tribunal);
    return handOn(request, settings, async () => {
      const registry = await registryNamed(
        registryFor(request.url, () => true),
        environment,
        tribunal,
      );
      return registryStub(environment, tribunal, registry ?? HOME).fetch(request);
    });
  },

  /** An alarm is lost when its handler fails seven times in a row: so every registry is looked at now and then. */
  async scheduled(_event: unknown, environment: WorkerEnvironment): Promise<void> {
    const read = settingsOf(environment);
    if (!read.ok) throw new Error(read.problems.join('. '));
    await Promise.all(read.settings.tribunals.map((tribunal) => lookAround(environment, tribunal)));
  },
};

export default worker;
export { RegistryObject };

let known: { readonly environment: WorkerEnvironment; readonly read: ReadWorkerSettings } | undefined;

/** Read once for each deployment. */
function settingsOf(environment: WorkerEnvironment): ReadWorkerSettings {
  if (known?.environment !== environment) known = { environment, read: readWorkerSettings(environment) };
  return known.read;
}

/** What `parley remote` asks of a registry. */
async function operate(request: Request, environment: WorkerEnvironment, tribunal: ServedTribunal): Promise<Response> {
  const url = new URL(request.url);
  const [name = '', ...what] = url.pathname.slice(OPERATORS_PATH.length).split('/');
  const registry = await registryNamed(name, environment, tribunal);
  if (registry === undefined) return nothingHere();
  url.pathname = `/${what.join('/')}`;
  return registryStub(environment, tribunal, registry).operate(new Request(url, request));
}

/** With one tribunal every address is its own; of several each has its host. */
function tribunalAt({ tribunals }: WorkerSettings, host: string) {
  return tribunals.length === 1 ? tribunals[0] : tribunals.find(({ origin }) => new URL(origin).host === host);
}

/** Registries that a tribunal is known to have, `civil/east`: none ever goes away. */
const knownRegistries = new Set<string>();

/** A registry by its name, if the tribunal has it. The home registry knows that; one that it does not list has no object. */
async function registryNamed(
  name: string,
  environment: WorkerEnvironment,
  tribunal: ServedTribunal,
): Promise<string | undefined> {
  const isKnown = () => name === HOME || knownRegistries.has(`${tribunal.id}/${name}`);
  if (!isKnown()) {
    const listed = await homeElsewhere(registryStub(environment, tribunal, HOME)).registries();
    for (const { id } of listed) knownRegistries.add(`${tribunal.id}/${id}`);
  }
  return isKnown() ? name : undefined;
}

async function lookAround(environment: WorkerEnvironment, tribunal: ServedTribunal): Promise<void> {
  const home = homeElsewhere(registryStub(environment, tribunal, HOME));
  await Promise.all((await home.registries()).map(({ id }) => registryStub(environment, tribunal, id).lookAround()));
}

/** While an object moves to another machine or another version, it cannot be reached for a moment: reads are asked again. */
async function handOn(request: Request, { logLevel }: WorkerSettings, ask: () => Promise<Response>): Promise<Response> {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  try {
    return await (isRead ? ask().catch(ask) : ask());
  } catch (error) {
    consoleLog(logLevel).error(error, 'a registry could not be reached');
    return problemResponse(503, 'Service unavailable', 'StorageUnavailable', { 'retry-after': '1' });
  }
}

function nothingHere(): Response {
  return problemResponse(404, 'Not found', 'NotFound');
}

/** Not to be deployed so: the sentences say what to set, and hold no secret. */
function refusal(problems: readonly string[]): Response {
  const sentences = problems.map((sentence) => `Parley did not start. ${sentence}.\n`.replace('..\n', '.\n'));
  consoleLog('info').error(new Error(problems.join('. ')), 'Parley did not start');
  return new Response(sentences.join(''), { status: 503, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
