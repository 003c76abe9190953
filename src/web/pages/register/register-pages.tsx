/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import type { RegisterSearch } from '../../../app/ports/register-search.ts';
import type { PublicDecision } from '../../../app/ports/rows.ts';
import { UnknownCursor } from '../../../app/ports/unknown-cursor.ts';
import { readPublicDecision } from '../../../app/queries/read-public-decision.ts';
import { listDecisionsEverywhere } from '../../../app/registries/list-everywhere.ts';
import { textIn } from '../../../domain/text-in.ts';
import { asKeptInTitles, decisionTitle } from '../../../domain/texts/decision-title.ts';
import type { WebEnv } from '../../web-env.ts';
import type { WebPorts } from '../../web-ports.ts';
import { type Words, wordsFor } from '../../words.ts';
import { caseWords } from '../case/case-words.ts';
import { missingPage } from '../missing-page.tsx';
import { dayOfMoment } from '../moment-in-words.ts';
import { type PageTools, renderPage } from '../render-page.tsx';
import { zoneOf } from '../zone-of.ts';
import { decisionFeed } from './decision-feed.ts';
import { decisionPdf } from './decision-pdf.ts';
import { decisionTypes, titleOfType } from './decision-types.ts';
import { FEED_PATH, feedPath } from './feed-path.ts';
import { PublicDecisionPage } from './public-decision-page.tsx';
import { type RegisterEntry, RegisterPage } from './register-page.tsx';
import { searchIn, wrongDates } from './register-search.ts';

const DECISIONS_A_PAGE = 20;
const DECISIONS_IN_FEED = 50;
const MAX_CURSOR = 200;

/** The public register, for everyone: people stand in it by their initials. */
export function registerPages(ports: WebPorts, tools: PageTools): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get('/register', async (c) => {
    const search = searchIn(c.req.query());
    const errors = wrongDates(search, wordsFor(c.get('language')));
    const cursor = c.req.query('cursor')?.slice(0, MAX_CURSOR);
    const page = { limit: DECISIONS_A_PAGE, ...(cursor ? { cursor } : {}) };
    try {
      const { items, next } =
        errors.length > 0
          ? { items: [], next: null }
          : await listDecisionsEverywhere(ports, inKeptWords(search, c.get('language')), page);
      const entries = items.map((decision) => entryOf(ports, decision, wordsFor(c.get('language'))));
      return renderPage(c, tools, (words) => ({
        title: words.register.title,
        feed: { href: feedPath(search, words.lang), title: words.register.feedTitle },
        errors,
        body: (
          <RegisterPage
            words={words}
            search={search}
            types={decisionTypes(ports, words.lang)}
            errors={errors}
            entries={entries}
            next={next}
          />
        ),
      }));
    } catch (error) {
      // An address that was cut, or made up.
      if (error instanceof UnknownCursor) return c.redirect('/register', 303);
      throw error;
    }
  });
  addFeed(app, ports);
  app.get('/register/:id/pdf', async (c) => {
    const decision = readPublicDecision(ports, c.req.param('id'));
    if (!decision) return missingPage(c, tools);
    return decisionPdf(c, ports, entryOf(ports, decision, wordsFor(c.get('language'))));
  });
  app.get('/register/:id', (c) => {
    const decision = readPublicDecision(ports, c.req.param('id'));
    if (!decision) return missingPage(c, tools);
    const entry = entryOf(ports, decision, wordsFor(c.get('language')));
    return renderPage(c, tools, (words) => ({
      title: `${entry.decision.title} – ${decision.reference}`,
      body: <PublicDecisionPage words={words} entry={entry} />,
    }));
  });
  return app;
}

/** The newest of the same, for programs that look for what is new. Nobody is signed in to it. */
function addFeed(app: Hono<WebEnv>, ports: WebPorts): void {
  app.get(FEED_PATH, async (c) => {
    const words = wordsFor(c.get('language'));
    const search = searchIn(c.req.query());
    const [wrong] = wrongDates(search, words);
    if (wrong) return c.text(wrong.message, 422);
    const { items } = await listDecisionsEverywhere(ports, inKeptWords(search, words.lang), {
      limit: DECISIONS_IN_FEED,
    });
    const entries = items.map((decision) => entryOf(ports, decision, words));
    const place = { origin: ports.settings.origin, tribunal: textIn(ports.tribunal.name, words.lang) };
    c.header('Cache-Control', 'public, max-age=300');
    c.header('Vary', 'Accept-Language, Cookie');
    c.header('Content-Language', words.lang);
    c.header('Content-Type', 'application/atom+xml; charset=utf-8');
    return c.body(decisionFeed(words, place, search, entries));
  });
}

/** A title that was copied from the page is found again. */
function inKeptWords({ q, ...search }: RegisterSearch, language: string): RegisterSearch {
  return q === undefined ? search : { ...search, q: asKeptInTitles(q, language) };
}

/** By the version of its workflow that is in force: names and zone outlive the one that it was decided under. */
function entryOf(ports: WebPorts, decision: PublicDecision, words: Words): RegisterEntry {
  const version = ports.registry.read((reads) => reads.currentWorkflow(decision.workflow, ports.clock.now()));
  const zone = version ? zoneOf(ports, version) : 'UTC';
  return {
    decision: { ...decision, title: decisionTitle(decision.title, words.lang) },
    zone,
    process: version ? caseWords(ports.definitionOf(version), words.lang).process : decision.workflow,
    type: version && decision.type ? titleOfType(ports.definitionOf(version), decision.type, words.lang) : undefined,
    published: dayOfMoment(decision.publishedAt, zone, words),
  };
}
