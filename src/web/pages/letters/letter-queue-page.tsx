/** @jsxImportSource hono/jsx */
import type { LetterView } from '../../../app/letters/letters-here.ts';
import { Button } from '../../components/button.tsx';
import { NotificationBanner } from '../../components/notification-banner.tsx';
import { Pagination } from '../../components/pagination.tsx';
import { Tag } from '../../components/tag.tsx';
import { WarningText } from '../../components/warning-text.tsx';
import { fill, type Words } from '../../words.ts';
import { DateField } from '../forms/date-field.tsx';
import { TextField } from '../forms/text-field.tsx';
import { dayOfMoment } from '../moment-in-words.ts';
import { type PageError, PageErrors } from '../page-errors.tsx';
import type { PageForm } from '../page-form.ts';
import { contactPath } from '../people/contact-path.ts';
import { letterQueuePath } from './letter-queue-path.ts';

interface Props {
  readonly words: Words;
  readonly letters: readonly LetterView[];
  /** Where this page begins; absent: with the oldest. And where the next one does. */
  readonly cursor: string | undefined;
  readonly next: string | null;
  /** Where the tribunal sits. */
  readonly zone: string;
  /** The letter that a form was sent for, and what is wrong with it. */
  readonly tried: { readonly id: string; readonly sent: PageForm; readonly errors: readonly PageError[] } | undefined;
  /** Today, in the controls of a form that nobody has sent. */
  readonly today: PageForm;
  readonly isDone: boolean;
}

/** What the registry prints and posts, oldest first. */
export function LetterQueuePage({ words, letters, cursor, next, zone, tried, today, isDone }: Props) {
  const { letters: said, theCase } = words;
  return (
    <>
      <PageErrors words={words} errors={tried?.errors ?? []} />
      {isDone && (
        <NotificationBanner title={theCase.saved} isSuccess>
          <p class="govuk-notification-banner__heading">{said.done}</p>
        </NotificationBanner>
      )}
      <h1>{said.title}</h1>
      <p class="lead">{said.lead}</p>
      <p class="quiet">{said.cameBack}</p>
      {letters.length === 0 && <p class="card">{said.none}</p>}
      {letters.map((letter, index) => {
        const own = tried?.id === letter.id ? tried : undefined;
        const form = { name: own ? '' : `${index}`, sent: own?.sent ?? today, errors: own?.errors ?? [] };
        return <OneLetter words={words} letter={letter} zone={zone} cursor={cursor} form={form} />;
      })}
      {(cursor || next) && (
        <Pagination
          label={said.pages}
          previous={cursor ? { href: letterQueuePath(undefined), text: said.oldest } : undefined}
          next={next ? { href: letterQueuePath(next), text: said.next } : undefined}
        />
      )}
    </>
  );
}

interface OneProps extends Pick<Props, 'words' | 'zone' | 'cursor'> {
  readonly letter: LetterView;
  readonly form: { readonly name: string; readonly sent: PageForm; readonly errors: readonly PageError[] };
}

function OneLetter({ words, letter, zone, cursor, form }: OneProps) {
  const { letters: said } = words;
  const { id, reference, caseId, subject, to, isReady, enclosed } = letter;
  return (
    <section class="card" aria-labelledby={`to-${id}`}>
      <h2 id={`to-${id}`}>
        {to.name} {to.isProtected && <Tag class="govuk-tag--red">{said.secret}</Tag>}
      </h2>
      <p class="quiet">
        <a href={`/cases/${encodeURIComponent(caseId)}`}>{reference}</a> · <span lang={letter.language}>{subject}</span>{' '}
        · {fill(said.written, { date: dayOfMoment(letter.writtenAt, zone, words) })}
      </p>
      {to.address ? (
        <p class="text">{to.address}</p>
      ) : (
        <WarningText prefix={words.act.warning}>
          {said.noAddress} <a href={contactPath(caseId, to.party)}>{said.addAddress}</a>
        </WarningText>
      )}
      {to.isProtected && <p>{said.secretText}</p>}
      {to.address && !isReady && <p>{said.making}</p>}
      {isReady && (
        <p>
          <a href={`/letters/${encodeURIComponent(id)}/letter.pdf`} aria-label={fill(said.printOf, { name: to.name })}>
            {said.print}
          </a>
        </p>
      )}
      {enclosed.length > 0 && (
        <>
          <h3>{said.enclosed}</h3>
          <ul>
            {enclosed.map((document) => (
              <li>
                <a href={`/documents/${encodeURIComponent(document.id)}`}>{document.title}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {isReady && <Posted words={words} letter={letter} cursor={cursor} form={form} />}
    </section>
  );
}

/** When it was posted. Each form has ids of its own on the page. */
function Posted({ words, letter: { id, to }, cursor, form }: Pick<OneProps, 'words' | 'letter' | 'cursor' | 'form'>) {
  const { letters: said } = words;
  const suffix = form.name === '' ? '' : `-${form.name}`;
  return (
    <form method="post" action={`/letters/${encodeURIComponent(id)}/posted`} novalidate>
      <DateField
        name={`on${suffix}`}
        label={said.on}
        isHeading={false}
        hint={undefined}
        words={words}
        sent={form.sent}
        errors={form.errors}
      />
      <TextField name={`tracking${suffix}`} label={said.tracking} words={words} errors={form.errors} width={20} />
      <input type="hidden" name="_suffix" value={suffix} />
      {cursor && <input type="hidden" name="_cursor" value={cursor} />}
      <Button preventDoubleClick attributes={{ 'aria-label': fill(said.postedOf, { name: to.name }) }}>
        {said.posted}
      </Button>
    </form>
  );
}
