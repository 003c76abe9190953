/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { invitationKey } from '../../../app/registries/invitation-code.ts';
import { invitationEverywhere } from '../../../app/registries/invitation-everywhere.ts';
import { joinEverywhere } from '../../../app/registries/join-everywhere.ts';
import { Button } from '../../components/button.tsx';
import { Details } from '../../components/details.tsx';
import { onceOnly } from '../../limits/once-only.ts';
import { rateLimitedFor } from '../../limits/rate-limited.ts';
import { limitedBody } from '../../requests/limited-body.ts';
import { forgetInvitation, invitationOf, keepInvitation } from '../../sessions/invitation-cookie.ts';
import type { WebEnv } from '../../web-env.ts';
import type { WebPorts } from '../../web-ports.ts';
import { type Words, wordsFor } from '../../words.ts';
import { formKey } from '../forms/form-key.ts';
import { TextField } from '../forms/text-field.tsx';
import { type PageError, PageErrors } from '../page-errors.tsx';
import { EMPTY_FORM, type PageForm, readPageForm } from '../page-form.ts';
import { type PageTools, renderPage } from '../render-page.tsx';
import { invitationPage } from './invitation-pages.tsx';
import { unlisted } from './unlisted.ts';

const MAX_BYTES = 16 * 1024;
const MAX_CODE = 100;

/**
 * Coming into a case with the code of a letter. Whoever is not signed in reads first what the code is for, and brings it
 * along through the sign-in.
 */
export function joinPages(ports: WebPorts, tools: PageTools): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const guarded = [unlisted, limitedBody(MAX_BYTES), rateLimitedFor(ports, 'signIn')] as const;
  app.get('/join', unlisted, (c) => comeBack(ports, tools, c));
  app.post('/join', ...guarded, async (c) => {
    const sent = await readPageForm(c);
    const code = sent.text('code').slice(0, MAX_CODE);
    const next =
      c.get('viewer').kind === 'user' ? await join(ports, tools, c, sent, code) : await lead(ports, c, sent, code);
    return next ?? joinPage(c, tools, sent, [{ field: 'code', message: wordsFor(c.get('language')).join.bad }]);
  });
  return app;
}

/** Who has signed in on the way with a code is shown once more what it is for; the button joins them. */
async function comeBack(ports: WebPorts, tools: PageTools, c: Context<WebEnv>): Promise<Response> {
  const viewer = c.get('viewer');
  const code =
    viewer.kind === 'user' && c.req.query('type') === undefined ? invitationOf(c, ports.settings) : undefined;
  const found = code && (await invitationEverywhere(ports, viewer, code, c.get('language')));
  if (!code || !found) return joinPage(c, tools, EMPTY_FORM, []);
  return found.kind === 'own'
    ? toCase(ports, c, found.caseId)
    : invitationPage(c, ports, tools, code, found.invitation);
}

/** Leads a stranger from the code to what it is for, and from there to the sign-in. Nothing for a code that is no good. */
async function lead(ports: WebPorts, c: Context<WebEnv>, sent: PageForm, code: string): Promise<Response | undefined> {
  const found = await invitationEverywhere(ports, c.get('viewer'), code, c.get('language'));
  if (!found) return undefined;
  const way = sent.text('way');
  if (!way) return c.redirect(`/n/${invitationKey(code)}`, 303);
  keepInvitation(c, ports.settings, code);
  // The form goes along as it is: the way to the provider begins with one of ours.
  if (way === 'digitalId' && ports.digitalId) return c.redirect('/sign-in/digital-id', 307);
  return c.redirect('/sign-in?next=%2Fjoin', 303);
}

/** Unknown, used and outdated codes are answered alike: with nothing. */
async function join(
  ports: WebPorts,
  tools: PageTools,
  c: Context<WebEnv>,
  sent: PageForm,
  code: string,
): Promise<Response | undefined> {
  const key = formKey(sent, tools.ids);
  const asked = { key, requestHash: ports.ids.hash(`join\n${code}`) };
  const answer = await onceOnly(ports, c, { code }, () => joined(ports, c, code), asked);
  if (!answer.ok) return undefined;
  const { id } = (await answer.json()) as { readonly id: string };
  return toCase(ports, c, id);
}

async function joined(ports: WebPorts, c: Context<WebEnv>, code: string): Promise<Response> {
  const [viewer, language] = [c.get('viewer'), c.get('language')];
  const theCase = await joinEverywhere(ports, viewer, code, language);
  if (theCase) return Response.json({ id: theCase.id });
  // Whose it is already comes to the same place.
  const found = await invitationEverywhere(ports, viewer, code, language);
  return found?.kind === 'own' ? Response.json({ id: found.caseId }) : new Response(null, { status: 404 });
}

function toCase(ports: WebPorts, c: Context<WebEnv>, id: string): Response {
  forgetInvitation(c, ports.settings);
  return c.redirect(`/cases/${encodeURIComponent(id)}`, 303);
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
        <p>{said.noLetter}</p>
        <p>
          <a href="/join/ask">{said.askForCode}</a>
        </p>
      </Details>
    </>
  );
}
