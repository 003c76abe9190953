/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import type { NeedView } from '../../../app/case-view.ts';
import { handleCommand } from '../../../app/handle-command.ts';
import { NEED_KINDS, type NeedKind, usualReaders } from '../../../domain/need.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import { canonicalJson } from '../../requests/canonical-json.ts';
import { limitedBody } from '../../requests/limited-body.ts';
import type { WebEnv } from '../../web-env.ts';
import type { WebPorts } from '../../web-ports.ts';
import { fill, type Words, wordsFor } from '../../words.ts';
import { formKey } from '../forms/form-key.ts';
import { refusalWords } from '../forms/refusal-words.ts';
import { typedForm } from '../forms/typed-form.ts';
import { missingPage } from '../missing-page.tsx';
import type { PageError } from '../page-errors.tsx';
import { EMPTY_FORM, type PageForm, readPageForm } from '../page-form.ts';
import { type PageTools, renderPage } from '../render-page.tsx';
import { requireSignIn } from '../sign-in/require-sign-in.tsx';
import { safeNext } from '../sign-in/safe-next.ts';
import { AnswerNeedPage, WithdrawNeedPage } from './answer-need-page.tsx';
import { type NeedsModel, type PartyNeeds, readNeeds } from './needs-model.ts';
import { NeedsPage } from './needs-page.tsx';
import { type NeedsQuery, needsPath } from './needs-path.ts';
import { NeedKindPage, TellNeedPage } from './tell-need-page.tsx';

const MAX_BYTES = 64 * 1024;
const LIST = '/cases/:id/needs';
const TELL = `${LIST}/tell`;
const ANSWER = `${LIST}/:need/answer`;
const WITHDRAW = `${LIST}/:need/withdraw`;

type Ctx = Context<WebEnv>;
type About = readonly [model: NeedsModel, of: PartyNeeds, query: NeedsQuery];

