/** @jsxImportSource hono/jsx */
import type { VerifiedOrder } from '../../../app/queries/verify-order.ts';
import { formatMoney } from '../../../domain/texts/format-value.ts';
import { Button } from '../../components/button.tsx';
import { FileUpload } from '../../components/file-upload.tsx';
import { NotificationBanner } from '../../components/notification-banner.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { fill, type Words } from '../../words.ts';
import { TextField } from '../forms/text-field.tsx';
import { dayInWords, dayOfMoment } from '../moment-in-words.ts';
import { type PageError, PageErrors } from '../page-errors.tsx';
import { StandingTag } from './standing-tag.tsx';

/** What somebody held against the order. */
export interface Compared {
  readonly name: string;
  /** Absent: no file was sent. */
  readonly isOurFile?: boolean;
}

interface Props {
  readonly words: Words;
  readonly order: VerifiedOrder;
  readonly tribunal: string;
  readonly zone: string;
  readonly compared: Compared | undefined;
  readonly errors: readonly PageError[];
}

/** That an order is the tribunal's, whether it still stands, what is on its paper, and a way to hold a copy against it. */
export function VerifiedOrderPage(props: Props) {
  const { words, order, tribunal, zone, errors } = props;
  const { verify: said } = words;
  const on = order.standingAt === null ? '' : dayOfMoment(order.standingAt, zone, words);
  return (
    <>
      <PageErrors words={words} errors={errors} />
      <Result {...props} />
      <h1>{fill(said.found, { tribunal })}</h1>
      <p class="lead">{fill(said.standing[order.standing], { on })}</p>
      <p>
        <StandingTag words={words} zone={zone} of={order} />
      </p>
      <div class="card">
        <SummaryList rows={factsOf(words, order)} />
      </div>
      <p class="quiet">{said.initials}</p>
      {order.decision && (
        <p>
          <a href={`/register/${encodeURIComponent(order.decision)}`}>{said.published}</a>
        </p>
      )}
      <Compare {...props} />
      <p>
        <a href="/verify">{said.another}</a>
      </p>
    </>
  );
}

function factsOf(words: Words, order: VerifiedOrder) {
  const { verify: said, lang } = words;
  const kind = said.kinds[order.order as keyof typeof said.kinds] ?? order.order;
  return [
    { question: said.code, answer: <code>{order.code}</code> },
    { question: said.kind, answer: kind },
    { question: said.paper, answer: <span lang={order.language}>{order.title}</span> },
    { question: said.reference, answer: order.reference },
    { question: said.issued, answer: dayInWords(order.issuedOn, words) },
    ...order.parties.map(({ role, initials }) => ({
      question: <span lang={order.language}>{role}</span>,
      answer: initials,
    })),
    ...(order.amount === undefined
      ? []
      : [{ question: said.amount, answer: formatMoney(order.amount, order.currency, lang) }]),
    { question: said.sha256, answer: order.sha256 ? <code class="hash">{order.sha256}</code> : said.making },
  ];
}

function Result({ words, order, compared }: Props) {
  if (!compared) return null;
  const { verify: said } = words;
  const { isOurFile } = compared;
  const isGood = isOurFile !== false && order.isNamed !== false;
  return (
    <NotificationBanner title={said.result} isSuccess={isGood} role="alert">
      {isOurFile !== undefined && <p>{isOurFile ? said.sameFile : said.otherFile}</p>}
      {order.isNamed !== undefined && (
        <p>
          <b>{compared.name}</b>
          <br />
          {order.isNamed ? said.named : said.notNamed}
        </p>
      )}
    </NotificationBanner>
  );
}

function Compare({ words, order, errors, compared }: Props) {
  const { verify: said } = words;
  return (
    <>
      <h2>{said.compare}</h2>
      <p>{said.notKept}</p>
      <form method="post" action={`/verify/${encodeURIComponent(order.code)}`} enctype="multipart/form-data" novalidate>
        <TextField
          name="name"
          label={said.name}
          hint={said.nameHint}
          words={words}
          value={compared?.name ?? ''}
          errors={errors}
          autocomplete="off"
        />
        <FileUpload id="f-file" name="file" label={said.file} hint={said.fileHint} />
        <Button class="govuk-button--secondary">{said.check}</Button>
      </form>
    </>
  );
}
