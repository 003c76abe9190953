/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { beginDigitalId } from '../../../app/auth/begin-digital-id.ts';
import { type DigitalIdFailure, type DigitalIdOutcome, finishDigitalId } from '../../../app/auth/finish-digital-id.ts';
import { unlinkIdentities } from '../../../app/auth/unlink-identities.ts';
import { viewerOf } from '../../../app/auth/viewer-for.ts';
import type { DigitalId } from '../../../app/ports/digital-id.ts';
import type { DigitalIdAttempt } from '../../../app/ports/identity.ts';
import { me } from '../../../app/queries/me.ts';
import { textIn } from '../../../domain/text-in.ts';
import { rateLimitedFor } from '../../limits/rate-limited.ts';
import { routePattern } from '../../request-log.ts';
import { limitedBody } from '../../requests/limited-body.ts';
import { browserOf, knownBrowser } from '../../sessions/browser-cookie.ts';
import { giveCookie } from '../../sessions/session.ts';
import type { WebEnv } from '../../web-env.ts';
import type { WebPorts } from '../../web-ports.ts';
import { leavingPage } from '../forms/leaving-page.tsx';
import { readPageForm } from '../page-form.ts';
import { type PageTools, renderPage } from '../render-page.tsx';
import { AccountPage } from './account-page.tsx';
import { DigitalIdFailedPage } from './digital-id-failed-page.tsx';
import { freshSignIn, isProofTooOld } from './fresh-sign-in.tsx';
import { requireSignIn } from './require-sign-in.tsx';
import { safeNext } from './safe-next.ts';

const MAX_BYTES = 16 * 1024;
const ACCOUNT = '/account';

/** Signing in by Digital ID, and the page on which people say that theirs is theirs. */
export function digitalIdPages(ports: WebPorts, digitalId: DigitalId, tools: PageTools): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const guarded = [limitedBody(MAX_BYTES), rateLimitedFor(ports, 'signIn')] as const;
  const setOut = setsOut(ports, digitalId, tools);
  app.post('/sign-in/digital-id', ...guarded, async (c) => {
    const form = await readPageForm(c);
    const isAgain = form.text('again') !== '' && c.get('viewer').kind === 'user';
    return setOut(c, isAgain ? 'again' : 'signIn', safeNext(form.text('next')));
  });
  app.get('/sign-in/digital-id/callback', rateLimitedFor(ports, 'signIn'), (c) => comeBack(ports, digitalId, tools, c));
  app.get(ACCOUNT, requireSignIn(tools), (c) => accountPage(ports, digitalId, tools, c));
  app.post(`${ACCOUNT}/digital-id`, ...guarded, requireSignIn(tools), (c) =>
    // Whoever finds an open session does not get a key of their own to it.
    isProofTooOld(c, true) ? c.redirect(`/sign-in?again&next=${ACCOUNT}`, 303) : setOut(c, 'link', ACCOUNT),
  );
  app.post(`${ACCOUNT}/digital-id/removal`, ...guarded, requireSignIn(tools), async (c) => {
    if (isProofTooOld(c, true)) return freshSignIn(c, tools);
    await unlinkIdentities(ports, c.get('viewer'));
    return c.redirect(ACCOUNT, 303);
  });
  return app;
}

function setsOut(ports: WebPorts, digitalId: DigitalId, tools: PageTools) {
  return async (c: Context<WebEnv>, purpose: DigitalIdAttempt['purpose'], next: string): Promise<Response> => {
    const [viewer, language] = [c.get('viewer'), c.get('language')];
    const start = { purpose, next, language, browser: knownBrowser(c, ports.settings, ports.ids) };
    const address = await beginDigitalId(ports, digitalId, viewer, start);
    if (typeof address === 'string') return leavingPage(c, tools, address, textIn(digitalId.name, language));
    note(ports, c, address.why);
    return failed(c, tools, digitalId, address.notProven, next);
  };
}

async function comeBack(
  ports: WebPorts,
  digitalId: DigitalId,
  tools: PageTools,
  c: Context<WebEnv>,
): Promise<Response> {
  const brought = {
    query: new URL(c.req.url).searchParams,
    browser: browserOf(c, ports.settings),
    language: c.get('language'),
    previousToken: c.get('token'),
  };
  const outcome = await finishDigitalId(ports, digitalId, c.get('viewer'), brought, (userId) =>
    hasNothing(ports, userId),
  );
  return answer(ports, digitalId, tools, c, outcome);
}

function answer(
  ports: WebPorts,
  digitalId: DigitalId,
  tools: PageTools,
  c: Context<WebEnv>,
  outcome: DigitalIdOutcome,
): Response {
  switch (outcome.kind) {
    case 'linked':
      return c.redirect(outcome.next, 303);
    case 'failed':
      if (outcome.failure !== 'denied' && outcome.why) note(ports, c, outcome.why);
      return failed(c, tools, digitalId, outcome.failure, outcome.next);
    case 'signedIn': {
      giveCookie(c, ports.settings, outcome.signIn);
      const { next, isNew } = outcome;
      return c.redirect(isNew ? `${ACCOUNT}?next=${encodeURIComponent(next)}` : next, 303);
    }
  }
}

/** An account that came of signing in with a Digital ID before it was linked, and of nothing else. */
async function hasNothing(ports: WebPorts, userId: string): Promise<boolean> {
  const user = ports.registry.read((reads) => reads.user(userId));
  if (user === undefined || user.email !== '' || user.roles.length > 0) return false;
  return (await me(ports, viewerOf(user), user.language))?.cases.length === 0;
}

/** For operators: what did not hold, in codes. Who it was, and what they brought, is nobody's business. */
function note({ logError }: WebPorts, c: Context<WebEnv>, why: string): void {
  const error = new Error(`the provider of Digital IDs could not be used: ${why}`);
  delete error.stack;
  logError(error, routePattern(c));
}

function failed(
  c: Context<WebEnv>,
  tools: PageTools,
  digitalId: DigitalId,
  failure: DigitalIdFailure,
  next = '/cases',
): Response {
  return renderPage(c, tools, (words) => ({
    title: words.digitalId.failed,
    status: 422,
    path: '/sign-in',
    body: <DigitalIdFailedPage words={words} failure={failure} name={textIn(digitalId.name, words.lang)} next={next} />,
  }));
}

function accountPage(ports: WebPorts, digitalId: DigitalId, tools: PageTools, c: Context<WebEnv>): Response {
  const viewer = c.get('viewer');
  if (viewer.kind === 'stranger') return c.redirect('/sign-in', 303);
  const linked = ports.registry.read((reads) => reads.identitiesOf(viewer.userId));
  const [asked, name] = [c.req.query('next'), textIn(digitalId.name, c.get('language'))];
  const next = asked === undefined ? undefined : safeNext(asked);
  return renderPage(c, tools, (words) => ({
    title: words.yourAccount.title,
    body: <AccountPage words={words} viewer={viewer} linked={linked} provider={name} next={next} />,
  }));
}
