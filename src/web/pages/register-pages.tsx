/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import type { PublicDecision } from '../../app/ports/rows.ts';
import { UnknownCursor } from '../../app/ports/unknown-cursor.ts';
import { readPublicDecision } from '../../app/queries/read-public-decision.ts';
import { listDecisionsEverywhere } from '../../app/registries/list-everywhere.ts';
import { withoutOverrides } from '../../domain/without-overrides.ts';
import type { WebEnv } from '../web-env.ts';
import type { WebPorts } from '../web-ports.ts';
import { type Words, wordsFor } from '../words.ts';
import { caseWords } from './case-words.ts';
import { missingPage } from './missing-page.tsx';
import { dayOfMoment } from './moment-in-words.ts';
import { PublicDecisionPage } from './public-decision-page.tsx';
import { type RegisterEntry, RegisterPage } from './register-page.tsx';
import { type PageTools, renderPage } from './render-page.tsx';
import { zoneOf } from './zone-of.ts';

const DECISIONS_A_PAGE = 20;
const MAX_WORDS = 200;
const MAX_CURSOR = 200;

/** The public register, for everyone: people stand in it by their initials. */
export function registerPages(ports: WebPorts, tools: PageTools): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get('/register', async (c) => {
    const q = withoutOverrides(c.req.query('q') ?? '')
      .trim()
      .slice(0, MAX_WORDS);
    const cursor = c.req.query('cursor')?.slice(0, MAX_CURSOR);
    const page = { limit: DECISIONS_A_PAGE, ...(cursor ? { cursor } : {}) };
    try {
      const { items, next } = await listDecisionsEverywhere(ports, q || undefined, page);
      const entries = items.map((decision) => entryOf(ports, decision, wordsFor(c.get('language'))));
      return renderPage(c, tools, (words) => ({
        title: words.register.title,
        body: <RegisterPage words={words} q={q} entries={entries} next={next} />,
      }));
    } catch (error) {
      // An address that was cut, or made up.
      if (error instanceof UnknownCursor) return c.redirect('/register', 303);
      throw error;
    }
  });
  app.get('/register/:id', (c) => {
    const decision = readPublicDecision(ports, c.req.param('id'));
    if (!decision) return missingPage(c, tools);
    return renderPage(c, tools, (words) => ({
      title: `${decision.title} – ${decision.reference}`,
      body: <PublicDecisionPage words={words} entry={entryOf(ports, decision, words)} />,
    }));
  });
  return app;
}

/** By the version of its workflow that is in force: names and zone outlive the one that it was decided under. */
function entryOf(ports: WebPorts, decision: PublicDecision, words: Words): RegisterEntry {
  const version = ports.registry.read((reads) => reads.currentWorkflow(decision.workflow, ports.clock.now()));
  const zone = version ? zoneOf(ports, version) : 'UTC';
  return {
    decision,
    zone,
    process: version ? caseWords(ports.definitionOf(version), words.lang).process : decision.workflow,
    published: dayOfMoment(decision.publishedAt, zone, words),
  };
}
