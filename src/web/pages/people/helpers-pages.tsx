/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { handleCommand } from '../../../app/handle-command.ts';
import { listPart } from '../../../app/queries/list-part.ts';
import type { SupporterEntry } from '../../../app/queries/list-supporters.ts';
import { ENGINE_FORMS } from '../../../domain/forms/engine-forms.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { canonicalJson } from '../../requests/canonical-json.ts';
import { limitedBody } from '../../requests/limited-body.ts';
import type { WebEnv } from '../../web-env.ts';
import type { WebPorts } from '../../web-ports.ts';
import { wordsFor } from '../../words.ts';
import { formKey } from '../forms/form-key.ts';
import { obviousErrors, readFormAnswers } from '../forms/read-form-answers.ts';
import { refusalWords } from '../forms/refusal-words.ts';
import { missingPage } from '../missing-page.tsx';
import type { PageError } from '../page-errors.tsx';
import { EMPTY_FORM, type PageForm, readPageForm } from '../page-form.ts';
import { type PageTools, renderPage } from '../render-page.tsx';
import { requireSignIn } from '../sign-in/require-sign-in.tsx';
import { ChangeHelpPage, EndHelpPage } from './change-help-page.tsx';
import { type HelpersModel, readHelpers } from './helpers-model.ts';
import { HelpersPage } from './helpers-page.tsx';
import { helpersPath } from './helpers-path.ts';
import { InviteCheckPage, InvitePage } from './invite-page.tsx';

const MAX_BYTES = 64 * 1024;
const LIST = '/cases/:id/helpers';
const INVITE = `${LIST}/invite`;
const CHANGE = `${LIST}/:supporter/change`;
const END = `${LIST}/:supporter/end`;

type Handler = (c: Context<WebEnv>, model: HelpersModel) => Response | Promise<Response>;
type AboutOne = (c: Context<WebEnv>, model: HelpersModel, supporter: SupporterEntry) => Response | Promise<Response>;

