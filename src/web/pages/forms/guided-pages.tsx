/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { dropDraft, keepDraft } from '../../../app/drafts/drafts.ts';
import { mailFormLink } from '../../../app/drafts/mail-form-link.ts';
import type { Typed } from '../../../app/ports/drafts.ts';
import type { Form } from '../../../domain/definition/form-schema.ts';
import { limitedBody } from '../../requests/limited-body.ts';
import type { WebEnv } from '../../web-env.ts';
import type { WebPorts } from '../../web-ports.ts';
import { wordsFor } from '../../words.ts';
import { missingPage } from '../missing-page.tsx';
import type { PageError } from '../page-errors.tsx';
import { EMPTY_FORM, type PageForm, readPageForm } from '../page-form.ts';
import { type PageTools, renderPage } from '../render-page.tsx';
import { emailOf } from '../sign-in/email-of.ts';
import { isProofTooOld, signInAgainAt } from '../sign-in/fresh-sign-in.tsx';
import { requireSignIn } from '../sign-in/require-sign-in.tsx';
import type { ActModel } from './act-model.ts';
import { actModelOf, formsLimited, sendEvent } from './act-pages.tsx';
import { CheckAnswersPage } from './check-answers-page.tsx';
import { formKey } from './form-key.ts';
import {
  type AskedPage,
  askedOf,
  type GuidedModel,
  guidedFrom,
  isGuided,
  placeOf,
  readGuided,
} from './guided-model.ts';
import { checkPath, questionPath, taskListPath } from './guided-path.ts';
import { QuestionPage } from './question-page.tsx';
import { insteadOf } from './sent-pages.tsx';
import { type TakenFiles, takeFiles } from './take-files.ts';
import { pageTitle } from './task-list-page.tsx';
import { carriedControl, controlsOf, seenControl, typedIn } from './typed-form.ts';
import { waysToSend } from './ways-to-send.ts';

const QUESTION = '/cases/:id/act/:event/questions/:page';
const CHECK = '/cases/:id/act/:event/check';
const LATER = '/cases/:id/act/:event/later';
const MAX_CHECK_BYTES = 16 * 1024;

type Handler = (c: Context<WebEnv>, model: GuidedModel) => Response | Promise<Response>;

