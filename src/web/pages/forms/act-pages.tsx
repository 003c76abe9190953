/** @jsxImportSource hono/jsx */
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { every } from 'hono/combine';
import { dropDraft, keepDraft, readDraft } from '../../../app/drafts/drafts.ts';
import { handleCommand } from '../../../app/handle-command.ts';
import { listPart } from '../../../app/queries/list-part.ts';
import { findReceipt } from '../../../app/queries/read-receipt.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import { MAX_UPLOAD_BYTES } from '../../api/documents.ts';
import { notInCommon } from '../../in-common.ts';
import { fewAtOnce } from '../../limits/few-at-once.ts';
import { rateLimitedFor } from '../../limits/rate-limited.ts';
import { canonicalJson } from '../../requests/canonical-json.ts';
import type { WebEnv } from '../../web-env.ts';
import type { WebPorts } from '../../web-ports.ts';
import { type Words, wordsFor } from '../../words.ts';
import { missingPage } from '../missing-page.tsx';
import type { PageError } from '../page-errors.tsx';
import { EMPTY_FORM, type PageForm, readPageForm } from '../page-form.ts';
import { contactPath } from '../people/contact-path.ts';
import { ownPage } from '../people/own-page.ts';
import { type PageTools, renderPage } from '../render-page.tsx';
import { emailOf } from '../sign-in/email-of.ts';
import { freshSignIn, isProofTooOld } from '../sign-in/fresh-sign-in.tsx';
import { requireSignIn } from '../sign-in/require-sign-in.tsx';
import { type ActModel, readAct } from './act-model.ts';
import { ActPage } from './act-page.tsx';
import { backFrom } from './back-from.ts';
import type { KeptFile } from './files-field.tsx';
import { formKey } from './form-key.ts';
import { isGuided, placeOf, readGuided } from './guided-model.ts';
import { fieldError, fieldsOf, obviousErrors, readFormAnswers } from './read-form-answers.ts';
import { refusalWords } from './refusal-words.ts';
import { hasReceipt, insteadOf } from './sent-pages.tsx';
import { sentPath } from './sent-path.ts';
import { takeFiles } from './take-files.ts';
import { TaskListPage } from './task-list-page.tsx';
import { controlsOf, typedForm, typedIn } from './typed-form.ts';

const PATH = '/cases/:id/act/:event';
/** They have a page of their own. */
const CONTACT_EVENTS: ReadonlySet<string> = new Set(['CHANGE_CONTACT', 'CONFIRM_EMAIL']);
const AT_ONCE = { perUser: 4, inAll: 16 };

/** Doing something in a case, by a plain form. What is refused comes back with the reason and all that was typed. */
export function actPages(ports: WebPorts, tools: PageTools): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get(PATH, requireSignIn(tools), async (c) => {
    const model = await actModelOf(ports, c);
    if (!model) return missingPage(c, tools);
    if (CONTACT_EVENTS.has(model.event) && model.party)
      return c.redirect(contactPath(model.theCase.id, model.party), 303);
    const own = ownPage(model.theCase.id, model);
    if (own) return c.redirect(own, 303);
    if (!model.action) return insteadOf(ports, c, model);
    if (isGuided(model)) return taskListPage(ports, tools, c, model);
    if (isProofTooOld(c, model.action.stepUp)) return freshSignIn(c, tools);
    return begunPage(ports, tools, c, model);
  });
  app.post(PATH, formsLimited(ports, tools), requireSignIn(tools), async (c) => {
    const model = await actModelOf(ports, c);
    if (!model) return missingPage(c, tools);
    return isProofTooOld(c, model.action?.stepUp) ? freshSignIn(c, tools) : act(ports, tools, c, model);
  });
  return app;
}

function taskListPage(ports: WebPorts, tools: PageTools, c: Context<WebEnv>, act: ActModel): Response {
  const model = readGuided(ports, c.get('viewer'), act, wordsFor(c.get('language')));
  if (!model) return missingPage(c, tools);
  return renderPage(c, tools, (words) => ({
    isPrivate: true,
    title: act.action?.title ?? act.names.event(act.event),
    body: (
      <TaskListPage
        words={words}
        model={model}
        email={emailOf(c.get('viewer'))}
        later={c.req.query('later')}
        idempotencyKey={tools.ids.newSecret()}
      />
    ),
  }));
}

