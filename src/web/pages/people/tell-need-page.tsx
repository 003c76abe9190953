/** @jsxImportSource hono/jsx */

import { NEED_READER_WORDS } from '../../../domain/forms/need-forms.ts';
import {
  mayBeReadBy,
  NEED_KINDS,
  NEED_READERS,
  NEED_TEXT_LENGTH,
  NEED_WORDS,
  type NeedKind,
} from '../../../domain/need.ts';
import { textIn } from '../../../domain/text-in.ts';
import { BackLink } from '../../components/back-link.tsx';
import { Button } from '../../components/button.tsx';
import { Checkboxes } from '../../components/checkboxes.tsx';
import { Radios } from '../../components/radios.tsx';
import { fill, type Words } from '../../words.ts';
import { WhoReads } from '../case/who-reads.tsx';
import { TextField } from '../forms/text-field.tsx';
import { errorFor, type PageError, PageErrors } from '../page-errors.tsx';
import type { PageForm } from '../page-form.ts';
import type { NeedsModel, PartyNeeds } from './needs-model.ts';
import { type NeedsQuery, needsPath } from './needs-path.ts';

interface Props {
  readonly words: Words;
  readonly model: NeedsModel;
  readonly of: PartyNeeds;
  readonly query: NeedsQuery;
  readonly errors: readonly PageError[];
}

/** What kind of thing would help: one question, four answers, and no reason asked for. */
export function NeedKindPage({ words, model, of, query, errors }: Props) {
  const { needs: said } = words;
  return (
    <>
      <BackLink href={needsPath(model.theCase.id, '', query)}>{words.guided.back}</BackLink>
      <PageErrors words={words} errors={errors} />
      <About words={words} model={model} of={of} />
      <form method="get" action={needsPath(model.theCase.id, 'tell')} novalidate>
        {Object.entries({ ...query, asked: '1' }).map(([name, value]) =>
          value ? <input type="hidden" name={name} value={value} /> : null,
        )}
        <Radios
          name="kind"
          id="f-kind"
          fieldset={{ legend: said.kind, isPageHeading: true, legendClass: 'govuk-fieldset__legend--l' }}
          hint={said.noReason}
          error={errorFor(words, errors, 'kind')}
          choices={NEED_KINDS.map((kind) => ({
            value: kind,
            text: textIn(NEED_WORDS[kind].title, words.lang),
            hint: textIn(NEED_WORDS[kind].hint, words.lang),
          }))}
        />
        <Button>{words.start.submit}</Button>
      </form>
    </>
  );
}

interface TellProps extends Props {
  readonly kind: NeedKind;
  readonly sent: PageForm;
  readonly idempotencyKey: string;
}

/** What of it would help, and who may know. */
export function TellNeedPage({ words, model, of, query, kind, sent, errors, idempotencyKey }: TellProps) {
  const { needs: said } = words;
  const { title, wants } = NEED_WORDS[kind];
  return (
    <>
      <BackLink href={needsPath(model.theCase.id, query.need ? '' : 'tell', { ...query, kind: undefined })}>
        {words.guided.back}
      </BackLink>
      <PageErrors words={words} errors={errors} />
      <About words={words} model={model} of={of} />
      <h1>{textIn(title, words.lang)}</h1>
      <WhoReads isPrivileged>{kind === 'safety' ? said.safetyReaders : said.readers}</WhoReads>
      <form method="post" action={needsPath(model.theCase.id, 'tell', { ...query, kind })} novalidate>
        <input type="hidden" name="_key" value={idempotencyKey} />
        <Checkboxes
          name="wants"
          id="f-wants"
          fieldset={{ legend: said.wants, legendClass: 'govuk-fieldset__legend--m' }}
          hint={said.wantsHint}
          error={errorFor(words, errors, 'wants')}
          values={sent.texts('wants')}
          choices={Object.entries(wants).map(([value, label]) => ({ value, text: textIn(label, words.lang) }))}
        />
        <TextField
          name="details"
          label={said.details[kind]}
          hint={said.noReason}
          words={words}
          value={sent.text('details')}
          errors={errors}
          long
          max={NEED_TEXT_LENGTH}
        />
        <Checkboxes
          name="readers"
          id="f-readers"
          fieldset={{ legend: said.whoElse, legendClass: 'govuk-fieldset__legend--m' }}
          hint={kind === 'safety' ? said.whoElseSafety : said.whoElseHint}
          error={errorFor(words, errors, 'readers')}
          values={sent.texts('readers')}
          choices={NEED_READERS.filter((one) => mayBeReadBy(kind, [one])).map((value) => ({
            value,
            text: textIn(NEED_READER_WORDS[value], words.lang),
          }))}
        />
        <Button preventDoubleClick>{query.need ? said.sendChange : said.send}</Button>
      </form>
    </>
  );
}

/** For whom it is told, where that is somebody else. */
function About({ words, model, of }: Pick<Props, 'words' | 'model' | 'of'>) {
  return (
    <>
      <p class="quiet cap">{model.theCase.reference}</p>
      {!of.isOwn && <p>{fill(words.needs.recordFor, { name: of.party.name })}</p>}
    </>
  );
}
