/** @jsxImportSource hono/jsx */
import { BackLink } from '../../components/back-link.tsx';
import { Button } from '../../components/button.tsx';
import { fill, type Words } from '../../words.ts';
import { TextField } from '../forms/text-field.tsx';
import { type PageError, PageErrors } from '../page-errors.tsx';
import type { PageForm } from '../page-form.ts';

/** What is asked, and how much of it is taken. */
export const MOST_CHARACTERS = { name: 200, reference: 50, papers: 2_000, reach: 500 } as const;

interface Props {
  readonly words: Words;
  readonly sent: PageForm;
  readonly errors: readonly PageError[];
  /** The registry's address. */
  readonly contact: string;
  readonly idempotencyKey: string;
}

/** Somebody has papers and no code: who they are, what the papers say, and how to reach them. */
export function AskCodePage({ words, sent, errors, contact, idempotencyKey }: Props) {
  const { askCode: said } = words;
  const field = (name: keyof typeof MOST_CHARACTERS) => ({ name, words, errors, value: sent.text(name) });
  return (
    <>
      <BackLink href="/join">{words.guided.back}</BackLink>
      <PageErrors words={words} errors={errors} />
      <h1>{said.title}</h1>
      <p class="lead">{said.lead}</p>
      <form method="post" action="/join/ask" novalidate>
        <input type="hidden" name="_key" value={idempotencyKey} />
        <TextField {...field('name')} label={said.name} autocomplete="name" required />
        <TextField
          {...field('reference')}
          label={said.reference}
          hint={said.referenceHint}
          autocomplete="off"
          width={20}
        />
        <TextField {...field('papers')} label={said.papers} hint={said.papersHint} long max={MOST_CHARACTERS.papers} />
        <TextField {...field('reach')} label={said.reach} hint={said.reachHint} long max={MOST_CHARACTERS.reach} />
        <Button preventDoubleClick>{said.submit}</Button>
      </form>
      <p class="quiet">{fill(said.or, { contact })}</p>
    </>
  );
}

/** Sent; what comes next. */
export function CodeAskedPage({ words: { askCode: said } }: Pick<Props, 'words'>) {
  return (
    <>
      <h1>{said.sent}</h1>
      <p class="lead">{said.sentText}</p>
      <p>
        <a href="/join">{said.sentNext}</a>
      </p>
    </>
  );
}
