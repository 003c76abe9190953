/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { createSession } from '../../app/auth/create-session.ts';
import { endSession } from '../../app/auth/end-session.ts';
import { requestCode } from '../../app/auth/request-code.ts';
import { isEmail } from '../../domain/field-answer.ts';
import { limitedBody } from '../limited-body.ts';
import { rateLimitedFor } from '../rate-limited.ts';
import { giveCookie, takeCookie } from '../session.ts';
import type { WebEnv } from '../web-env.ts';
import type { WebPorts } from '../web-ports.ts';
import { wordsFor } from '../words.ts';
import type { PageError } from './error-summary.tsx';
import { readPageForm } from './page-form.ts';
import { type PageTools, renderPage } from './render-page.tsx';
import { safeNext } from './safe-next.ts';
import { CodePage, EmailPage } from './sign-in-page.tsx';

const MAX_BYTES = 16 * 1024;

/** Signing in by a code that comes by mail, and signing out. The same answer for every address, known or not. */
export function signInPages(ports: WebPorts, tools: PageTools): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const guarded = [limitedBody(MAX_BYTES), rateLimitedFor(ports, 'signIn')] as const;
  app.get('/sign-in', (c) => {
    const next = safeNext(c.req.query('next'));
    return c.get('viewer').kind === 'user' ? c.redirect(next, 303) : emailPage(c, tools, { email: '', next }, []);
  });
  app.post('/sign-in', ...guarded, async (c) => {
    const form = await readPageForm(c);
    const [email, next] = [form.text('email').trim(), safeNext(form.text('next'))];
    const { badEmail } = wordsFor(c.get('language')).signIn;
    if (!isEmail(email)) return emailPage(c, tools, { email, next }, [{ field: 'email', message: badEmail }]);
    await requestCode(ports, { email, language: c.get('language'), client: clientOf(ports, c) });
    return codePage(c, tools, { email, next }, []);
  });
  app.post('/sign-in/code', ...guarded, async (c) => {
    const form = await readPageForm(c);
    const [email, next] = [form.text('email'), safeNext(form.text('next'))];
    const code = form.text('code').slice(0, 40);
    const attempt = {
      email,
      code,
      language: c.get('language'),
      client: clientOf(ports, c),
      previousToken: c.get('token'),
    };
    const signedIn = isEmail(email) ? await createSession(ports, attempt) : undefined;
    const { badCode } = wordsFor(c.get('language')).signIn;
    if (!signedIn) return codePage(c, tools, { email, next }, [{ field: 'code', message: badCode }]);
    giveCookie(c, ports.settings, signedIn);
    return c.redirect(next, 303);
  });
  app.post('/sign-out', async (c) => {
    await endSession(ports, c.get('token') ?? '');
    takeCookie(c, ports.settings);
    return c.redirect('/', 303);
  });
  return app;
}

interface Asked {
  readonly email: string;
  readonly next: string;
}

function clientOf({ addressOf }: WebPorts, c: Context<WebEnv>): string {
  return addressOf(c.env, c.req.raw.headers);
}

function emailPage(c: Context<WebEnv>, tools: PageTools, asked: Asked, errors: readonly PageError[]): Response {
  return renderPage(c, tools, (words) => ({
    title: words.signIn.title,
    errors,
    body: <EmailPage words={words} errors={errors} {...asked} />,
  }));
}

function codePage(c: Context<WebEnv>, tools: PageTools, asked: Asked, errors: readonly PageError[]): Response {
  return renderPage(c, tools, (words) => ({
    title: words.signIn.codeTitle,
    errors,
    // Its address takes no question: another language would have to ask anew.
    path: `/sign-in?next=${encodeURIComponent(asked.next)}`,
    body: <CodePage words={words} errors={errors} {...asked} />,
  }));
}