/** A form of several pages: each answered by itself and kept as it is given, then all looked at, then sent. */
export function guidedPages(ports: WebPorts, tools: PageTools): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const signedIn = requireSignIn(tools);
  app.get(QUESTION, signedIn, guided(askQuestion));
  app.post(QUESTION, formsLimited(ports, tools), signedIn, guided(takeAnswers));
  app.get(
    CHECK,
    signedIn,
    proven((c, model) => checkPage(c, model, EMPTY_FORM, [])),
  );
  app.post(CHECK, limitedBody(MAX_CHECK_BYTES), signedIn, proven(send));
  app.post(LATER, limitedBody(MAX_CHECK_BYTES), signedIn, guided(sendLink));
  return app;

  /** What is kept needs no handing back: who has to sign in anew comes back to all of it. */
  function proven(handle: Handler) {
    return guided((c, model) =>
      isProofTooOld(c, model.act.action?.stepUp)
        ? c.redirect(signInAgainAt(checkPath(model.act)), 303)
        : handle(c, model),
    );
  }

  function guided(handle: Handler) {
    return async (c: Context<WebEnv>): Promise<Response> => {
      const act = await actModelOf(ports, c);
      if (!act || !isGuided(act)) return missingPage(c, tools);
      if (!act.action) return insteadOf(ports, c, act);
      const model = readGuided(ports, c.get('viewer'), act, wordsFor(c.get('language')));
      return model ? handle(c, model) : missingPage(c, tools);
    };
  }

  async function askQuestion(c: Context<WebEnv>, model: GuidedModel): Promise<Response> {
    const asked = askedAt(c, model);
    // Answers to another page can mean that this one is not asked any more.
    if (!asked) return c.redirect(taskListPath(model.act), 303);
    const files = await filesOf(c, model.act, asked.page, model.sent, '');
    const errors = asked.status === 'wrong' ? asked.errors : [];
    return questionPage(c, model, asked.page, { sent: model.sent, errors, files, status: 200 });
  }

  async function takeAnswers(c: Context<WebEnv>, model: GuidedModel): Promise<Response> {
    const { act } = model;
    const page = act.form.pages.find(({ id }) => id === pageIn(c));
    if (!page) return missingPage(c, tools);
    const sent = await readPageForm(c);
    const files = await filesOf(c, act, page, sent, formKey(sent, tools.ids));
    const words = wordsFor(c.get('language'));
    const kept = await keep(c, act, page, sent, files);
    if (!kept) return questionPage(c, model, page, { sent, errors: [{ message: words.guided.tooLong }], files });
    if (sent.text('_later')) return mailLink(c, act, sent);
    const after = guidedFrom(ports, c.get('viewer'), act, kept, words) ?? model;
    const errors = [...files.errors, ...(after.asked.find((one) => one.page.id === page.id)?.errors ?? [])];
    if (errors.length > 0) return questionPage(c, after, page, { sent, errors: onePerField(errors), files });
    return c.redirect(nextPath(after, page.id, c.req.query('from') === 'check'), 303);
  }

  async function sendLink(c: Context<WebEnv>, { act }: GuidedModel): Promise<Response> {
    return mailLink(c, act, await readPageForm(c));
  }

  /** A link to the form, for another device or another day; the list of its parts then says that it is on its way. */
  async function mailLink(c: Context<WebEnv>, act: ActModel, sent: PageForm): Promise<Response> {
    const { theCase, event, names } = act;
    const mail = {
      language: c.get('language'),
      title: act.action?.title ?? names.event(event),
      process: names.process,
      link: ports.settings.origin + taskListPath(act),
    };
    const place = { caseId: theCase.id, event, party: act.party };
    const key = formKey(sent, tools.ids);
    const outcome = await mailFormLink(ports, c.get('viewer'), { ...place, mail, key });
    if (!outcome) return missingPage(c, tools);
    const list = taskListPath(act);
    return c.redirect(`${list}${list.includes('?') ? '&' : '?'}later=${outcome}`, 303);
  }

  function keep(
    c: Context<WebEnv>,
    act: ActModel,
    page: AskedPage['page'],
    sent: PageForm,
    files: TakenFiles,
  ): Promise<Typed | undefined> {
    const noted = { [seenControl(page.id)]: ['1'] };
    const controls = [...page.fields.flatMap(controlsOf), ...Object.keys(noted), carriedControl(page.id)];
    const typed = { ...typedIn(page.fields, sent, files), ...noted };
    return keepDraft(ports, c.get('viewer'), placeOf(act), controls, typed);
  }

  function filesOf(c: Context<WebEnv>, act: ActModel, page: AskedPage['page'], sent: PageForm, key: string) {
    const form: Form = { ...act.form, pages: [page] };
    return takeFiles(ports, c.get('viewer'), { ...act, form }, sent, key, wordsFor(c.get('language')));
  }

  interface Shown {
    readonly sent: PageForm;
    readonly errors: readonly PageError[];
    readonly files: TakenFiles;
    readonly status?: 200;
  }

  function questionPage(
    c: Context<WebEnv>,
    model: GuidedModel,
    page: AskedPage['page'],
    { sent, errors, files, status }: Shown,
  ): Response {
    return renderPage(c, tools, (words) => ({
      title: pageTitle(page, words),
      isPrivate: true,
      errors,
      ...(status ? { status } : {}),
      body: (
        <QuestionPage
          words={words}
          model={model}
          page={page}
          sent={sent}
          errors={errors}
          kept={files.kept}
          idempotencyKey={formKey(sent, tools.ids)}
          isFromCheck={c.req.query('from') === 'check'}
          canMail={emailOf(c.get('viewer')) !== ''}
        />
      ),
    }));
  }

  function checkPage(c: Context<WebEnv>, model: GuidedModel, sent: PageForm, errors: readonly PageError[]): Response {
    const ways = waysToSend(ports, c.get('viewer'), model, c.get('language'));
    return renderPage(c, tools, (words) => ({
      title: words.guided.check,
      isPrivate: true,
      errors,
      body: (
        <CheckAnswersPage
          words={words}
          model={model}
          ways={ways}
          errors={errors}
          idempotencyKey={formKey(sent, tools.ids)}
          newKey={tools.ids.newSecret}
        />
      ),
    }));
  }

  async function send(c: Context<WebEnv>, model: GuidedModel): Promise<Response> {
    const sent = await readPageForm(c);
    const missing = model.asked.flatMap(({ errors }) => errors);
    if (missing.length > 0) return checkPage(c, model, sent, missing);
    const outcome = await sendEvent(ports, c, model.act, askedOf(model), formKey(sent, tools.ids));
    if (!outcome) return missingPage(c, tools);
    if ('errors' in outcome) return checkPage(c, model, sent, outcome.errors);
    await dropDraft(ports, c.get('viewer'), placeOf(model.act));
    return c.redirect(outcome.doneAt, 303);
  }
}

function askedAt(c: Context<WebEnv>, { asked }: GuidedModel): AskedPage | undefined {
  return asked.find(({ page }) => page.id === pageIn(c));
}

function pageIn(c: Context<WebEnv>): string {
  return (c.req.param() as Readonly<Record<string, string>>).page ?? '';
}

/** The next page; back to all answers for who came from there, unless their change has brought a new question. */
function nextPath({ act, asked }: GuidedModel, page: string, isFromCheck: boolean): string {
  const place = asked.findIndex((one) => one.page.id === page);
  const next = isFromCheck ? asked.find(({ status }) => status === 'todo') : asked[place + 1];
  return next ? questionPath(act, next.page.id, { toCheck: isFromCheck }) : checkPath(act);
}

function onePerField(errors: readonly PageError[]): readonly PageError[] {
  return errors.filter(({ field }, index) => errors.findIndex((one) => one.field === field) === index);
}
