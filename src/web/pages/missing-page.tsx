/** @jsxImportSource hono/jsx */
import type { Context } from 'hono';
import type { WebEnv } from '../web-env.ts';
import { type PageTools, renderPage } from './render-page.tsx';

/** For a browser that was led to an address where there is nothing, or nothing that its user may see. */
export function missingPage(c: Context<WebEnv>, tools: PageTools): Response {
  return renderPage(c, tools, ({ missing, home }) => ({
    title: missing.title,
    status: 404,
    body: (
      <>
        <h1>{missing.title}</h1>
        <p>{missing.text}</p>
        <p>
          <a href="/">{home.back}</a>
        </p>
      </>
    ),
  }));
}
