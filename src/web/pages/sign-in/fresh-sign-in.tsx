/** @jsxImportSource hono/jsx */
import type { Context } from 'hono';
import type { WebEnv } from '../../web-env.ts';
import { HandBack } from '../forms/hand-back.tsx';
import { readPageForm } from '../page-form.ts';
import { type PageTools, renderPage } from '../render-page.tsx';

/** The page that asks who is signed in to show once more that it is they. */
export function signInAgainAt(next: string): string {
  return `/sign-in?again&next=${encodeURIComponent(next)}`;
}

/** Whether this needs a proof fresher than the visitor's. */
export function isProofTooOld(c: Context<WebEnv>, stepUp: boolean | undefined): boolean {
  const viewer = c.get('viewer');
  return stepUp === true && viewer.kind === 'user' && !viewer.isFreshlyProven;
}

/** Leads through a fresh sign-in and back to the same form. What was sent with it is handed back. */
export async function freshSignIn(c: Context<WebEnv>, tools: PageTools): Promise<Response> {
  const { pathname, search } = new URL(c.req.url);
  const here = pathname + search;
  if (c.req.method !== 'POST') return c.redirect(signInAgainAt(here), 303);
  const form = await readPageForm(c);
  return renderPage(c, tools, (words) => ({
    title: words.signIn.againLate,
    status: 401,
    body: (
      <HandBack
        words={words}
        form={form}
        action={here}
        title={words.signIn.againLate}
        text={words.signIn.againLateText}
        signInAt={signInAgainAt(here)}
      />
    ),
  }));
}
