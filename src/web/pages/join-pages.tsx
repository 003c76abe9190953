/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { joinEverywhere } from '../../app/registries/join-everywhere.ts';
import { Button } from '../components/button.tsx';
import { Details } from '../components/details.tsx';
import { limitedBody } from '../limited-body.ts';
import { onceOnly } from '../once-only.ts';
import { rateLimitedFor } from '../rate-limited.ts';
import type { WebEnv } from '../web-env.ts';
import type { WebPorts } from '../web-ports.ts';
import { type Words, wordsFor } from '../words.ts';
import { formKey } from './form-key.ts';
import { type PageError, PageErrors } from './page-errors.tsx';
import { EMPTY_FORM, type PageForm, readPageForm } from './page-form.ts';
import { type PageTools, renderPage } from './render-page.tsx';
import { requireSignIn } from './require-sign-in.tsx';
import { TextField } from './text-field.tsx';

const MAX_BYTES = 16 * 1024;
const MAX_CODE = 100;

/** Coming into a case with the code of a letter. */
export function joinPages(ports: WebPorts, tools: PageTools): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const guarded = [limitedBody(MAX_BYTES), requireSignIn(tools), rateLimitedFor(ports, 'signIn')] as const;
  app.get('/join', requireSignIn(tools), (c) => joinPage(c, tools, EMPTY_FORM, []));
  app.post('/join', ...guarded, async (c) => {
    const sent = await readPageForm(c);
    const code = sent.text('code').slice(0, MAX_CODE);
    const key = formKey(sent, tools.ids);
    const asked = { key, requestHash: ports.ids.hash(`join\n${code}`) };
    const answer = await onceOnly(ports, c, { code }, () => join(ports, c, code), asked);
    if (answer.ok) {
      const { id } = (await answer.json()) as { readonly id: string };
      return c.redirect(`/cases/${encodeURIComponent(id)}`, 303);
    }
    return joinPage(c, tools, sent, [{ field: 'code', message: wordsFor(c.get('language')).join.bad }]);
  });
  return app;
}

/** Unknown, used and outdated codes are answered alike. */
async function join(ports: WebPorts, c: Context<WebEnv>, code: string): Promise<Response> {
  const joined = await joinEverywhere(ports, c.get('viewer'), code, c.get('language'));
  return joined ? Response.json({ id: joined.id }) : new Response(null, { status: 404 });
}

function joinPage(c: Context<WebEnv>, tools: PageTools, sent: PageForm, errors: readonly PageError[]): Response {
  return renderPage(c, tools, (words) => ({
    isPrivate: true,
    title: words.join.title,
    errors,
    body: <JoinPage words={words} sent={sent} errors={errors} idempotencyKey={formKey(sent, tools.ids)} />,
  }));
}

interface Props {
  readonly words: Words;
  readonly sent: PageForm;
  readonly errors: readonly PageError[];
  readonly idempotencyKey: string;
}

function JoinPage({ words, sent, errors, idempotencyKey }: Props) {
  const { join: said } = words;
  return (
    <>
      <PageErrors words={words} errors={errors} />
      <h1>{said.title}</h1>
      <p class="lead">{said.lead}</p>
      <form method="post" action="/join" novalidate>
        <input type="hidden" name="_key" value={idempotencyKey} />
        <TextField
          name="code"
          label={said.code}
          hint={said.codeHint}
          words={words}
          value={sent.text('code')}
          errors={errors}
          autocomplete="off"
          width={20}
          required
        />
        <Button preventDoubleClick>{said.submit}</Button>
      </form>
      <Details summary={said.noCode}>
        <p>{said.noCodeText}</p>
      </Details>
    </>
  );
}
