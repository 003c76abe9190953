/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import { BackLink } from '../components/back-link.tsx';
import { Table } from '../components/table.tsx';
import { Prose } from '../docs/prose.tsx';
import { PROBLEMS, type ProblemReason } from '../problems/problems.ts';
import { REMEDIES } from '../problems/remedies.ts';
import type { WebEnv } from '../web-env.ts';
import type { Words } from '../words.ts';
import { missingPage } from './missing-page.tsx';
import { type PageTools, renderPage } from './render-page.tsx';

/** What the `type` of a problem leads to: the closed set of reasons, explained. */
export function problemRoutes(tools: PageTools): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const all = Object.keys(PROBLEMS) as ProblemReason[];
  app.get('/problems', (c) =>
    renderPage(c, tools, (words) => ({ title: words.problems.title, body: <Problems words={words} reasons={all} /> })),
  );
  app.get('/problems/:reason', (c) => {
    const reason = all.find((one) => one === c.req.param('reason'));
    if (!reason) return missingPage(c, tools);
    return renderPage(c, tools, (words) => ({ title: reason, body: <OneProblem words={words} reason={reason} /> }));
  });
  return app;
}

function Problems({
  words: { problems },
  reasons,
}: {
  readonly words: Words;
  readonly reasons: readonly ProblemReason[];
}) {
  return (
    <>
      <h1>{problems.title}</h1>
      <p>{problems.lead}</p>
      <Table
        class="cards"
        head={[problems.reason, problems.status, problems.meaning].map((content) => ({ content }))}
        rows={reasons.map((reason) => [
          { content: <Reason reason={reason} /> },
          { content: PROBLEMS[reason].status },
          { content: <span lang="en">{PROBLEMS[reason].title}</span> },
        ])}
      />
    </>
  );
}

function Reason({ reason }: { readonly reason: ProblemReason }) {
  return (
    <a href={`/problems/${reason}`} lang="en">
      <code>{reason}</code>
    </a>
  );
}

function OneProblem({ words: { problems }, reason }: { readonly words: Words; readonly reason: ProblemReason }) {
  return (
    <>
      <BackLink href="/problems">{problems.all}</BackLink>
      <h1>
        <code>{reason}</code>
      </h1>
      <p>
        {problems.status}: {PROBLEMS[reason].status}
      </p>
      <p lang="en" class="lead">
        {PROBLEMS[reason].title}
      </p>
      <h2>{problems.remedy}</h2>
      <p lang="en">
        <Prose text={REMEDIES[reason]} />
      </p>
    </>
  );
}