/** The form, with what was refused of it before: in the other language, in another tab, on another day. */
async function begunPage(ports: WebPorts, tools: PageTools, c: Context<WebEnv>, model: ActModel): Promise<Response> {
  const [viewer, words] = [c.get('viewer'), wordsFor(c.get('language'))];
  const sent = typedForm(readDraft(ports, viewer, placeOf(model)));
  if (sent.all.length === 0)
    return actPage(c, tools, model, { sent: typedForm(model.start ?? {}), errors: [], kept: new Map() });
  const files = await takeFiles(ports, viewer, model, sent, '', words);
  const typed = readFormAnswers(model.form, sent, files.ids, words);
  const parties = model.theCase.parties.map(({ id }) => id);
  const errors = obviousErrors(model.form, typed, parties, words, model.definition.currency);
  return actPage(c, tools, model, { sent, errors, kept: files.kept }, 200);
}

/** What holds for every form with answers: not too many at once, none too large. */
export function formsLimited(
  ports: WebPorts,
  tools: PageTools,
  onTooLarge: TooLarge = (c) => actTooLarge(ports, tools, c),
): MiddlewareHandler<WebEnv> {
  return every(filesLimited(ports), fewForms(ports), notTooLarge(onTooLarge));
}

/** The page that says what to do about a form that is too large. */
type TooLarge = (c: Context<WebEnv>) => Promise<Response>;

function fewForms({ inCommon = notInCommon }: WebPorts): MiddlewareHandler<WebEnv> {
  return inCommon('forms at once', () => fewAtOnce(AT_ONCE));
}

/** Files that come with a form count like those that come alone. */
function filesLimited(ports: WebPorts): MiddlewareHandler<WebEnv> {
  const limited = rateLimitedFor(ports, 'upload');
  return async (c, next) => {
    const hasFiles = (c.req.header('content-type') ?? '').toLowerCase().startsWith('multipart/form-data');
    return hasFiles ? limited(c, next) : next();
  };
}

/** What the address names, for the viewer. */
export function actModelOf(ports: WebPorts, c: Context<WebEnv>): Promise<ActModel | undefined> {
  const { id = '', event = '' } = c.req.param() as Readonly<Record<string, string>>;
  const party = c.req.query('party')?.slice(0, 200);
  return readAct(ports, c.get('viewer'), { caseId: id, event, party }, c.get('language'));
}

interface Tried {
  readonly sent: PageForm;
  readonly errors: readonly PageError[];
  readonly kept: ReadonlyMap<string, readonly KeptFile[]>;
}

function actPage(c: Context<WebEnv>, tools: PageTools, model: ActModel, tried: Tried, status?: 200): Response {
  return renderPage(c, tools, (words) => ({
    isPrivate: true,
    title: model.action?.title ?? model.names.event(model.event),
    errors: tried.errors,
    ...(status ? { status } : {}),
    body: <ActPage words={words} model={model} idempotencyKey={formKey(tried.sent, tools.ids)} {...tried} />,
  }));
}