/** What people need to take part: asked for with a form of its own, for it is nobody's duty to say why. */
export function needsPages(ports: WebPorts, tools: PageTools): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const signedIn = requireSignIn(tools);
  const sending = [limitedBody(MAX_BYTES), signedIn] as const;
  app.get(LIST, signedIn, known(listPage));
  app.get(TELL, signedIn, known(telling(askPage)));
  app.post(TELL, ...sending, known(telling(tell)));
  app.get(ANSWER, signedIn, known(about('mayAnswer', (c, of, need) => answerPage(c, of, need, EMPTY_FORM, []))));
  app.post(ANSWER, ...sending, known(about('mayAnswer', answer)));
  app.get(WITHDRAW, signedIn, known(about('mayChange', (c, of, need) => withdrawPage(c, of, need, EMPTY_FORM, []))));
  app.post(WITHDRAW, ...sending, known(about('mayChange', withdraw)));
  return app;

  function known(handle: (c: Ctx, model: NeedsModel) => Response | Promise<Response>) {
    return async (c: Ctx): Promise<Response> => {
      const { id = '' } = c.req.param() as Readonly<Record<string, string>>;
      const model = await readNeeds(ports, c.get('viewer'), id, c.get('language'));
      return model ? handle(c, model) : missingPage(c, tools);
    };
  }

  /** For the party that is named, or the only one there is. */
  function telling(handle: (c: Ctx, ...about: About) => Response | Promise<Response>) {
    return (c: Ctx, model: NeedsModel) => {
      const query = queryOf(c);
      const of = model.parties.find(({ party, mayTell }) => mayTell && (!query.party || party.id === query.party));
      return of ? handle(c, model, of, { ...query, party: of.party.id }) : missingPage(c, tools);
    };
  }

  function about(
    right: 'mayAnswer' | 'mayChange',
    handle: (c: Ctx, about: About, need: NeedView) => Response | Promise<Response>,
  ) {
    return (c: Ctx, model: NeedsModel) => {
      const { need: wanted } = c.req.param() as Readonly<Record<string, string>>;
      const of = model.parties.find((one) => one[right] && one.needs.some(({ id }) => id === wanted));
      const need = of?.needs.find(({ id }) => id === wanted);
      // Gone already, as a second press of the same button finds it: the list says how it is.
      return of && need ? handle(c, [model, of, queryOf(c)], need) : c.redirect(needsPath(model.theCase.id), 303);
    };
  }

  function listPage(c: Ctx, model: NeedsModel): Response {
    const shown = { model, told: c.req.query('told'), next: queryOf(c).next };
    const isOwn = model.parties.some((one) => one.isOwn);
    return renderPage(c, tools, (words) => ({
      isPrivate: true,
      title: isOwn ? words.needs.title : words.needs.staffTitle,
      body: <NeedsPage words={words} {...shown} />,
    }));
  }

  function askPage(c: Ctx, ...[model, of, query]: About): Response {
    const kind = kindIn(c);
    const before = of.needs.find(({ id }) => id === query.need);
    if (kind) return tellPage(c, [model, of, query], kind, before ? toldBefore(before) : proposed(kind), [], 200);
    const words = wordsFor(c.get('language'));
    const errors = c.req.query('asked') ? [{ field: 'kind', message: words.wrong.choice }] : [];
    return renderPage(c, tools, () => ({
      isPrivate: true,
      title: words.needs.kind,
      errors,
      body: <NeedKindPage words={words} model={model} of={of} query={query} errors={errors} />,
    }));
  }

  function tellPage(
    c: Ctx,
    [model, of, query]: About,
    kind: NeedKind,
    sent: PageForm,
    errors: readonly PageError[],
    status?: 200,
  ): Response {
    const shown = { model, of, query, kind, sent, errors, idempotencyKey: formKey(sent, tools.ids) };
    return renderPage(c, tools, (words) => ({
      isPrivate: true,
      title: words.needs.tell,
      errors,
      ...(status ? { status } : {}),
      body: <TellNeedPage words={words} {...shown} />,
    }));
  }

  async function tell(c: Ctx, ...about: About): Promise<Response> {
    const [model, of, query] = about;
    const kind = kindIn(c);
    if (!kind) return c.redirect(needsPath(model.theCase.id, 'tell', query), 303);
    const sent = await readPageForm(c);
    const data = {
      ...(query.need ? { need: query.need } : {}),
      kind,
      wants: sent.texts('wants'),
      details: sent.text('details'),
      readers: sent.texts('readers'),
    };
    const moved = await send(c, about, 'TELL_NEED', data, sent);
    if (!moved) return missingPage(c, tools);
    if (isRefusal(moved)) return tellPage(c, about, kind, sent, errorsOf(moved, wordsFor(c.get('language'))));
    const needs = moved.parties.find(({ id }) => id === of.party.id)?.needs ?? [];
    const told = query.need ?? needs.at(-1)?.id;
    return c.redirect(needsPath(model.theCase.id, '', { next: query.next, told }), 303);
  }

  function answerPage(c: Ctx, about: About, need: NeedView, sent: PageForm, errors: readonly PageError[]): Response {
    const [model, of, query] = about;
    const shown = { model, of, need, query, sent, errors, idempotencyKey: formKey(sent, tools.ids) };
    return renderPage(c, tools, (words) => ({
      isPrivate: true,
      title: words.needs.answer,
      errors,
      body: <AnswerNeedPage words={words} {...shown} />,
    }));
  }

  async function answer(c: Ctx, about: About, need: NeedView): Promise<Response> {
    const sent = await readPageForm(c);
    const data = { need: need.id, outcome: sent.text('outcome'), answer: sent.text('answer') };
    const moved = await send(c, about, 'ANSWER_NEED', data, sent);
    if (!moved) return missingPage(c, tools);
    if (isRefusal(moved)) return answerPage(c, about, need, sent, errorsOf(moved, wordsFor(c.get('language'))));
    return c.redirect(needsPath(about[0].theCase.id), 303);
  }

  function withdrawPage(c: Ctx, about: About, need: NeedView, sent: PageForm, errors: readonly PageError[]): Response {
    const [model, , query] = about;
    const shown = { model, need, query, errors, idempotencyKey: formKey(sent, tools.ids) };
    return renderPage(c, tools, (words) => ({
      isPrivate: true,
      title: words.needs.withdrawTitle,
      errors,
      body: <WithdrawNeedPage words={words} {...shown} />,
    }));
  }

  async function withdraw(c: Ctx, about: About, need: NeedView): Promise<Response> {
    const sent = await readPageForm(c);
    const moved = await send(c, about, 'WITHDRAW_NEED', { need: need.id }, sent);
    if (!moved) return missingPage(c, tools);
    if (isRefusal(moved)) return withdrawPage(c, about, need, sent, errorsOf(moved, wordsFor(c.get('language'))));
    return c.redirect(needsPath(about[0].theCase.id, '', { next: about[2].next }), 303);
  }

  /** Does it once for a key: the case as it then is, a refusal, or nothing when there is no such case any more. */
  function send(
    c: Ctx,
    [{ theCase }, { party }]: About,
    type: string,
    data: Readonly<Record<string, unknown>>,
    sent: PageForm,
  ) {
    const request = { type, data, party: party.id };
    const requestHash = ports.ids.hash(`${c.req.path}\n${canonicalJson(request)}`);
    const once = { key: formKey(sent, tools.ids), requestHash };
    return handleCommand(ports, c.get('viewer'), theCase.id, request, c.get('language'), once);
  }
}

/** What is kept from page to page. */
function queryOf(c: Ctx): NeedsQuery {
  const given = (name: string) => c.req.query(name)?.slice(0, 200);
  const next = c.req.query('next');
  return { party: given('party'), need: given('need'), next: next ? safeNext(next) : undefined };
}

function kindIn(c: Ctx): NeedKind | undefined {
  return NEED_KINDS.find((kind) => kind === c.req.query('kind'));
}

function toldBefore({ wants, details = '', readers }: NeedView): PageForm {
  return typedForm({ wants, details: [details], readers });
}

function proposed(kind: NeedKind): PageForm {
  return typedForm({ readers: usualReaders(kind) });
}

function errorsOf(refusal: Refusal, words: Words): readonly PageError[] {
  const { needs: said, wrong } = words;
  const known: Readonly<Record<string, string>> = { ...said.wrong, outcome: wrong.choice };
  const fields = (refusal.errors ?? []).flatMap(({ path }) => {
    const message = known[path] ?? '';
    return message ? [{ field: path, message: fill(message, {}) }] : [];
  });
  return fields.length > 0 ? fields : [{ message: refusalWords(refusal, words) }];
}
