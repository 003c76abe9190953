/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { opensForOthers } from '../../../app/opener-role.ts';
import { openWhereOpen } from '../../../app/registries/open-where-open.ts';
import { may } from '../../../domain/access/authority.ts';
import type { Definition } from '../../../domain/definition/schema.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { canonicalJson } from '../../requests/canonical-json.ts';
import { limitedBody } from '../../requests/limited-body.ts';
import type { WebEnv } from '../../web-env.ts';
import type { WebPorts } from '../../web-ports.ts';
import { wordsFor } from '../../words.ts';
import { actionPath } from '../case/action-path.ts';
import { begunForms, carriedAnswers } from '../forms/carried-answers.ts';
import { formKey } from '../forms/form-key.ts';
import { refusalWords } from '../forms/refusal-words.ts';
import { missingPage } from '../missing-page.tsx';
import type { PageError } from '../page-errors.tsx';
import { EMPTY_FORM, type PageForm, readPageForm } from '../page-form.ts';
import { type PageTools, renderPage } from '../render-page.tsx';
import { requireSignIn } from '../sign-in/require-sign-in.tsx';
import { answersGiven } from './explore-address.ts';
import { openDefinition } from './open-definition.ts';
import { readPeople, rowsOf, withoutPerson } from './read-people.ts';
import { StartPage } from './start-page.tsx';

const MAX_BYTES = 64 * 1024;

/** Opening a case: who is in it. What happened is asked on the case's own page. */
export function startPages(ports: WebPorts, tools: PageTools): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get('/start/:workflow', requireSignIn(tools), (c) => {
    const definition = definitionFor(ports, c);
    return definition ? startPage(c, tools, definition, EMPTY_FORM, []) : missingPage(c, tools);
  });
  app.post('/start/:workflow', limitedBody(MAX_BYTES), requireSignIn(tools), async (c) => {
    const definition = definitionFor(ports, c);
    return definition ? start(ports, tools, c, definition) : missingPage(c, tools);
  });
  return app;
}

/** The version that new cases use now, for whoever may open one. */
function definitionFor(ports: WebPorts, c: Context<WebEnv>): Definition | undefined {
  const { workflow = '' } = c.req.param() as Readonly<Record<string, string>>;
  const definition = openDefinition(ports, workflow);
  return definition && may(c.get('viewer'), 'case.open', definition) ? definition : undefined;
}

function startPage(
  c: Context<WebEnv>,
  tools: PageTools,
  definition: Definition,
  sent: PageForm,
  errors: readonly PageError[],
): Response {
  const viewer = c.get('viewer');
  const isForOthers = opensForOthers(viewer, definition);
  const hasNoEmail = viewer.kind === 'user' && viewer.email === '';
  const text = textIn(c, sent);
  const given = definition.explorer ? Object.entries(answersGiven(definition.explorer, text)) : [];
  const carried = isForOthers ? [] : carriedAnswers(definition, text);
  return renderPage(c, tools, (words) => {
    const page = { words, definition, sent, errors, isForOthers, hasNoEmail, given, carried };
    return {
      isPrivate: true,
      title: words.start.title.replace('{title}', definition.title[words.lang] ?? definition.id),
      errors,
      typed: sent.all.length > 0 ? toShow(sent) : undefined,
      body: <StartPage {...page} rows={rowsOf(definition, sent)} idempotencyKey={formKey(sent, tools.ids)} />,
    };
  });
}

const SHOW = '_show';

/** The same form once more, to be shown and not to be sent. */
function toShow(sent: PageForm) {
  const typed = sent.all.filter(([name]) => !['_add', '_remove', SHOW].includes(name));
  return [...typed, [SHOW, '1'] as const];
}

/** What came with the form; before there is one, with the address. */
function textIn(c: Context<WebEnv>, sent: PageForm): (name: string) => string | undefined {
  return (name) => sent.text(name) || c.req.query(name);
}

async function start(ports: WebPorts, tools: PageTools, c: Context<WebEnv>, definition: Definition): Promise<Response> {
  const sent = await readPageForm(c);
  if (sent.text('_add')) return startPage(c, tools, definition, sent, []);
  if (sent.text('_remove')) return startPage(c, tools, definition, withoutPerson(sent, sent.text('_remove')), []);
  if (sent.text(SHOW)) return startPage(c, tools, definition, sent, []);
  const [viewer, words] = [c.get('viewer'), wordsFor(c.get('language'))];
  const { parties, errors } = readPeople(definition, sent, words);
  if (errors.length > 0) return startPage(c, tools, definition, sent, errors);
  const isTheirOwn = viewer.kind === 'user' && !opensForOthers(viewer, definition);
  const own = parties.map((party, index) =>
    index === 0 && isTheirOwn && viewer.email !== '' ? { ...party, email: viewer.email } : party,
  );
  const begun = isTheirOwn ? begunForms(definition, carriedAnswers(definition, sent.text)) : [];
  const request = { workflow: definition.id, parties: own, language: words.lang, begun };
  const requestHash = ports.ids.hash(`${c.req.method} ${c.req.path}\n${canonicalJson(request)}`);
  const opened = await openWhereOpen(ports, viewer, request, { key: formKey(sent, tools.ids), requestHash });
  if (!opened) return missingPage(c, tools);
  if (isRefusal(opened)) return startPage(c, tools, definition, sent, [{ message: refusalWords(opened, words) }]);
  const [first] = begun;
  // Who was just asked goes on with the rest of the questions.
  return c.redirect(first ? actionPath(opened.id, first) : `/cases/${encodeURIComponent(opened.id)}`, 303);
}
