/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { answerHelpRequest } from '../../../app/answer-help-request.ts';
import { type HelpRequestView, readHelpRequests } from '../../../app/queries/list-help-requests.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { Button } from '../../components/button.tsx';
import { WarningText } from '../../components/warning-text.tsx';
import { limitedBody } from '../../requests/limited-body.ts';
import type { WebEnv } from '../../web-env.ts';
import type { WebPorts } from '../../web-ports.ts';
import { fill, type Words, wordsFor } from '../../words.ts';
import { formKey } from '../forms/form-key.ts';
import { refusalWords } from '../forms/refusal-words.ts';
import { missingPage } from '../missing-page.tsx';
import { type PageError, PageErrors } from '../page-errors.tsx';
import { EMPTY_FORM, type PageForm, readPageForm } from '../page-form.ts';
import { type PageTools, renderPage } from '../render-page.tsx';
import { requireSignIn } from '../sign-in/require-sign-in.tsx';
import { WhatHelpMeans } from './what-help-means.tsx';

const PATH = '/cases/:id/help-request';
const MAX_BYTES = 16 * 1024;

/** Where someone who was asked to stand beside a party says yes or no. Until then nothing of the case is theirs to see. */
export function helpRequestPages(ports: WebPorts, tools: PageTools): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get(PATH, requireSignIn(tools), (c) => requestPage(c, EMPTY_FORM, []));
  app.post(PATH, limitedBody(MAX_BYTES), requireSignIn(tools), answer);
  return app;

  function requestPage(c: Context<WebEnv>, sent: PageForm, errors: readonly PageError[]): Response {
    const [request] = readHelpRequests(ports, c.get('viewer'), idIn(c), c.get('language'));
    if (!request) return missingPage(c, tools);
    const idempotencyKey = formKey(sent, tools.ids);
    return renderPage(c, tools, (words) => ({
      isPrivate: true,
      title: titleOf(words, request),
      errors,
      body: <HelpRequestPage words={words} request={request} errors={errors} idempotencyKey={idempotencyKey} />,
    }));
  }

  async function answer(c: Context<WebEnv>): Promise<Response> {
    const sent = await readPageForm(c);
    const given = sent.text('answer') === 'accept' ? 'accept' : 'decline';
    const asked = { request: sent.text('request').slice(0, 200), answer: given } as const;
    const requestHash = ports.ids.hash(`${c.req.path}\n${asked.request} ${given}`);
    const once = { key: formKey(sent, tools.ids), requestHash };
    const answered = await answerHelpRequest(ports, c.get('viewer'), idIn(c), asked, once);
    if (!answered) return missingPage(c, tools);
    if (isRefusal(answered))
      return requestPage(c, sent, [{ message: refusalWords(answered, wordsFor(c.get('language'))) }]);
    return c.redirect(answered.isIn ? `/cases/${encodeURIComponent(idIn(c))}` : '/cases', 303);
  }
}

/** Where the requests of a case are answered. */
export function helpRequestPath(caseId: string): string {
  return `/cases/${encodeURIComponent(caseId)}/help-request`;
}

function idIn(c: Context<WebEnv>): string {
  return (c.req.param() as Readonly<Record<string, string>>).id ?? '';
}

function titleOf({ helpRequest: said }: Words, { capacity, party }: HelpRequestView): string {
  return fill(said.title[capacity], { name: party });
}

interface Props {
  readonly words: Words;
  readonly request: HelpRequestView;
  readonly errors: readonly PageError[];
  readonly idempotencyKey: string;
}

function HelpRequestPage({ words, request, errors, idempotencyKey }: Props) {
  const { helpRequest: said } = words;
  const { id, caseId, reference, process, capacity, party } = request;
  return (
    <>
      <PageErrors words={words} errors={errors} />
      <p class="quiet cap">
        {process} · {reference}
      </p>
      <h1>{titleOf(words, request)}</h1>
      <p class="lead">{fill(said.lead, { name: party })}</p>
      <h2>{said.ifYes}</h2>
      <WhatHelpMeans words={words} capacity={capacity} of={party} />
      {capacity === 'representative' && (
        <WarningText prefix={words.act.warning}>{fill(said.binds, { name: party })}</WarningText>
      )}
      <p>{said.always}</p>
      <form method="post" action={helpRequestPath(caseId)} novalidate>
        <input type="hidden" name="_key" value={idempotencyKey} />
        <input type="hidden" name="request" value={id} />
        <div class="govuk-button-group">
          <Button name="answer" value="accept" preventDoubleClick>
            {said.accept}
          </Button>
          <Button name="answer" value="decline" class="govuk-button--secondary">
            {said.decline}
          </Button>
        </div>
      </form>
    </>
  );
}
