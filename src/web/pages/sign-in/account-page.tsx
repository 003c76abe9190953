/** @jsxImportSource hono/jsx */
import type { Identity } from '../../../app/ports/identity.ts';
import { formatDate } from '../../../domain/texts/format-value.ts';
import type { Viewer } from '../../../domain/viewer.ts';
import { Button } from '../../components/button.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { fill, type Words } from '../../words.ts';

interface Props {
  readonly words: Words;
  readonly viewer: Extract<Viewer, { kind: 'user' }>;
  readonly linked: readonly (Identity & { readonly linkedAt: string })[];
  /** What the Digital ID is called. */
  readonly provider: string;
  /** Where they were going when they came here for the first time. */
  readonly next: string | undefined;
}

/** Who someone is here, and how they sign in. */
export function AccountPage({ words, viewer, linked, provider, next }: Props) {
  const { yourAccount: said } = words;
  const since = linked[0]?.linkedAt;
  const isLinked = since !== undefined;
  return (
    <>
      <h1>{said.title}</h1>
      {next && (
        <div class="note">
          <p>{fill(said.first, { provider })}</p>
          {viewer.email === '' && <p>{fill(said.firstNoEmail, { provider })}</p>}
          <p>
            <a href={next}>{said.goOn}</a>
          </p>
        </div>
      )}
      <div class="card narrow">
        <SummaryList
          rows={[
            { question: said.name, answer: viewer.name },
            { question: said.email, answer: viewer.email || said.noEmail },
            {
              question: provider,
              answer: since ? fill(said.linked, { date: formatDate(since.slice(0, 10), words.lang) }) : said.notLinked,
            },
          ]}
        />
      </div>
      {!isLinked && (
        <form method="post" action="/account/digital-id">
          <p>{fill(said.linkText, { provider })}</p>
          <Button preventDoubleClick>{fill(said.link, { provider })}</Button>
        </form>
      )}
      {isLinked && viewer.email !== '' && (
        <form method="post" action="/account/digital-id/removal">
          <p>{fill(said.unlinkText, { provider })}</p>
          <Button class="govuk-button--secondary">{fill(said.unlink, { provider })}</Button>
        </form>
      )}
    </>
  );
}
