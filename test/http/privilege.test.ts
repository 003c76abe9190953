import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OUTCOMES } from '../../src/domain/definition/action-schema.ts';
import type { Answer } from './a-caller.ts';
import type { Person } from './a-person.ts';
import { type ApiCall, filled, theApi } from './the-api.ts';
import { aHistory, CHAPTERS, type Chapter, type History, type Name, PLACES, ROOM_WORDS } from './two-histories.ts';

let quiet: History;
let loud: History;
let calls: readonly ApiCall[];

beforeAll(async () => {
  [quiet, loud] = [await aHistory('quiet'), await aHistory('with the room')];
  calls = (await theApi(quiet.people.mia)).calls;
});
afterAll(async () => {
  await quiet.stop();
  await loud.stop();
});

/** Who reads at the end of each chapter: those who decide this case, or could be asked to. Mia has it from adjudication on. */
const READERS: { readonly [C in Chapter]: readonly Name[] } = {
  negotiation: ['remi'],
  facilitation: ['mia'],
  approval: ['mia', 'remi'],
  adjudication: ['max'],
  decision: ['mia', 'remi'],
};

describe('two histories that differ only in what was said without prejudice', () => {
  describe.each(CHAPTERS)('up to %s', (chapter) => {
    beforeAll(async () => {
      await quiet.until(chapter);
      await loud.until(chapter);
    });

    it.each(READERS[chapter])('are the same bytes for %s, whatever they read', async (name) => {
      const paths = await readablePaths();
      expect(paths.length).toBeGreaterThan(150);
      const differing: string[] = [];
      for (const path of paths) {
        const [one, other] = await Promise.all([read(quiet.people[name], path), read(loud.people[name], path)]);
        if (one !== other) differing.push(`${path}\n${firstDifference(one, other)}`);
      }
      expect(differing.slice(0, 5), 'the room shows').toEqual([]);
      expect(quiet.server.errors).toEqual([]);
      expect(loud.server.errors).toEqual([]);
    });
  });

  it('were two histories: the parties and the facilitator read the room', async () => {
    for (const name of ['ann', 'bob', 'fay'] as const) {
      const { caseId } = loud;
      const [before, after] = [
        await everything(quiet.people[name], caseId),
        await everything(loud.people[name], caseId),
      ];
      expect(before).not.toContain('turquoise');
      expect(after).toContain('turquoise');
    }
    const offers = await loud.people.ann.part<{ status: string }>(loud.caseId, 'offers');
    expect(offers.map(({ status }) => status).toSorted()).toEqual([
      'accepted',
      'accepted',
      'countered',
      'countered',
      'declined',
      'declined',
      'expired',
      'withdrawn',
      'withdrawn',
    ]);
  });

  it('keep what is told in confidence, a secret address and a secret figure from the other side', async () => {
    const { people, caseId } = loud;
    const [ann, fay] = [await everything(people.ann, caseId), await everything(people.fay, caseId)];
    for (const secret of [
      PLACES['with the room'],
      'Not in the turquoise room',
      'All our rooms are turquoise',
      '"amount":100,',
    ])
      expect(ann, secret).not.toContain(secret);
    for (const secret of [PLACES['with the room'], 'Turquoise.', 'ownFigure'])
      expect(fay, secret).not.toContain(secret);
    expect(fay).toContain('Not in the turquoise room');
    const bob = await everything(people.bob, caseId);
    for (const own of [PLACES['with the room'], 'All our rooms are turquoise']) expect(bob).toContain(own);
    for (const page of ['', '/room', '/needs', '/documents', '/exhibits.pdf'])
      expect(String((await people.ann.call('GET', `/cases/${caseId}${page}`)).text), page).not.toContain(
        'Turquoise Way',
      );
  });

  it('answer whatever the member tries with the same refusals', async () => {
    const definition = await quiet.people.mia.get<{ definition: { events: Record<string, unknown> } }>(
      '/workflows/small-claims',
    );
    const events = [
      ...Object.keys(definition.definition.events),
      'COMPLETE_TASK',
      'EXTEND_DEADLINE',
      'INVITE',
      'REVOKE',
      'CHANGE_CONTACT',
      'CONFIRM_EMAIL',
      'TELL_NEED',
      'WITHDRAW_NEED',
      'ANSWER_NEED',
      'CHANGE_HELP',
      'STEP_BACK',
    ];
    for (const event of events) {
      const [one, other] = await Promise.all(
        [quiet, loud].map(({ people, caseId }) => people.mia.attempt(caseId, event)),
      );
      expect([event, other?.status, other?.text]).toEqual([event, one?.status, one?.text]);
    }
  });
});

/** Every GET of the API, with every id that anyone could know in every place for one, and each parameter in turn. */
async function readablePaths(): Promise<string[]> {
  const own = loud.caseId;
  const ofBoth = await idsAbout(quiet);
  const ofTheRoom = (await idsAbout(loud)).filter((id) => !ofBoth.includes(id));
  const ids = [...ofTheRoom, ...ofBoth.filter((_, index) => index % 10 === 0)];
  const paths = calls
    .filter(({ method }) => method === 'GET')
    .flatMap((call) => pathsOf(call, own, ids).flatMap((path) => [path, ...variationsOf(call, path, own, ids)]));
  const { parties } = await loud.people.rita.case(own);
  const pages = [
    ...['', '/room', '/room?before=1', ...ids.slice(0, 20).map((id) => `/room/${id}`), ...ANSWERS],
    ...['/needs', '/needs/tell', '/helpers', '/evidence', '/evidence/add', '/exhibits.pdf', '/exhibits.zip'],
    ...parties.flatMap(({ id }) => [`/contact/${id}`, `/helpers?party=${id}`, `/needs?party=${id}`]),
  ];
  const others = ['/', '/docs', '/openapi.json', '/no/such/page', '/cases', '/cases?show=work'];
  return [...new Set([...paths, ...others, ...pages.map((page) => `/cases/${own}${page}`)])];
}

