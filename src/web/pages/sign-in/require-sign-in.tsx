/** @jsxImportSource hono/jsx */
import type { MiddlewareHandler } from 'hono';
import { spokenLanguage } from '../../preferred-language.ts';
import type { WebEnv } from '../../web-env.ts';
import { HandBack } from '../forms/hand-back.tsx';
import { readPageForm } from '../page-form.ts';
import { type PageTools, renderPage } from '../render-page.tsx';

/**
 * Leads who is not signed in to the sign-in page and back again, whether or not there is anything at the address. What
 * someone wrote before their session ended is handed back to them, to be sent again.
 */
export function requireSignIn(tools: PageTools): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    if (c.get('viewer').kind === 'user') return next();
    const { pathname, search } = new URL(c.req.url);
    const language = spokenLanguage(c.req.query('lang'));
    const signIn = `/sign-in?${new URLSearchParams({ next: pathname + search, ...(language ? { lang: language } : {}) })}`;
    if (c.req.method !== 'POST') return c.redirect(signIn, 303);
    const form = await readPageForm(c);
    return renderPage(c, tools, (words) => ({
      title: words.signIn.tooLongAway,
      status: 401,
      body: (
        <HandBack
          words={words}
          form={form}
          action={pathname + search}
          title={words.signIn.tooLongAway}
          text={words.signIn.tooLongText}
          signInAt="/sign-in"
        />
      ),
    }));
  };
}
