/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import type { CaseSearch } from '../../../app/queries/list-cases.ts';
import type { Dispute } from '../../../app/queries/list-disputes.ts';
import { readHelpRequests } from '../../../app/queries/list-help-requests.ts';
import { listPart } from '../../../app/queries/list-part.ts';
import { readCase, readStanding } from '../../../app/queries/read-case.ts';
import { readNotice } from '../../../app/queries/read-notice.ts';
import { listDisputesEverywhere, listHelpRequestsEverywhere } from '../../../app/registries/list-everywhere.ts';
import { may } from '../../../domain/access/authority.ts';
import type { MembershipRole } from '../../../domain/viewer.ts';
import { attachmentHeader } from '../../requests/attachment-header.ts';
import type { WebEnv } from '../../web-env.ts';
import type { WebPorts } from '../../web-ports.ts';
import { type Words, wordsFor } from '../../words.ts';
import { atCursor } from '../at-cursor.ts';
import { NoticePage } from '../letters/notice-page.tsx';
import { missingPage } from '../missing-page.tsx';
import { helpRequestPath } from '../people/help-request-pages.tsx';
import { type PageTools, renderPage } from '../render-page.tsx';
import { requireSignIn } from '../sign-in/require-sign-in.tsx';
import { zoneOf } from '../zone-of.ts';
import { calendarFile } from './calendar-file.ts';
import { CaseListPage, SHOWN, type Shown } from './case-list-page.tsx';
import { CasePage, titleOf } from './case-page.tsx';
import { ROWS_SHOWN, readCasePage } from './case-page-model.ts';
import { caseWords } from './case-words.ts';
import { ownDeadlines } from './own-deadlines.ts';
import { waitedFor } from './turn-of.ts';
import { whoseDeadline } from './whose-deadline.ts';

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
    const choices = choicesOf(viewer.roles);
    const shown = choices.find((choice) => choice === c.req.query('show'));
    const search = shown ? SEARCHES[shown] : {};
    const found = await atCursor(() => listDisputesEverywhere(ports, viewer, search, page, language));
    if (!found) return c.redirect('/cases', 303);
    const { items, next } = found;
    const cases = items.map((dispute) => rowOf(ports, dispute, wordsFor(language)));
    const isStaff = isOfTribunal(viewer.roles);
    const requests = cursor ? [] : await listHelpRequestsEverywhere(ports, viewer, language);
    return renderPage(c, tools, (words) => ({
      isPrivate: true,
      title: isStaff ? words.cases.staffTitle : words.cases.title,
      body: (
        <CaseListPage
          words={words}
          email={viewer.email}
          isStaff={isStaff}
          choices={choices}
          shown={shown}
          hasLetters={may(viewer, 'letter.list', undefined)}
          cases={cases}
          next={next}
          requests={requests}
        />
      ),
    }));
  });
}

const SEARCHES: Readonly<Record<Shown, CaseSearch>> = {
  work: { work: 'me' },
  given: { assignee: 'me' },
  overdue: { overdue: true },
};

/** Nobody is given a case but who facilitates or decides. */
function choicesOf(roles: readonly MembershipRole[]): readonly Shown[] {
  const isGivenCases = roles.includes('facilitator') || roles.includes('member');
  return isOfTribunal(roles) ? SHOWN.filter((choice) => choice !== 'given' || isGivenCases) : [];
}

/** An administrator has no cases but those in which they are a party. */
function isOfTribunal(roles: readonly MembershipRole[]): boolean {
  return roles.some((role) => role !== 'admin');
}

function rowOf(ports: WebPorts, { theCase, standing, begun, tasks }: Dispute, words: Words) {
  const definition = ports.definitionOf(theCase.workflow);
  const names = caseWords(definition, words.lang);
  const own = ownDeadlines(definition, theCase, standing);
  const deadline = waitedFor(theCase.deadlines);
  const name = deadline && whoseDeadline(words, { own, definition, names, theCase }, deadline);
  return {
    theCase,
    begun,
    standing,
    names,
    tasks,
    due: own[0],
    waiting: deadline && name ? { name, deadline } : undefined,
    isClosed: theCase.status === 'closed',
    now: ports.clock.now(),
    zone: zoneOf(ports, theCase.workflow),
  };
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
