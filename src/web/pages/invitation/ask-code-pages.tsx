/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { askForCode } from '../../../app/letters/ask-for-code.ts';
import { isUnseen } from '../../../domain/forms/is-unseen.ts';
import { withoutOverrides } from '../../../domain/process/without-overrides.ts';
import { rateLimitedFor } from '../../limits/rate-limited.ts';
import { limitedBody } from '../../requests/limited-body.ts';
import type { WebEnv } from '../../web-env.ts';
import type { WebPorts } from '../../web-ports.ts';
import { fill, type Words, wordsFor } from '../../words.ts';
import { formKey } from '../forms/form-key.ts';
import type { PageError } from '../page-errors.tsx';
import { EMPTY_FORM, type PageForm, readPageForm } from '../page-form.ts';
import { type PageTools, renderPage } from '../render-page.tsx';
import { AskCodePage, CodeAskedPage, MOST_CHARACTERS } from './ask-code-page.tsx';
import { unlisted } from './unlisted.ts';

const MAX_BYTES = 32 * 1024;

/** Whoever was handed papers without a code writes to the registry here, and needs no mail program for it. */
export function askCodePages(ports: WebPorts, tools: PageTools): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get('/join/ask', unlisted, (c) => askPage(c, tools, EMPTY_FORM, []));
  app.get('/join/asked', unlisted, (c) =>
    renderPage(c, tools, (words) => ({
      isPrivate: true,
      title: words.askCode.sent,
      body: <CodeAskedPage words={words} />,
    })),
  );
  app.post('/join/ask', unlisted, limitedBody(MAX_BYTES), rateLimitedFor(ports, 'signIn'), async (c) => {
    const sent = await readPageForm(c);
    const words = wordsFor(c.get('language'));
    const asked = readAsked(sent);
    const errors = wrongIn(asked, words);
    if (errors.length > 0) return askPage(c, tools, sent, errors);
    const client = ports.addressOf(c.env, c.req.raw.headers);
    const key = formKey(sent, tools.ids);
    const outcome = await askForCode(ports, { ...asked, language: words.lang }, { client, key });
    if (outcome === 'asked') return c.redirect('/join/asked', 303);
    return askPage(c, tools, sent, [{ message: fill(words.askCode.tooOften, { contact: tools.tribunal.contact }) }]);
  });
  return app;
}

type Asked = Record<keyof typeof MOST_CHARACTERS, string>;

function readAsked(sent: PageForm): Asked {
  const text = (name: keyof Asked) => withoutOverrides(sent.text(name)).trim();
  return { name: text('name'), reference: text('reference'), papers: text('papers'), reach: text('reach') };
}

function wrongIn(asked: Asked, { askCode: said }: Words): PageError[] {
  return Object.entries(MOST_CHARACTERS).flatMap(([field, max]) => {
    const text = asked[field as keyof Asked];
    const missing = field === 'reference' ? undefined : said.missing[field as keyof typeof said.missing];
    if (isUnseen(text) && missing) return [{ field, message: missing }];
    return text.length > max ? [{ field, message: fill(said.tooLong, { max }) }] : [];
  });
}

function askPage(c: Context<WebEnv>, tools: PageTools, sent: PageForm, errors: readonly PageError[]): Response {
  return renderPage(c, tools, (words) => ({
    isPrivate: true,
    title: words.askCode.title,
    errors,
    body: (
      <AskCodePage
        words={words}
        sent={sent}
        errors={errors}
        contact={tools.tribunal.contact}
        idempotencyKey={formKey(sent, tools.ids)}
      />
    ),
  }));
}
