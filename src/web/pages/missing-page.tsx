/** @jsxImportSource hono/jsx */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { Button } from '../components/button.tsx';
import type { WebEnv } from '../web-env.ts';
import { type PageTools, renderPage } from './render-page.tsx';

/** For a browser that was led to an address where there is nothing, or nothing that its user may see. */
export function missingPage(c: Context<WebEnv>, tools: PageTools, status: ContentfulStatusCode = 404): Response {
  return renderPage(c, tools, ({ missing, home }) => ({
    title: missing.title,
    status,
    isPlain: true,
    body: (
      <>
        <h1>{missing.title}</h1>
        <p>{missing.text}</p>
        <p>{missing.help}</p>
        <div class="govuk-button-group">
          <Button href="/cases">{missing.mine}</Button>
          <a class="govuk-link" href="/">
            {home.back}
          </a>
        </div>
      </>
    ),
  }));
}
