/** @jsxImportSource hono/jsx */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { Button } from '../components/button.tsx';
import { PROBLEMS, type ProblemReason } from '../problems/problems.ts';
import type { WebEnv } from '../web-env.ts';
import type { Words } from '../words.ts';
import { missingPage } from './missing-page.tsx';
import { type PageTools, renderPage } from './render-page.tsx';

/** For a browser whose page could not be made or whose form was not taken: why, and what its user can do. */
export function problemPage(c: Context<WebEnv>, tools: PageTools, reason: ProblemReason): Response {
  const told = TOLD[reason] ?? 'refused';
  const status = PROBLEMS[reason].status as ContentfulStatusCode;
  if (told === 'missing') return missingPage(c, tools, status);
  return renderPage(c, tools, ({ failed, home, missing }) => ({
    title: failed[told].title,
    status,
    isPlain: true,
    body: (
      <>
        <h1>{failed[told].title}</h1>
        <p>{failed[told].text}</p>
        <p>{failed[told].help}</p>
        <div class="govuk-button-group">
          {WAITED_FOR.includes(told) ? (
            <Button href={c.req.path}>{missing.again}</Button>
          ) : (
            <Button href="/cases">{missing.mine}</Button>
          )}
          <a class="govuk-link" href="/">
            {home.back}
          </a>
        </div>
      </>
    ),
  }));
}

/** It is there in a while. */
const WAITED_FOR: readonly string[] = ['inTheMaking', 'beingChecked'] satisfies (keyof Words['failed'])[];

/** What pages say of each; of all else, that it was not taken. */
const TOLD: { readonly [R in ProblemReason]?: keyof Words['failed'] | 'missing' } = {
  NotFound: 'missing',
  MethodNotAllowed: 'missing',
  StorageUnavailable: 'notNow',
  CalendarMissing: 'notNow',
  TooManyRequests: 'tooOften',
  TooLarge: 'tooLarge',
  CrossSite: 'elsewhere',
  DocumentNotReady: 'inTheMaking',
  FileBeingChecked: 'beingChecked',
  FileInfected: 'infected',
  Unexpected: 'broken',
};
