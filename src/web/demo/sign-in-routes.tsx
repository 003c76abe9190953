/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import { issueToken } from '../../app/auth/issue-token.ts';
import type { SignIn } from '../../app/auth/start-session.ts';
import { Button } from '../components/button.tsx';
import type { DemoPorts } from '../demo-ports.ts';
import { type PageTools, renderPage } from '../pages/render-page.tsx';
import { problem } from '../problems/problem.ts';
import { giveCookie } from '../sessions/session.ts';
import type { WebEnv } from '../web-env.ts';
import type { WebPorts } from '../web-ports.ts';
import { fill, type Words } from '../words.ts';
import { fieldOf, smallForm, wantsPage } from './small-form.ts';

/** One click makes someone one of the people of the demonstration; nobody else. */
export function signInRoutes(ports: WebPorts, { people }: DemoPorts, tools: PageTools): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.post('/sign-in', smallForm, async (c) => {
    const email = await fieldOf(c, 'email');
    const person = people.find((one) => one.email === email);
    const signIn = person && (await issueToken(ports, person.email));
    if (!signIn) return problem(c, 'NotFound');
    giveCookie(c, ports.settings, signIn);
    const { token, expiresAt, user } = signIn;
    if (!wantsPage(c)) return c.json({ token, expiresAt, user }, 201);
    return renderPage(c, tools, (words) => ({
      title: words.signedIn.title,
      body: <SignedIn words={words} signIn={signIn} origin={ports.settings.origin} />,
    }));
  });
  return app;
}

interface Props {
  readonly words: Words;
  readonly signIn: SignIn;
  readonly origin: string;
}

function SignedIn({ words: { signedIn, home, account }, signIn: { token, expiresAt, user }, origin }: Props) {
  return (
    <>
      <h1>{signedIn.title}</h1>
      <p>{fill(signedIn.text, { name: user.name })}</p>
      <pre tabindex={0}>
        <code>{`TOKEN=${token}\ncurl -s ${origin}/api/v1/me -H "Authorization: Bearer $TOKEN"`}</code>
      </pre>
      <p class="quiet">{fill(signedIn.expires, { expiresAt })}</p>
      <div class="govuk-button-group">
        <Button href="/cases">{account.cases}</Button>
        <a class="govuk-link" href="/">
          {home.back}
        </a>
      </div>
    </>
  );
}
