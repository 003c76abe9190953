/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { BackLink } from '../components/back-link.tsx';
import { Table } from '../components/table.tsx';
import type { DemoMail, DemoMessage, DemoPorts } from '../demo-ports.ts';
import { type PageTools, renderPage } from '../pages/render-page.tsx';
import { problem } from '../problems/problem.ts';
import type { WebEnv } from '../web-env.ts';
import type { Words } from '../words.ts';

const MAIL_SHOWN = 200;

/** A mail is a page of somebody else's: it may show its own style and pictures it brings along, and do nothing. */
const MAIL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'self'";

/** The mail that would have been sent. */
export function mailboxRoutes(demo: DemoPorts, tools: PageTools): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get('/mail', async (c) => {
    const mails = await demo.listMail(MAIL_SHOWN);
    if (wantsJson(c)) return c.json({ items: mails, next: null });
    return renderPage(c, tools, (words) => ({
      title: words.mail.title,
      body: <Mailbox words={words} mails={mails} />,
    }));
  });
  app.get('/mail/:key', async (c) => {
    const message = await demo.readMail(c.req.param('key'));
    if (!message) return problem(c, 'NotFound');
    if (wantsJson(c)) return c.json(message);
    return renderPage(c, tools, (words) => ({
      title: message.subject,
      body: <Message words={words} message={message} />,
    }));
  });
  app.get('/mail/:key/html', async (c) => {
    const message = await demo.readMail(c.req.param('key'));
    if (!message) return problem(c, 'NotFound');
    c.header('Content-Security-Policy', MAIL_POLICY);
    c.header('X-Frame-Options', 'SAMEORIGIN');
    return c.html(message.html);
  });
  return app;
}

/** A program rather than a browser: scripts read sign-in codes here. */
function wantsJson(c: Context): boolean {
  const accept = c.req.header('accept') ?? '';
  return accept.includes('application/json') && !accept.includes('text/html');
}

const pathOf = ({ key }: DemoMail) => `/dev/mail/${encodeURIComponent(key)}`;

function Mailbox({ words: { mail, lang }, mails }: { readonly words: Words; readonly mails: readonly DemoMail[] }) {
  return (
    <>
      <h1>{mail.title}</h1>
      <p>{mail.lead}</p>
      {mails.length === 0 ? (
        <p class="card">{mail.empty}</p>
      ) : (
        <Table
          class="cards"
          head={[mail.when, mail.to, mail.subject, mail.status].map((content) => ({ content }))}
          rows={mails.map((one) => [
            { content: <When at={one.at} /> },
            { content: one.to },
            { content: <a href={`${pathOf(one)}?lang=${lang}`}>{one.subject}</a> },
            { content: one.status },
          ])}
        />
      )}
    </>
  );
}

/** To the second, as in a log: this page is for who tries the program. */
function When({ at }: { readonly at: string }) {
  return <time datetime={at}>{at.replace('T', ' ').replace(/\.\d+Z$/, ' UTC')}</time>;
}

function Message({ words: { mail, lang }, message }: { readonly words: Words; readonly message: DemoMessage }) {
  return (
    <>
      <BackLink href={`/dev/mail?lang=${lang}`}>{mail.back}</BackLink>
      <h1>{message.subject}</h1>
      <p class="quiet">
        {mail.to}: {message.to} · <When at={message.at} /> · {message.status}
      </p>
      <h2>{mail.asPage}</h2>
      <iframe src={`${pathOf(message)}/html`} sandbox="" title={`${mail.asPage}: ${message.subject}`} />
      <h2>{mail.asText}</h2>
      <pre tabindex={0}>{message.text}</pre>
    </>
  );
}
