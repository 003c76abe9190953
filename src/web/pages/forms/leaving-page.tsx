/** @jsxImportSource hono/jsx */
import type { Context } from 'hono';
import { Button } from '../../components/button.tsx';
import type { WebEnv } from '../../web-env.ts';
import { fill } from '../../words.ts';
import { type PageTools, renderPage } from '../render-page.tsx';

/**
 * Sends the browser to another site after a form of ours: by a page, for a form may lead to our own addresses alone
 * (`form-action`), through redirects too. It goes on by itself, and by a link for whose browser does not.
 */
export function leavingPage(c: Context<WebEnv>, tools: PageTools, address: string, name: string): Response {
  // A header cannot hold what an address can hold undecoded.
  c.header('Refresh', `0; url=${new URL(address).href}`);
  return renderPage(c, tools, ({ digitalId }) => ({
    title: fill(digitalId.leaving, { name }),
    path: '/sign-in',
    body: (
      <>
        <h1>{fill(digitalId.leaving, { name })}</h1>
        <Button href={address}>{fill(digitalId.goOn, { name })}</Button>
      </>
    ),
  }));
}
