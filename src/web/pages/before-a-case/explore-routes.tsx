/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { type HowLong, howLong } from '../../../app/queries/how-long.ts';
import { may } from '../../../domain/access/authority.ts';
import { named } from '../../../domain/definition/definition-view.ts';
import type { Definition } from '../../../domain/definition/schema.ts';
import { walkExplorer } from '../../../domain/forms/walk-explorer.ts';
import { textIn } from '../../../domain/text-in.ts';
import { attachmentHeader } from '../../requests/attachment-header.ts';
import type { WebEnv } from '../../web-env.ts';
import type { WebPorts } from '../../web-ports.ts';
import { wordsFor } from '../../words.ts';
import { missingPage } from '../missing-page.tsx';
import { type PageTools, renderPage } from '../render-page.tsx';
import { ASKED, answerControl, answersGiven, CHANGE, explorePath } from './explore-address.ts';
import type { Explored } from './explore-page.tsx';
import { ExplorePage } from './explore-page.tsx';
import { letterFilename } from './letter-filename.ts';
import { openDefinition } from './open-definition.ts';
import { OutcomePage } from './outcome-page.tsx';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * A process's questions before any claim, without an account. What somebody answered stands in the address and nowhere
 * else: nothing is kept of a stranger, and the way back is the browser's own.
 */
export function explorePages(ports: WebPorts, tools: PageTools): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const figures = howLong(ports);
  app.get('/explore/:workflow', (c) => {
    const found = exploredAt(ports, c);
    return found ? explore(tools, figures, c, found) : missingPage(c, tools);
  });
  app.get('/explore/:workflow/letters/:outcome/:number', async (c) => {
    const found = exploredAt(ports, c);
    const { outcome, number } = c.req.param();
    const letters = found && named(found.explorer.outcomes, outcome)?.letters;
    const letter = /^[1-9]\d?$/.test(number) ? letters?.[Number(number) - 1] : undefined;
    if (!found || !letter) return missingPage(c, tools);
    const language = c.get('language');
    const [title, body] = [textIn(letter.title, language), textIn(letter.body, language)];
    const { letterFile } = await import('./letter-file.ts');
    c.header('Content-Type', DOCX);
    c.header('Content-Disposition', attachmentHeader(letterFilename(title)));
    return c.body(await letterFile({ title, body, language }));
  });
  return app;
}

type Found = Pick<Explored, 'definition' | 'explorer'>;

function exploredAt(ports: WebPorts, c: Context<WebEnv>): Found | undefined {
  const { workflow = '' } = c.req.param() as Readonly<Record<string, string>>;
  const definition = openDefinition(ports, workflow);
  return definition?.explorer && { definition, explorer: definition.explorer };
}

function explore(tools: PageTools, figures: HowLong, c: Context<WebEnv>, found: Found) {
  const { definition, explorer } = found;
  const answers = answersGiven(explorer, (name) => c.req.query(name));
  const change = c.req.query(CHANGE);
  const way = walkExplorer(explorer, answers, change);
  const asked = c.req.query(ASKED);
  if ('outcome' in way.at && asked === undefined) return outcome(tools, figures, c, { ...found, way, answers });
  const isEmpty = 'question' in way.at && way.at.question === asked && change === undefined;
  // What was just answered leads on, to an address that says where one is and no more.
  if (asked !== undefined && !isEmpty) {
    const given = Object.entries(walkExplorer(explorer, answers).answered).map(
      ([, { question, option }]) => [question, option.value] as const,
    );
    return c.redirect(explorePath(definition.id, given), 303);
  }
  return question(tools, c, { ...found, way, answers }, isEmpty);
}

function question(tools: PageTools, c: Context<WebEnv>, explored: Explored, isEmpty: boolean): Response {
  const { way, explorer } = explored;
  const id = 'question' in way.at ? way.at.question : '';
  return renderPage(c, tools, (words) => {
    const errors = isEmpty ? [{ field: answerControl(id), message: words.explore.choose }] : [];
    return {
      isPrivate: true,
      title: textIn(explorer.questions[id]?.title, words.lang),
      errors,
      body: <ExplorePage words={words} explored={explored} question={id} errors={errors} />,
    };
  });
}

async function outcome(tools: PageTools, figures: HowLong, c: Context<WebEnv>, explored: Explored) {
  const { way, explorer, definition } = explored;
  const id = 'outcome' in way.at ? way.at.outcome : '';
  const reached = named(explorer.outcomes, id);
  if (!reached) return missingPage(c, tools);
  const mayStart = reached.start === true && isOpenTo(c, definition);
  const took = mayStart ? await figures(definition.id) : [];
  return renderPage(c, tools, (words) => ({
    isPrivate: true,
    title: textIn(reached.title, wordsFor(c.get('language')).lang),
    body: <OutcomePage words={words} explored={explored} outcome={id} mayStart={mayStart} took={took} />,
  }));
}

/** Who is not signed in yet may be anybody: what the tribunal alone opens is not for them. */
function isOpenTo(c: Context<WebEnv>, definition: Definition): boolean {
  const viewer = c.get('viewer');
  return viewer.kind === 'user' ? may(viewer, 'case.open', definition) : !definition.opens;
}