async function act(ports: WebPorts, tools: PageTools, c: Context<WebEnv>, model: ActModel): Promise<Response> {
  const { theCase, form, definition } = model;
  const fields = fieldsOf(form);
  const viewer = c.get('viewer');
  const words = wordsFor(c.get('language'));
  const sent = await readPageForm(c);
  const key = formKey(sent, tools.ids);
  const files = await takeFiles(ports, viewer, model, sent, key, words);
  const typed = readFormAnswers(form, sent, files.ids, words);
  // What is refused is kept: nobody types it again because they changed the language, or came back the next day.
  const refused = async (errors: readonly PageError[]) => {
    await keepDraft(ports, viewer, placeOf(model), fields.flatMap(controlsOf), typedIn(fields, sent, files));
    return actPage(c, tools, model, { sent, errors, kept: files.kept });
  };
  if (files.errors.length + typed.errors.length > 0) {
    const parties = theCase.parties.map(({ id }) => id);
    const errors = [...files.errors, ...obviousErrors(form, typed, parties, words, definition.currency)];
    return refused(errors);
  }
  const outcome = await sendEvent(ports, c, model, typed.data, key, sent.text('_answering') || undefined);
  if (!outcome) return missingPage(c, tools);
  if ('errors' in outcome) return model.action ? refused(outcome.errors) : insteadOrRefused(outcome.errors);
  if (fields.length > 0) await dropDraft(ports, viewer, placeOf(model));
  return c.redirect(outcome.doneAt, 303);

  /** Done by the other tab, or by who acts beside them: they are shown what was sent. */
  function insteadOrRefused(errors: readonly PageError[]): Response {
    const kept = findReceipt(ports, viewer, { caseId: theCase.id, event: model.event, party: model.party });
    return kept ? insteadOf(ports, c, model) : actPage(c, tools, model, { sent, errors, kept: files.kept });
  }
}

type Sent = { readonly doneAt: string } | { readonly errors: readonly PageError[] };

/** Does it, once for a key: where the case then says so, or what is wrong; nothing when there is no such case. */
export async function sendEvent(
  ports: WebPorts,
  c: Context<WebEnv>,
  model: ActModel,
  data: Readonly<Record<string, unknown>>,
  key: string,
  answering?: string,
): Promise<Sent | undefined> {
  const { theCase, event, party } = model;
  const language = c.get('language');
  const request = { type: event, data, ...(party ? { party } : {}) };
  const requestHash = ports.ids.hash(`${c.req.method} ${c.req.path}\n${canonicalJson(request)}`);
  const asked = { ...request, answering };
  const moved = await handleCommand(ports, c.get('viewer'), theCase.id, asked, language, { key, requestHash });
  if (!moved) return undefined;
  if (isRefusal(moved)) return { errors: errorsOf(moved, model, data, wordsFor(language)) };
  return { doneAt: await doneAt(ports, c, model) };
}

/** To the confirmation, or back to the case, which says what was done: by the entry itself, so that no link can claim what was not. */
async function doneAt(ports: WebPorts, c: Context<WebEnv>, model: ActModel): Promise<string> {
  const { theCase, event } = model;
  const journal = await listPart(ports, c.get('viewer'), theCase.id, 'journal', { limit: 10 }, c.get('language'));
  const entry = journal?.items.find(({ type }) => type === event);
  const path = backFrom(model);
  if (!entry) return path;
  return hasReceipt(model) ? sentPath(theCase.id, entry.id) : `${path}?done=${encodeURIComponent(entry.id)}`;
}

function errorsOf(
  refusal: Refusal,
  { form, definition }: ActModel,
  data: Readonly<Record<string, unknown>>,
  words: Words,
): readonly PageError[] {
  const wrong = (refusal.errors ?? []).flatMap(({ path }) => {
    const field = fieldsOf(form).find(({ id }) => id === path);
    return field ? [fieldError(field, data[field.id], words, definition.currency)] : [];
  });
  return wrong.length > 0 ? wrong : [{ message: refusalWords(refusal, words) }];
}

/** A form that is too large to be read cannot be given back: the page says so, and what to do. */
function notTooLarge(onTooLarge: TooLarge): MiddlewareHandler<WebEnv> {
  return bodyLimit({ maxSize: MAX_UPLOAD_BYTES, onError: (raw) => onTooLarge(raw as unknown as Context<WebEnv>) });
}

async function actTooLarge(ports: WebPorts, tools: PageTools, c: Context<WebEnv>): Promise<Response> {
  const model = await actModelOf(ports, c);
  if (!model?.action) return missingPage(c, tools);
  const { AllTooLarge: message } = wordsFor(c.get('language')).uploads;
  return actPage(c, tools, model, { sent: EMPTY_FORM, errors: [{ message }], kept: new Map() });
}
