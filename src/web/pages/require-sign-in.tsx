/** @jsxImportSource hono/jsx */
import type { MiddlewareHandler } from 'hono';
import type { WebEnv } from '../web-env.ts';
import type { Words } from '../words.ts';
import { type PageForm, readPageForm } from './page-form.ts';
import { type PageTools, renderPage } from './render-page.tsx';

/**
 * Leads who is not signed in to the sign-in page and back again, whether or not there is anything at the address. What
 * someone wrote before their session ended is handed back to them, to be sent again.
 */
export function requireSignIn(tools: PageTools): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    if (c.get('viewer').kind === 'user') return next();
    const { pathname, search } = new URL(c.req.url);
    const signIn = `/sign-in?next=${encodeURIComponent(pathname + search)}`;
    if (c.req.method !== 'POST') return c.redirect(signIn, 303);
    const form = await readPageForm(c);
    return renderPage(c, tools, (words) => ({
      title: words.signIn.tooLongAway,
      status: 401,
      body: <SignedOut words={words} form={form} action={pathname + search} />,
    }));
  };
}

function SignedOut({
  words,
  form,
  action,
}: {
  readonly words: Words;
  readonly form: PageForm;
  readonly action: string;
}) {
  const { signIn } = words;
  return (
    <>
      <h1>{signIn.tooLongAway}</h1>
      <p>{signIn.tooLongText}</p>
      <p>{signIn.filesGone}</p>
      <p>
        <a href="/sign-in" target="_blank" rel="noopener">
          {signIn.signInTab}
        </a>
      </p>
      <form method="post" action={action}>
        {form.all.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <button type="submit">{signIn.sendAgain}</button>
      </form>
    </>
  );
}
