/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { findReceipt, formOf, type Receipt, readReceipt } from '../../../app/queries/read-receipt.ts';
import { rateLimitedFor } from '../../limits/rate-limited.ts';
import { attachmentHeader } from '../../requests/attachment-header.ts';
import type { WebEnv } from '../../web-env.ts';
import type { WebPorts } from '../../web-ports.ts';
import { wordsFor } from '../../words.ts';
import { type CasePageModel, readCasePage } from '../case/case-page-model.ts';
import { missingPage } from '../missing-page.tsx';
import { type PageTools, renderPage } from '../render-page.tsx';
import { requireSignIn } from '../sign-in/require-sign-in.tsx';
import type { ActModel } from './act-model.ts';
import { backFrom } from './back-from.ts';
import { sentDocument } from './sent-document.ts';
import { SentPage, sentTitle } from './sent-page.tsx';
import { sentPath } from './sent-path.ts';

/** What somebody sent, for their own side: confirmed on a page, and to be kept as a PDF. */
export function sentPages(ports: WebPorts, tools: PageTools): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get('/cases/:id/sent/:entry', requireSignIn(tools), async (c) => {
    const found = await sentAt(ports, c);
    return found ? sentPage(c, tools, found, { lacksFile: false }) : missingPage(c, tools);
  });
  app.get('/cases/:id/sent/:entry/answers.pdf', requireSignIn(tools), rateLimitedFor(ports, 'upload'), async (c) => {
    const found = await sentAt(ports, c);
    if (!found) return missingPage(c, tools);
    const bytes = await fileOf(ports, c, found);
    if (!bytes) return sentPage(c, tools, found, { lacksFile: true });
    const { reference } = found.model.theCase;
    c.header('Content-Type', 'application/pdf');
    c.header('Content-Disposition', attachmentHeader(`${reference} – ${found.receipt.title}.pdf`));
    return c.body(new Uint8Array(bytes));
  });
  return app;
}

interface Found {
  readonly model: CasePageModel;
  readonly receipt: Receipt;
}

async function sentAt(ports: WebPorts, c: Context<WebEnv>): Promise<Found | undefined> {
  const { id = '', entry = '' } = c.req.param() as Readonly<Record<string, string>>;
  const [viewer, language] = [c.get('viewer'), c.get('language')];
  const receipt = readReceipt(ports, viewer, id, entry, language);
  const model = receipt && (await readCasePage(ports, viewer, id, language));
  return model && { model, receipt };
}

function sentPage(
  c: Context<WebEnv>,
  tools: PageTools,
  { model, receipt }: Found,
  { lacksFile }: { lacksFile: boolean },
) {
  const isAgain = c.req.query('again') !== undefined;
  return renderPage(c, tools, (words) => ({
    isPrivate: true,
    title: sentTitle(words, model, receipt),
    ...(lacksFile ? { status: 503 } : {}),
    body: <SentPage words={words} {...{ model, receipt, isAgain, lacksFile }} tribunal={tools.tribunal} />,
  }));
}

/** Nothing when whoever sets documents cannot be reached: the page says the same. */
async function fileOf(ports: WebPorts, c: Context<WebEnv>, { model, receipt }: Found): Promise<Uint8Array | undefined> {
  try {
    return await ports.renderDocument(sentDocument(receipt, model, wordsFor(c.get('language'))), ports.tribunal);
  } catch (error) {
    ports.logError(error, '/cases/:id/sent/:entry/answers.pdf');
    return undefined;
  }
}

/** Whether whoever sends this gets a confirmation with what they sent. */
export function hasReceipt({ definition, event, isParty }: ActModel): boolean {
  return isParty && formOf(definition, event) !== undefined;
}

/** Where to go from what cannot be done now: to its confirmation when it was sent already, and otherwise to the case. */
export function insteadOf(ports: WebPorts, c: Context<WebEnv>, model: ActModel): Response {
  const { theCase, event, party } = model;
  const sent = findReceipt(ports, c.get('viewer'), { caseId: theCase.id, event, party });
  const path = sent ? sentPath(theCase.id, sent, { again: true }) : `${backFrom(model)}?gone`;
  return c.redirect(path, 303);
}
