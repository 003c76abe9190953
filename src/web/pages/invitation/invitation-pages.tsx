/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import type { InvitationView } from '../../../app/queries/invitation-view.ts';
import { invitationEverywhere } from '../../../app/registries/invitation-everywhere.ts';
import { textIn } from '../../../domain/text-in.ts';
import { rateLimitedFor } from '../../limits/rate-limited.ts';
import type { WebEnv } from '../../web-env.ts';
import type { WebPorts } from '../../web-ports.ts';
import { type PageTools, renderPage } from '../render-page.tsx';
import { helpIn } from './help-sections.tsx';
import { InvitationPage } from './invitation-page.tsx';
import { NoInvitationPage } from './no-invitation-page.tsx';
import { unlisted } from './unlisted.ts';

const MAX_CODE = 100;

/** What the short address of a letter leads to. Reading it uses nothing up: scanners and previews of links read it too. */
export function invitationPages(ports: WebPorts, tools: PageTools): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get('/n', (c) => c.redirect('/join', 303));
  app.get('/n/:code', unlisted, rateLimitedFor(ports, 'signIn'), async (c) => {
    const code = c.req.param('code').slice(0, MAX_CODE);
    const found = await invitationEverywhere(ports, c.get('viewer'), code, c.get('language'));
    if (!found) return noInvitationPage(c, tools);
    if (found.kind === 'own') return c.redirect(`/cases/${encodeURIComponent(found.caseId)}`, 303);
    return invitationPage(c, ports, tools, code, found.invitation);
  });
  return app;
}

/** The page of a code that nobody has come with yet. */
export function invitationPage(
  c: Context<WebEnv>,
  ports: WebPorts,
  tools: PageTools,
  code: string,
  invitation: InvitationView,
): Response {
  const [viewer, language] = [c.get('viewer'), c.get('language')];
  const shown = {
    code,
    invitation,
    help: helpIn(ports.definitionOf(invitation.workflow), tools.tribunal, language),
    email: viewer.kind === 'user' ? viewer.email : undefined,
    provider: ports.digitalId && textIn(ports.digitalId.name, language),
    idempotencyKey: ports.ids.newSecret(),
  };
  return renderPage(c, tools, (words) => ({
    isPrivate: true,
    // What previews of links show is for everybody's eyes.
    title: words.invitation.plainTitle,
    body: <InvitationPage words={words} {...shown} />,
  }));
}

/** Unknown, used and outdated codes: one answer, the same byte for byte, with ways on. */
function noInvitationPage(c: Context<WebEnv>, tools: PageTools): Response {
  return renderPage(c, tools, (words) => ({
    title: words.invitation.badTitle,
    status: 404,
    isPlain: true,
    body: <NoInvitationPage words={words} contact={tools.tribunal.contact} />,
  }));
}
