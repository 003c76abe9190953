/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import { UnknownCursor } from '../../../app/ports/unknown-cursor.ts';
import { readHelpRequests } from '../../../app/queries/list-help-requests.ts';
import { listPart } from '../../../app/queries/list-part.ts';
import { readCase, readStanding } from '../../../app/queries/read-case.ts';
import { readNotice } from '../../../app/queries/read-notice.ts';
import { listDisputesEverywhere, listHelpRequestsEverywhere } from '../../../app/registries/list-everywhere.ts';
import { may } from '../../../domain/authority.ts';
import { attachmentHeader } from '../../attachment-header.ts';
import type { WebEnv } from '../../web-env.ts';
import type { WebPorts } from '../../web-ports.ts';
import { wordsFor } from '../../words.ts';
import { NoticePage } from '../letters/notice-page.tsx';
import { missingPage } from '../missing-page.tsx';
import { helpRequestPath } from '../people/help-request-pages.tsx';
import { type PageTools, renderPage } from '../render-page.tsx';
import { requireSignIn } from '../sign-in/require-sign-in.tsx';
import { zoneOf } from '../zone-of.ts';
import { calendarFile } from './calendar-file.ts';
import { CaseListPage } from './case-list-page.tsx';
import { CasePage, titleOf } from './case-page.tsx';
import { ROWS_SHOWN, readCasePage } from './case-page-model.ts';
import { caseWords } from './case-words.ts';
import { ownDeadlines } from './own-deadlines.ts';

const CASES_A_PAGE = 25;

/** A person's disputes, each with its page, and the letters in them. */
export function casePages(ports: WebPorts, tools: PageTools): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  addList(app, ports, tools);
  addCase(app, ports, tools);
  addCalendar(app, ports, tools);
  addNotice(app, ports, tools);
  return app;
}

function addList(app: Hono<WebEnv>, ports: WebPorts, tools: PageTools): void {
  app.get('/cases', requireSignIn(tools), async (c) => {
    const [viewer, language] = [c.get('viewer'), c.get('language')];
    if (viewer.kind === 'stranger') return missingPage(c, tools);
    const cursor = c.req.query('cursor')?.slice(0, 200);
    const page = { limit: CASES_A_PAGE, ...(cursor ? { cursor } : {}) };
    const found = await atCursor(() => listDisputesEverywhere(ports, viewer, page, language));
    if (!found) return c.redirect('/cases', 303);
    const { items, next } = found;
    const cases = items.map(({ theCase, standing, begun }) => ({
      theCase,
      begun,
      standing,
      names: caseWords(ports.definitionOf(theCase.workflow), language),
      due: ownDeadlines(ports.definitionOf(theCase.workflow), theCase, standing)[0],
    }));
    const isStaff = viewer.roles.length > 0;
    const requests = cursor ? [] : await listHelpRequestsEverywhere(ports, viewer, language);
    return renderPage(c, tools, (words) => ({
      isPrivate: true,
      title: isStaff ? words.cases.staffTitle : words.cases.title,
      body: (
        <CaseListPage
          words={words}
          email={viewer.email}
          isStaff={isStaff}
          hasLetters={may(viewer, 'letter.list', undefined)}
          cases={cases}
          next={next}
          requests={requests}
        />
      ),
    }));
  });
}

/** Nothing where the address holds a cursor that no list gave: it was cut, or made up. */
async function atCursor<T>(list: () => Promise<T> | T): Promise<T | undefined> {
  try {
    return await list();
  } catch (error) {
    if (error instanceof UnknownCursor) return undefined;
    throw error;
  }
}

function addCase(app: Hono<WebEnv>, ports: WebPorts, tools: PageTools): void {
  app.get('/cases/:id', requireSignIn(tools), async (c) => {
    const { id } = c.req.param();
    const model = await readCasePage(ports, c.get('viewer'), id, c.get('language'));
    // What a letter leads to is closed to whom it asks for help, until they have said yes.
    if (!model && readHelpRequests(ports, c.get('viewer'), id, c.get('language')).length > 0)
      return c.redirect(helpRequestPath(id), 303);
    if (!model) return missingPage(c, tools);
    const isGone = c.req.query('gone') !== undefined;
    return renderPage(c, tools, (words) => ({
      isPrivate: true,
      title: `${model.theCase.reference} – ${titleOf(model)}`,
      body: <CasePage words={words} model={model} done={c.req.query('done')} isGone={isGone} />,
    }));
  });
}

/** The dates for one's own calendar. */
function addCalendar(app: Hono<WebEnv>, ports: WebPorts, tools: PageTools): void {
  app.get('/cases/:id/dates.ics', requireSignIn(tools), async (c) => {
    const language = c.get('language');
    const model = await readCasePage(ports, c.get('viewer'), c.req.param('id'), language);
    if (!model) return missingPage(c, tools);
    c.header('Content-Type', 'text/calendar; charset=utf-8');
    c.header('Content-Disposition', attachmentHeader(`${model.theCase.reference}.ics`));
    return c.body(calendarFile(model, ports.settings.origin, wordsFor(language)));
  });
}

function addNotice(app: Hono<WebEnv>, ports: WebPorts, tools: PageTools): void {
  app.get('/cases/:id/notices/:notice', requireSignIn(tools), async (c) => {
    const [viewer, language] = [c.get('viewer'), c.get('language')];
    const { id, notice: noticeId } = c.req.param();
    const documents = await listPart(ports, viewer, id, 'documents', { limit: ROWS_SHOWN }, language);
    const model = await readCase(ports, viewer, id, language);
    const notice = documents && (await readNotice(ports, viewer, noticeId, language));
    if (!notice || !model) return missingPage(c, tools);
    const attached = documents.items.filter((document) => notice.attach.includes(document.id));
    return renderPage(c, tools, (words) => ({
      isPrivate: true,
      title: notice.subject,
      body: (
        <NoticePage
          zone={zoneOf(ports, model.workflow)}
          words={words}
          caseId={id}
          notice={notice}
          attached={attached}
          mayPost={readStanding(ports, viewer, id).some(({ standing }) => standing === 'registrar')}
        />
      ),
    }));
  });
}
