/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { handleCommand } from '../../../app/handle-command.ts';
import { FORGETTABLE } from '../../../domain/contact-change.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import { canonicalJson } from '../../requests/canonical-json.ts';
import { limitedBody } from '../../requests/limited-body.ts';
import type { WebEnv } from '../../web-env.ts';
import type { WebPorts } from '../../web-ports.ts';
import { fill, type Words, wordsFor } from '../../words.ts';
import { formKey } from '../forms/form-key.ts';
import { refusalWords } from '../forms/refusal-words.ts';
import { missingPage } from '../missing-page.tsx';
import type { PageError } from '../page-errors.tsx';
import { EMPTY_FORM, type PageForm, readPageForm } from '../page-form.ts';
import { type PageTools, renderPage } from '../render-page.tsx';
import { freshSignIn, isProofTooOld } from '../sign-in/fresh-sign-in.tsx';
import { requireSignIn } from '../sign-in/require-sign-in.tsx';
import { type ContactModel, readContact } from './contact-model.ts';
import { ContactPage, type ContactProps, type TypedContact, typedOf } from './contact-page.tsx';

const PATH = '/cases/:id/contact/:party';
const MAX_BYTES = 32 * 1024;

type Handler = (c: Context<WebEnv>, model: ContactModel) => Response | Promise<Response>;

/** How a party is reached: by the party, who acts for them, and the registry. */
export function contactPages(ports: WebPorts, tools: PageTools): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get(
    PATH,
    requireSignIn(tools),
    withContact((c, model) =>
      isProofTooOld(c, model.stepUp)
        ? freshSignIn(c, tools)
        : page(c, model, { typed: typedOf(shown(model)), errors: [], said: saidIn(c) }),
    ),
  );
  app.post(PATH, limitedBody(MAX_BYTES), requireSignIn(tools), withContact(save));
  app.post(`${PATH}/code`, limitedBody(MAX_BYTES), requireSignIn(tools), withContact(confirm));
  return app;

  function withContact(handle: Handler) {
    return async (c: Context<WebEnv>): Promise<Response> => {
      const { id = '', party = '' } = c.req.param() as Readonly<Record<string, string>>;
      const model = await readContact(ports, c.get('viewer'), { caseId: id, party }, c.get('language'));
      return model ? handle(c, model) : missingPage(c, tools);
    };
  }

  function page(
    c: Context<WebEnv>,
    model: ContactModel,
    made: Pick<ContactProps, 'typed' | 'errors' | 'said'>,
    sent: PageForm = EMPTY_FORM,
  ): Response {
    return renderPage(c, tools, (words) => ({
      isPrivate: true,
      title: model.isOwn ? words.contact.title : fill(words.contact.titleOf, { name: model.party.name }),
      errors: made.errors,
      body: <ContactPage words={words} model={model} idempotencyKey={formKey(sent, tools.ids)} {...made} />,
    }));
  }

  async function save(c: Context<WebEnv>, model: ContactModel): Promise<Response> {
    if (isProofTooOld(c, model.stepUp)) return freshSignIn(c, tools);
    const sent = await readPageForm(c);
    const typed = typedIn(sent);
    const done = await send(c, model, 'CHANGE_CONTACT', changeIn(model, typed), formKey(sent, tools.ids));
    if (!done) return missingPage(c, tools);
    if (!isRefusal(done)) return c.redirect(`${model.path}?changed`, 303);
    if (done.refused === 'NothingToChange') return c.redirect(`${model.path}?same`, 303);
    return page(c, model, { typed, errors: errorsOf(done, wordsFor(c.get('language'))), said: undefined }, sent);
  }

  async function confirm(c: Context<WebEnv>, model: ContactModel): Promise<Response> {
    const sent = await readPageForm(c);
    const done = await send(c, model, 'CONFIRM_EMAIL', { code: sent.text('code').slice(0, 20) || '-' }, undefined);
    if (!done) return missingPage(c, tools);
    if (!isRefusal(done)) return c.redirect(`${model.path}?changed`, 303);
    const words = wordsFor(c.get('language'));
    const errors = [{ field: 'code', message: refusalWords(done, words) }];
    return page(c, model, { typed: typedOf(shown(model)), errors, said: undefined });
  }

  function send(
    c: Context<WebEnv>,
    { theCase, party }: ContactModel,
    type: string,
    data: Readonly<Record<string, unknown>>,
    key: string | undefined,
  ) {
    const request = { type, data, party: party.id };
    const requestHash = ports.ids.hash(`${c.req.method} ${c.req.path}\n${canonicalJson(request)}`);
    const once = key ? { key, requestHash } : undefined;
    return handleCommand(ports, c.get('viewer'), theCase.id, request, c.get('language'), once);
  }
}

/** What may be shown of what is known. */
function shown({ contact, isReadable }: ContactModel) {
  return isReadable ? contact : { isProtected: true };
}

function saidIn(c: Context<WebEnv>): 'changed' | 'same' | undefined {
  if (c.req.query('changed') !== undefined) return 'changed';
  return c.req.query('same') === undefined ? undefined : 'same';
}

function typedIn(sent: PageForm): TypedContact {
  const text = (name: keyof TypedContact) => sent.text(name).trim();
  return {
    email: text('email'),
    phone: text('phone'),
    address: sent.text('address').replace(/\r\n?/g, '\n').trim(),
    language: text('language'),
    writtenBy: text('writtenBy'),
    wantsTexts: text('wantsTexts'),
    isProtected: text('isProtected'),
  };
}

/** What differs from what was shown. A control that was shown filled and came back empty takes back what stood there. */
function changeIn(model: ContactModel, typed: TypedContact): Readonly<Record<string, unknown>> {
  // An address that waits is given again: a new code goes there.
  const before = { ...typedOf(shown(model)), ...(model.isReadable ? { email: model.contact.email ?? '' } : {}) };
  const differs = (name: keyof TypedContact) => typed[name] !== before[name];
  const texts = (['email', 'phone', 'address', 'language', 'writtenBy'] as const).filter(
    (name) => typed[name] !== '' && differs(name),
  );
  const forget = FORGETTABLE.filter((name) => typed[name] === '' && before[name] !== '');
  return {
    ...Object.fromEntries(texts.map((name) => [name, typed[name]])),
    ...(model.sendsTexts && differs('wantsTexts') ? { wantsTexts: typed.wantsTexts === 'yes' } : {}),
    ...(typed.isProtected !== '' && differs('isProtected') ? { isProtected: typed.isProtected === 'yes' } : {}),
    ...(forget.length > 0 ? { forget } : {}),
  };
}

const CONTROLS = new Set(['email', 'phone', 'address', 'language', 'writtenBy', 'wantsTexts']);

function errorsOf(refusal: Refusal, words: Words): readonly PageError[] {
  const { contact: said } = words;
  const wrong = (refusal.errors ?? []).map(({ path }) => {
    const field = CONTROLS.has(path) ? path : 'email';
    return { field, message: said.wrong[path as keyof typeof said.wrong] ?? words.wrong.required };
  });
  return wrong.length > 0 ? wrong : [{ message: refusalWords(refusal, words) }];
}
