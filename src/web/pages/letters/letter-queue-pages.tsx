/** @jsxImportSource hono/jsx */

import { type Context, Hono } from 'hono';
import type { LetterView } from '../../../app/letters/letters-here.ts';
import { listLetters } from '../../../app/letters/list-letters.ts';
import { type LetterStep, stepLetter } from '../../../app/letters/step-letter.ts';
import type { Page } from '../../../app/ports/page.ts';
import { may } from '../../../domain/access/authority.ts';
import { isUnseen } from '../../../domain/forms/is-unseen.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { localDateAt } from '../../../domain/time/local-time.ts';
import type { Viewer } from '../../../domain/viewer.ts';
import { sendLetter } from '../../api/letters.ts';
import { limitedBody } from '../../requests/limited-body.ts';
import type { WebEnv } from '../../web-env.ts';
import type { WebPorts } from '../../web-ports.ts';
import { wordsFor } from '../../words.ts';
import { atCursor } from '../at-cursor.ts';
import { DATE_PARTS } from '../forms/date-field.tsx';
import { refusalWords } from '../forms/refusal-words.ts';
import { missingPage } from '../missing-page.tsx';
import type { PageError } from '../page-errors.tsx';
import { EMPTY_FORM, type PageForm, readPageForm } from '../page-form.ts';
import { type PageTools, renderPage } from '../render-page.tsx';
import { requireSignIn } from '../sign-in/require-sign-in.tsx';
import { LetterQueuePage } from './letter-queue-page.tsx';
import { letterQueuePath } from './letter-queue-path.ts';

const LETTERS_A_PAGE = 50;
const MAX_CURSOR = 200;
const MAX_BYTES = 16 * 1024;
const MAX_TRACKING = 100;
const MAX_REASON = 500;

interface Tried {
  readonly id: string;
  readonly sent: PageForm;
  readonly errors: readonly PageError[];
}

/** The registry's queue of letters, and what becomes of each. */
export function letterQueuePages(ports: WebPorts, tools: PageTools): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const [signedIn, small] = [requireSignIn(tools), limitedBody(MAX_BYTES)];
  app.get('/letters', signedIn, (c) => list(c, c.req.query('cursor')));
  app.get('/letters/:id/letter.pdf', signedIn, (c) => sendLetter(c, ports, c.req.param('id')));
  app.post('/letters/:id/posted', small, signedIn, posted);
  app.post('/letters/:id/returned', small, signedIn, async (c) => {
    const reason = (await readPageForm(c)).text('reason').trim().slice(0, MAX_REASON);
    return onNotice(c, { kind: 'returned', reason: isUnseen(reason) ? '-' : reason });
  });
  app.post('/letters/:id/again', small, signedIn, (c) => onNotice(c, { kind: 'again' }));
  return app;

  async function list(c: Context<WebEnv>, asked: string | undefined, tried?: Tried): Promise<Response> {
    const viewer = c.get('viewer');
    if (!may(viewer, 'letter.list', undefined)) return missingPage(c, tools);
    const cursor = cursorIn(asked);
    const letters = await lettersFrom(cursor, viewer);
    // The last letter of a page was posted, or the address was cut: there is more at the beginning.
    if (!letters || (cursor && letters.items.length === 0))
      return c.redirect(letterQueuePath(undefined, c.req.query('done') === undefined ? undefined : 'done'), 303);
    const zone = zoneHere();
    return renderPage(c, tools, (words) => ({
      isPrivate: true,
      title: words.letters.title,
      errors: tried?.errors ?? [],
      body: (
        <LetterQueuePage
          words={words}
          letters={letters.items}
          cursor={cursor}
          next={letters.next}
          zone={zone}
          tried={tried}
          today={todayIn(zone)}
          isDone={c.req.query('done') !== undefined}
        />
      ),
    }));
  }

  async function posted(c: Context<WebEnv>): Promise<Response> {
    const id = c.req.param('id') ?? '';
    const sent = await readPageForm(c);
    const suffix = /^(-\d{1,4})?$/.exec(sent.text('_suffix'))?.[0] ?? '';
    const tracking = sent.text(`tracking${suffix}`).trim().slice(0, MAX_TRACKING);
    const on = dateIn(sent, `on${suffix}`);
    const words = wordsFor(c.get('language'));
    const wrong = { field: 'on', message: words.wrong.date };
    const cursor = cursorIn(sent.text('_cursor'));
    if (!on) return undated(c, cursor, { id, sent: unnumbered(sent, suffix), errors: [wrong] });
    const step = { kind: 'posted', on, ...(tracking ? { tracking } : {}) } as const;
    const done = await stepLetter(ports, c.get('viewer'), id, step, c.get('language'));
    if (!done) return missingPage(c, tools);
    if (!isRefusal(done)) return c.redirect(letterQueuePath(cursor, 'done'), 303);
    const errors = done.refused === 'InvalidForm' ? [wrong] : [{ message: refusalWords(done, words) }];
    return list(c, cursor, { id, sent: unnumbered(sent, suffix), errors });
  }

  /** A letter that is not in their list does not exist, whatever is wrong with the form. */
  async function undated(c: Context<WebEnv>, cursor: string | undefined, tried: Tried): Promise<Response> {
    const { items = [] } = (await lettersFrom(cursor, c.get('viewer'))) ?? {};
    return items.some(({ id }) => id === tried.id) ? list(c, cursor, tried) : missingPage(c, tools);
  }

  /** Nothing for a cursor that no page gave. */
  function lettersFrom(cursor: string | undefined, viewer: Viewer): Promise<Page<LetterView> | undefined> {
    return atCursor(() => listLetters(ports, viewer, { limit: LETTERS_A_PAGE, ...(cursor ? { cursor } : {}) }));
  }

  /** Back to the notice, which says how it travelled. */
  async function onNotice(c: Context<WebEnv>, step: LetterStep): Promise<Response> {
    const id = c.req.param('id') ?? '';
    const found = ports.registry.read((reads) => reads.notice(id));
    const done = found && (await stepLetter(ports, c.get('viewer'), id, step, c.get('language')));
    if (!found || !done) return missingPage(c, tools);
    return c.redirect(`/cases/${encodeURIComponent(found.caseId)}/notices/${encodeURIComponent(id)}`, 303);
  }

  /** Where the tribunal sits: its first process says so. */
  function zoneHere(): string {
    const newest = ports.registry.read((reads) => reads.workflows())[0];
    if (!newest) return 'UTC';
    const { calendar } = ports.definitionOf({ id: newest.id, version: newest.latestVersion });
    return ports.calendarAt(calendar, ports.clock.now()).zone;
  }

  function todayIn(zone: string): PageForm {
    const { year, month, day } = Temporal.PlainDate.from(localDateAt(ports.clock.now(), zone));
    const parts: Readonly<Record<string, number>> = { year, month, day };
    return { ...EMPTY_FORM, text: (name) => String(parts[name.split('.')[1] ?? ''] ?? '') };
  }
}

function cursorIn(text: string | undefined): string | undefined {
  return text?.slice(0, MAX_CURSOR) || undefined;
}

/** The form of one letter among many, as if it stood alone. */
function unnumbered(sent: PageForm, suffix: string): PageForm {
  return { ...sent, text: (name) => sent.text(name.replace(/^(on|tracking)/, `$1${suffix}`)) };
}

/** A real date from its three controls. */
function dateIn(sent: PageForm, name: string): string | undefined {
  const [day = '', month = '', year = ''] = DATE_PARTS.map((part) => sent.text(`${name}.${part}`).trim());
  if (!/^20\d\d$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return undefined;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : undefined;
}