/** The forms with which one answers what was said in the room. */
const ANSWERS = [
  ...['ACCEPT_OFFER', 'COUNTER_OFFER', 'WITHDRAW_OFFER', 'AGREE_BIDDING', 'BID'],
  ...['APPROVE_CONSENT_ORDER', 'RETURN_CONSENT_ORDER'],
].map((event) => `/act/${event}`);

function pathsOf({ path, parameters }: ApiCall, own: string, ids: readonly string[]): string[] {
  if (!parameters.some((one) => one.in === 'path')) return [path];
  if (path.startsWith('/api/v1/workflows')) return [filled(path, { id: 'small-claims', version: '1' })];
  if (path.includes('/cases/')) return [filled(path, { id: own })];
  return ids.map((id) => filled(path, { id }));
}

const ROLES = ['member', 'facilitator', 'registrar', 'admin'];
const STAGES = ['intake', 'notice', 'response', 'negotiation', 'facilitation', 'adjudication', 'order', 'closed'];

function variationsOf(call: ApiCall, path: string, own: string, ids: readonly string[]): string[] {
  const people = Object.values(loud.people).map(({ id }) => id);
  const values: Readonly<Record<string, readonly string[]>> = {
    limit: ['1', '2', '100', '0'],
    cursor: [...everyThird(ids, call), own, 'nothing'],
    stage: STAGES,
    status: ['open', 'closed'],
    assignee: ['me', ...people],
    overdue: ['true', 'false'],
    work: ['me'],
    q: [...ROOM_WORDS, 'ann', 'bicycle', 'SC-2026'],
    role: ROLES,
    from: ['2026-01-01', '2030-01-01'],
    to: ['2026-01-01', '2030-01-01'],
    workflow: ['small-claims', 'nothing'],
    type: ['final', 'dismissal', 'nothing'],
    outcome: OUTCOMES,
  };
  const asked = call.parameters.filter((one) => one.in === 'query');
  const unknown = asked.find(({ name }) => !values[name]);
  if (unknown) throw new Error(`say in this test which values ${unknown.name} of ${call.path} takes`);
  return [
    `${path}?lang=fr`,
    ...asked.flatMap(({ name }) => (values[name] ?? []).map((value) => `${path}?${name}=${encodeURIComponent(value)}`)),
  ];
}

/** Another third of the ids for each list: together they are all tried. */
function everyThird(ids: readonly string[], { path }: ApiCall): string[] {
  return ids.filter((_, index) => index % 3 === path.length % 3);
}

/** All that can be told from an answer but when it came. */
async function read(person: Person, path: string): Promise<string> {
  const answer = await person.call('GET', path);
  const body = Buffer.from(answer.bytes).toString('latin1');
  const shown = isOfRegistry(person, path)
    ? body.replaceAll(new RegExp(Object.values(PLACES).join('|'), 'g'), 'a secret place')
    : body;
  return `${answer.status}\n${shown.replace(/nonce="[^"]+"/g, 'nonce')}\n\n${headersOf(answer)}`;
}

/** Remi decides, and serves the registry too: there, and nowhere else, he reads an address that is kept secret. */
function isOfRegistry(person: Person, path: string): boolean {
  const isRemi = [quiet, loud].some(({ people }) => people.remi === person);
  return isRemi && /^\/(api\/v1\/)?cases\/\w+(\/contact\/\w+)?(\?|$)/.test(path);
}

/** Every page has a nonce of its own. */
function headersOf({ headers }: Answer): string {
  return [...headers]
    .filter(([name]) => name !== 'date')
    .map(([name, value]) => `${name}: ${value.replace(/'nonce-[^']+'/g, "'nonce'")}`)
    .join('\n');
}

function firstDifference(one: string, other: string): string {
  const at = [...one].findIndex((character, index) => other[index] !== character);
  const from = Math.max(0, at - 120);
  return `quiet: …${one.slice(from, at + 120)}\nloud:  …${other.slice(from, at + 120)}`;
}

async function everything(person: Person, caseId: string): Promise<string> {
  const paths = calls.filter(({ method, path }) => method === 'GET' && path.startsWith('/api/v1/cases/{id}'));
  const answers = await Promise.all(
    paths.map(({ path }) => person.call('GET', `${filled(path, { id: caseId })}?role=member`)),
  );
  return answers.map(({ text }) => text).join('\n');
}

/** Every id that those who see the most are shown. */
async function idsAbout({ people, caseId }: History): Promise<string[]> {
  const seen = await Promise.all(
    [people.ann, people.bob, people.fay, people.rita].map((one) => everything(one, caseId)),
  );
  return [...new Set(seen.join('\n').match(/\b[0-9a-f]{26}[0-9a-z]*\b/g))];
}
