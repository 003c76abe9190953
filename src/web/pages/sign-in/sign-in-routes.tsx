/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { createSession } from '../../../app/auth/create-session.ts';
import { endSession } from '../../../app/auth/end-session.ts';
import { requestCode } from '../../../app/auth/request-code.ts';
import { isEmail } from '../../../domain/forms/field-answer.ts';
import { textIn } from '../../../domain/text-in.ts';
import { rateLimitedFor } from '../../limits/rate-limited.ts';
import { rememberLanguage } from '../../preferred-language.ts';
import { limitedBody } from '../../requests/limited-body.ts';
import { giveCookie, takeCookie } from '../../sessions/session.ts';
import type { WebEnv } from '../../web-env.ts';
import type { WebPorts } from '../../web-ports.ts';
import { wordsFor } from '../../words.ts';
import { leavingPage } from '../forms/leaving-page.tsx';
import type { PageError } from '../page-errors.tsx';
import { readPageForm } from '../page-form.ts';
import { type PageTools, renderPage } from '../render-page.tsx';
import { linkFor } from './link-routes.tsx';
import { safeNext } from './safe-next.ts';
import { CodePage, EmailPage } from './sign-in-page.tsx';

const MAX_BYTES = 16 * 1024;

/** Signing in by a code that comes by mail, and signing out. The same answer for every address, known or not. */
export function signInPages(ports: WebPorts, tools: PageTools): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const guarded = [limitedBody(MAX_BYTES), rateLimitedFor(ports, 'signIn')] as const;
  app.get('/sign-in', (c) => {
    const next = safeNext(c.req.query('next'));
    const viewer = c.get('viewer');
    if (viewer.kind === 'stranger') return emailPage(c, { email: '', next }, []);
    if (c.req.query('again') === undefined) {
      rememberLanguage(c, tools.settings);
      return c.redirect(next, 303);
    }
    return emailPage(c, { email: viewer.email, next, isAgain: true }, []);
  });
  app.post('/sign-in', ...guarded, async (c) => {
    const form = await readPageForm(c);
    const [email, next] = [form.text('email').trim(), safeNext(form.text('next'))];
    const isAgain = form.text('again') !== '' && c.get('viewer').kind === 'user';
    const { badEmail } = wordsFor(c.get('language')).signIn;
    if (!isEmail(email)) return emailPage(c, { email, next, isAgain }, [{ field: 'email', message: badEmail }]);
    const [language, client, link] = [c.get('language'), clientOf(ports, c), linkFor(c, ports, next)];
    await requestCode(ports, { email, language, client, link });
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
    const provenBy = await endSession(ports, c.get('token') ?? '');
    takeCookie(c, ports.settings);
    const { digitalId } = ports;
    const address = provenBy === 'digitalId' ? await digitalId?.signOutAddress() : undefined;
    if (!digitalId || !address) return c.redirect('/', 303);
    c.set('viewer', { kind: 'stranger' });
    return leavingPage(c, tools, address, textIn(digitalId.name, c.get('language')));
  });
  return app;

  function emailPage(c: Context<WebEnv>, asked: Asked, errors: readonly PageError[]): Response {
    const provider = ports.digitalId && textIn(ports.digitalId.name, c.get('language'));
    return renderPage(c, tools, (words) => ({
      title: asked.isAgain ? words.signIn.againTitle : words.signIn.title,
      errors,
      body: <EmailPage words={words} errors={errors} provider={provider} {...asked} />,
    }));
  }
}

interface Asked {
  readonly email: string;
  readonly next: string;
  /** They are signed in, and have to show once more that it is they. */
  readonly isAgain?: boolean;
}

function clientOf({ addressOf }: WebPorts, c: Context<WebEnv>): string {
  return addressOf(c.env, c.req.raw.headers);
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