/** Who acts for a party or helps it: looked after by the party, and left by who wants to. */
export function helpersPages(ports: WebPorts, tools: PageTools): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const signedIn = requireSignIn(tools);
  const sending = [limitedBody(MAX_BYTES), signedIn] as const;
  app.get(LIST, signedIn, known(listPage));
  app.get(
    INVITE,
    signedIn,
    own((c, model) => invitePage(c, model, EMPTY_FORM, [])),
  );
  app.post(INVITE, ...sending, own(invite));
  app.get(CHANGE, signedIn, own(about((c, model, one) => changePage(c, model, one, []))));
  app.post(CHANGE, ...sending, own(about(change)));
  app.get(END, signedIn, known(about((c, model, one) => endPage(c, model, one, []))));
  app.post(END, ...sending, known(about(end)));
  return app;

  function known(handle: Handler) {
    return async (c: Context<WebEnv>): Promise<Response> => {
      const { id = '' } = c.req.param() as Readonly<Record<string, string>>;
      const party = c.req.query('party')?.slice(0, 200);
      const model = await readHelpers(ports, c.get('viewer'), id, party, c.get('language'));
      return model ? handle(c, model) : missingPage(c, tools);
    };
  }

  /** Who helps cannot choose who else does. */
  function own(handle: Handler) {
    return known((c, model) => (model.capacity ? missingPage(c, tools) : handle(c, model)));
  }

  /** A party can let everyone go, and who helps themself. */
  function about(handle: AboutOne): Handler {
    return (c, model) => {
      const { supporter: wanted } = c.req.param() as Readonly<Record<string, string>>;
      const supporter = model.supporters.find(({ id, isViewer }) => id === wanted && (!model.capacity || isViewer));
      // Gone already, as a second press of the same button finds it: the list says how it is.
      if (!supporter) return c.redirect(helpersPath(model.theCase.id, model.party.id), 303);
      return handle(c, model, supporter);
    };
  }

  async function listPage(c: Context<WebEnv>, model: HelpersModel): Promise<Response> {
    const wanted = c.req.query('done');
    const journal = wanted ? await newest(c, model) : [];
    const done = journal.find(({ id, by }) => id === wanted && by.kind === 'person');
    return renderPage(c, tools, ({ helpers }) => ({
      isPrivate: true,
      title: helpers.title,
      body: <HelpersPage words={wordsFor(c.get('language'))} model={model} done={done} />,
    }));
  }

  function invitePage(c: Context<WebEnv>, model: HelpersModel, sent: PageForm, errors: readonly PageError[]): Response {
    const idempotencyKey = formKey(sent, tools.ids);
    return renderPage(c, tools, (words) => ({
      isPrivate: true,
      title: words.helpers.inviteTitle,
      errors,
      body: <InvitePage words={words} model={model} sent={sent} errors={errors} idempotencyKey={idempotencyKey} />,
    }));
  }

  /** First what it means, then the asking. */
  async function invite(c: Context<WebEnv>, model: HelpersModel): Promise<Response> {
    const sent = await readPageForm(c);
    const words = wordsFor(c.get('language'));
    if (sent.text('step') === 'back') return invitePage(c, model, sent, []);
    const typed = readFormAnswers(ENGINE_FORMS.INVITE, sent, new Map(), words);
    const errors = obviousErrors(ENGINE_FORMS.INVITE, typed, [], words, '');
    if (errors.length > 0) return invitePage(c, model, sent, errors);
    if (sent.text('step') !== 'send') return checkPage(c, model, sent);
    const refused = await send(c, model, 'INVITE', typed.data, sent);
    return refused ? invitePage(c, model, sent, refused) : back(c, model, 'INVITE');
  }

  function checkPage(c: Context<WebEnv>, model: HelpersModel, sent: PageForm): Response {
    const idempotencyKey = formKey(sent, tools.ids);
    return renderPage(c, tools, (words) => ({
      isPrivate: true,
      title: words.helpers.inviteTitle,
      body: <InviteCheckPage words={words} model={model} sent={sent} idempotencyKey={idempotencyKey} />,
    }));
  }

  function changePage(
    c: Context<WebEnv>,
    model: HelpersModel,
    supporter: SupporterEntry,
    errors: readonly PageError[],
    sent = EMPTY_FORM,
  ): Response {
    const shown = { model, supporter, errors, idempotencyKey: formKey(sent, tools.ids) };
    return renderPage(c, tools, (words) => ({
      isPrivate: true,
      title: words.helpers.change,
      errors,
      body: <ChangeHelpPage words={words} {...shown} />,
    }));
  }

  async function change(c: Context<WebEnv>, model: HelpersModel, supporter: SupporterEntry): Promise<Response> {
    const sent = await readPageForm(c);
    const data = { supporter: supporter.id, capacity: sent.text('capacity') };
    const refused = await send(c, model, 'CHANGE_HELP', data, sent);
    return refused ? changePage(c, model, supporter, refused, sent) : back(c, model, 'CHANGE_HELP');
  }

  function endPage(
    c: Context<WebEnv>,
    model: HelpersModel,
    supporter: SupporterEntry,
    errors: readonly PageError[],
    sent = EMPTY_FORM,
  ): Response {
    const shown = { model, supporter, errors, idempotencyKey: formKey(sent, tools.ids) };
    return renderPage(c, tools, (words) => ({
      isPrivate: true,
      title: supporter.isViewer ? words.helpers.stepBack : words.helpers.end,
      errors,
      body: <EndHelpPage words={words} {...shown} />,
    }));
  }

  async function end(c: Context<WebEnv>, model: HelpersModel, supporter: SupporterEntry): Promise<Response> {
    const sent = await readPageForm(c);
    const event = supporter.isViewer ? 'STEP_BACK' : 'REVOKE';
    const refused = await send(c, model, event, supporter.isViewer ? {} : { supporter: supporter.id }, sent);
    if (refused) return endPage(c, model, supporter, refused, sent);
    // Who has stepped back sees the case no more.
    return supporter.isViewer ? c.redirect('/cases', 303) : back(c, model, event);
  }

  /** Does it once for a key; what is wrong, or nothing. */
  async function send(
    c: Context<WebEnv>,
    { theCase, party }: HelpersModel,
    type: string,
    data: Readonly<Record<string, unknown>>,
    sent: PageForm,
  ): Promise<readonly PageError[] | undefined> {
    const language = c.get('language');
    const request = { type, data, party: party.id };
    const requestHash = ports.ids.hash(`${c.req.path}\n${canonicalJson(request)}`);
    const once = { key: formKey(sent, tools.ids), requestHash };
    const moved = await handleCommand(ports, c.get('viewer'), theCase.id, request, language, once);
    if (!isRefusal(moved)) return undefined;
    const words = wordsFor(language);
    const field = moved.refused === 'InvalidForm' ? moved.errors?.[0]?.path : undefined;
    const message = field ? words.wrong.choice : refusalWords(moved, words);
    return [{ ...(field ? { field } : {}), message }];
  }

  /** To the list, which says what was done: by the entry itself, so that no link can claim what was not. */
  async function back(c: Context<WebEnv>, model: HelpersModel, type: string): Promise<Response> {
    const entry = (await newest(c, model)).find((one) => one.type === type);
    const path = helpersPath(model.theCase.id, model.party.id);
    return c.redirect(entry ? `${path}&done=${encodeURIComponent(entry.id)}` : path, 303);
  }

  async function newest(c: Context<WebEnv>, { theCase }: HelpersModel) {
    const page = { limit: 20 };
    return (await listPart(ports, c.get('viewer'), theCase.id, 'journal', page, c.get('language')))?.items ?? [];
  }
}
