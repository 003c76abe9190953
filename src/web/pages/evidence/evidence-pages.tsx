/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import type { WebEnv } from '../../web-env.ts';
import type { WebPorts } from '../../web-ports.ts';
import { missingPage } from '../missing-page.tsx';
import { type PageTools, renderPage } from '../render-page.tsx';
import { requireSignIn } from '../sign-in/require-sign-in.tsx';
import { addFilesPages } from './add-files-pages.tsx';
import { changeExhibitPages } from './change-exhibit-pages.tsx';
import { evidenceAt } from './evidence-at.ts';
import { addPath, type EvidenceModel } from './evidence-model.ts';
import { EvidencePage, type Waiting } from './evidence-page.tsx';
import { exhibitAt } from './exhibit-at.ts';
import { ExhibitPage } from './exhibit-page.tsx';
import { readPending } from './pending-files.ts';
import { pictureRoute } from './picture-route.ts';
import { shownText } from './shown-text.ts';

/** What is in evidence in a case, and what its parties do about it. */
export function evidencePages(ports: WebPorts, tools: PageTools): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  addList(app, ports, tools);
  app.route('/', addFilesPages(ports, tools));
  app.route('/', pictureRoute(ports, tools));
  app.route('/', changeExhibitPages(ports, tools));
  addExhibit(app, ports, tools);
  return app;
}

function addList(app: Hono<WebEnv>, ports: WebPorts, tools: PageTools): void {
  app.get('/cases/:id/evidence', requireSignIn(tools), async (c) => {
    const model = await evidenceAt(ports, c);
    if (!model) return missingPage(c, tools);
    const waiting = await waitingFor(ports, c, model);
    return renderPage(c, tools, (words) => ({
      isPrivate: true,
      title: words.evidence.title,
      body: <EvidencePage words={words} model={model} added={addedNow(c, model)} waiting={waiting} />,
    }));
  });
}

/** Files that wait for a word on what they show: the viewer's own, and those that they add for a party. */
async function waitingFor(ports: WebPorts, c: Context<WebEnv>, model: EvidenceModel): Promise<Waiting[]> {
  const places = [model, ...model.addForOthers.map((add) => ({ ...model, add, addsFor: add.party }))];
  const waiting: Waiting[] = [];
  for (const place of places) {
    const { files } = await readPending(ports, c.get('viewer'), place, c.get('language'));
    if (place.add && files.length > 0) waiting.push({ count: files.length, goOn: addPath(place, 'describe') });
  }
  return waiting;
}

/** Only numbers of what the viewer adds: no link can claim what was not done. */
function addedNow(c: Context<WebEnv>, { exhibits, own, addForOthers }: EvidenceModel): string[] {
  const said = (c.req.query('added') ?? '').split(',');
  const whose = [...own, ...addForOthers.map(({ party }) => party)];
  return exhibits
    .filter(({ number, party, withdrawn }) => said.includes(number) && whose.includes(party) && !withdrawn)
    .map(({ number }) => number);
}

function addExhibit(app: Hono<WebEnv>, ports: WebPorts, tools: PageTools): void {
  app.get('/cases/:id/evidence/:exhibit', requireSignIn(tools), async (c) => {
    const model = await evidenceAt(ports, c);
    const exhibit = model && exhibitAt(c, model);
    if (!model || !exhibit) return missingPage(c, tools);
    const file = exhibit.versions.at(-1);
    const text = file && (await shownText(ports, c.get('viewer'), file, c.get('language')));
    return renderPage(c, tools, (words) => ({
      isPrivate: true,
      title: [exhibit.number, exhibit.description].filter(Boolean).join(' · '),
      body: <ExhibitPage words={words} model={model} exhibit={exhibit} text={text} />,
    }));
  });
}
