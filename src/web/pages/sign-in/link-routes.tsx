/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { signInByLink } from '../../../app/auth/sign-in-by-link.ts';
import { rateLimitedFor } from '../../limits/rate-limited.ts';
import { limitedBody } from '../../requests/limited-body.ts';
import { browserOf, knownBrowser } from '../../sessions/browser-cookie.ts';
import { giveCookie } from '../../sessions/session.ts';
import type { WebEnv } from '../../web-env.ts';
import type { WebPorts } from '../../web-ports.ts';
import { readPageForm } from '../page-form.ts';
import { type PageTools, renderPage } from '../render-page.tsx';
import { LinkPage, LinkRefusedPage } from './link-page.tsx';
import { safeNext } from './safe-next.ts';

const MAX_BYTES = 16 * 1024;
const MAX_TOKEN = 100;

/** Signing in by the link that comes beside a code. Opening it does nothing; the button does, in the browser that asked. */
export function linkPages(ports: WebPorts, tools: PageTools): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get('/sign-in/link', (c) => {
    const [token, next] = [(c.req.query('token') ?? '').slice(0, MAX_TOKEN), safeNext(c.req.query('next'))];
    return renderPage(c, tools, (words) => ({
      title: words.signIn.linkTitle,
      body: <LinkPage words={words} token={token} next={next} />,
    }));
  });
  app.post('/sign-in/link', limitedBody(MAX_BYTES), rateLimitedFor(ports, 'signIn'), async (c) => {
    const form = await readPageForm(c);
    const next = safeNext(form.text('next'));
    const signedIn = await signInByLink(ports, {
      token: form.text('token').slice(0, MAX_TOKEN),
      browser: browserOf(c, ports.settings),
      language: c.get('language'),
      previousToken: c.get('token'),
    });
    if (!signedIn || signedIn === 'otherBrowser') return refused(c, tools, signedIn === 'otherBrowser', next);
    giveCookie(c, ports.settings, signedIn);
    return c.redirect(next, 303);
  });
  return app;
}

/** What a mail with a code is given beside it: a link for this browser, back to where the person was. */
export function linkFor(c: Context<WebEnv>, { settings, ids }: WebPorts, next: string) {
  return {
    browser: knownBrowser(c, settings, ids),
    address: (token: string) => `${settings.origin}/sign-in/link?${new URLSearchParams({ token, next })}`,
  };
}

function refused(c: Context<WebEnv>, tools: PageTools, isElsewhere: boolean, next: string): Response {
  return renderPage(c, tools, (words) => ({
    title: isElsewhere ? words.signIn.linkElsewhere : words.signIn.linkBad,
    status: 422,
    path: `/sign-in?next=${encodeURIComponent(next)}`,
    body: <LinkRefusedPage words={words} isElsewhere={isElsewhere} next={next} />,
  }));
}
