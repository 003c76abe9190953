import { describe, expect, it } from 'vitest';
import type { EventRule } from '../../src/domain/definition/event-schema.ts';
import type { Definition } from '../../src/domain/definition/schema.ts';
import { processFor } from '../a-process.ts';
import { CASE, type Happening, PARTIES, STORY } from '../app/a-dispute.ts';
import { aVisitor } from './a-visitor.ts';
import { aWeb, type TestWeb } from './a-web.ts';

const HERE = `/cases/${CASE}`;
const both = (en: string, fr: string) => ({ en, fr });
const SUBMITTED = STORY.negotiation.slice(0, 2);
const SERVED = STORY.negotiation.slice(0, 6);

/** Ada's dispute under the same process with other words. */
async function aWebWith(happenings: readonly Happening[], change: (definition: Definition) => Definition) {
  const { tribunal } = await aWeb({ happenings: [] });
  const process = processFor(change(tribunal.process.definition));
  return aWeb({ happenings, ports: { definitionOf: () => process.definition, processOf: () => process } });
}

/** Some events with more said of them. */
function withMore(definition: Definition, more: Readonly<Record<string, Partial<EventRule>>>): Definition {
  const events = Object.entries(definition.events).map(([type, rule]) => [type, { ...rule, ...more[type] }]);
  return { ...definition, events: Object.fromEntries(events) };
}

/** What was done has words of its own; and not every case comes to talks. */
function withHistory(definition: Definition): Definition {
  const done = {
    SUBMIT: { done: both('The claim was submitted', 'La demande a été déposée') },
    FILE_RESPONSE: { done: both('The claim was answered', 'La demande a eu sa réponse') },
  };
  const stages = definition.stages.map((stage) =>
    stage.id === 'negotiation' ? { ...stage, exceptional: true } : stage,
  );
  return { ...withMore(definition, done), stages };
}

const stagesOn = (html: string) =>
  [...html.matchAll(/<li class="(?:past|now|to-come)"[^>]*>([^<]*)/g)].map((found) => found[1]);

async function page(web: TestWeb, name: string, language = 'en') {
  const visitor = aVisitor(web);
  await visitor.signIn(`${name}@example.org`);
  return visitor.get(`${HERE}?lang=${language}`);
}

describe('what has happened', () => {
  it('is told as history, to who did it and to everyone, on pages and in the API', async () => {
    const web = await aWebWith(SERVED, withHistory);
    const ben = aVisitor(web);
    await ben.signIn('ben@example.org');
    const question = await ben.get(`${HERE}/act/FILE_RESPONSE/questions/position?party=${PARTIES.ben}`);
    const done = await ben.send(await ben.send(question, { position: 'agree' }));
    expect(done.text).toMatch(/The claim was answered Your reference/);
    expect(done.text).not.toContain('Done:');
    const ada = await page(web, 'ada', 'fr');
    expect(ada.text).toContain('La demande a eu sa réponse');
    expect(ada.text).toContain('La demande a été déposée');
    const journal = await web.as('ada', 'GET', `/api/v1${HERE}/journal`);
    const { items } = (await journal.json()) as { items: { type: string; title?: string }[] };
    expect(items.find(({ type }) => type === 'FILE_RESPONSE')?.title).toBe('The claim was answered');
    expect(items.find(({ type }) => type === 'PAY')?.title).toBe('Pay');
  });

  it('includes an exceptional stage only when the case came to it', async () => {
    const before = await page(await aWebWith(SERVED, withHistory), 'ben');
    expect(stagesOn(before.html)).toEqual(['Application', 'Response', 'Decision', 'Closed']);
    for (const happenings of [STORY.negotiation, STORY.assigned]) {
      const since = await page(await aWebWith(happenings, withHistory), 'ben');
      expect(stagesOn(since.html)).toEqual(['Application', 'Response', 'Negotiation', 'Decision', 'Closed']);
    }
  });
});

describe('what is not possible now', () => {
  it('says why, in the words of the definition, to who may otherwise do it', async () => {
    const web = await aWeb({ happenings: SUBMITTED });
    expect((await page(web, 'rita')).text).toMatch(/Not possible now, and why Issue The fee has not been paid yet/);
    expect((await page(web, 'rita', 'fr')).text).toMatch(/et pourquoi Délivrer Les frais ne sont pas encore payés/);
    for (const other of ['ada', 'ben']) expect((await page(web, other)).text).not.toContain('Not possible now');
  });

  it('is silent where the case is not at that point, and where it can be done', async () => {
    const web = await aWeb({ happenings: STORY.negotiation });
    for (const name of ['ada', 'ben', 'rita', 'fay', 'mia'])
      expect((await page(web, name)).text).not.toContain('Not possible now');
    const early = await aWeb({ happenings: STORY.negotiation.slice(0, 3) });
    expect((await page(early, 'rita')).text).not.toContain('Not possible now');
  });

  it('says an event’s own condition once for all that it stops', async () => {
    const never = { when: 'actor.id == "nobody"', otherwise: both('Not on Sundays.', 'Pas le dimanche.') };
    const web = await aWebWith(STORY.negotiation, (definition) =>
      withMore(definition, { MAKE_OFFER: never, SEND_MESSAGE: never }),
    );
    expect((await page(web, 'ben')).text).toMatch(/and why Make an offer Message Not on Sundays\./);
    expect((await page(web, 'mia')).text).not.toContain('Not on Sundays');
  });
});
