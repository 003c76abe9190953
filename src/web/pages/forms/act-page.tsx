/** @jsxImportSource hono/jsx */
import type { FeeView } from '../../../app/queries/action-view.ts';
import { named } from '../../../domain/definition/definition-view.ts';
import { isEngineEvent } from '../../../domain/forms/engine-forms.ts';
import { textIn } from '../../../domain/text-in.ts';
import { formatMoney } from '../../../domain/texts/format-value.ts';
import { BackLink } from '../../components/back-link.tsx';
import { Button } from '../../components/button.tsx';
import { InsetText } from '../../components/inset-text.tsx';
import { WarningText } from '../../components/warning-text.tsx';
import { fill, type Words } from '../../words.ts';
import { actionPath } from '../case/action-path.ts';
import { WhoReads } from '../case/who-reads.tsx';
import { momentInWords } from '../moment-in-words.ts';
import { type PageError, PageErrors } from '../page-errors.tsx';
import type { PageForm } from '../page-form.ts';
import { OfferTerms } from '../room/offer-terms.tsx';
import type { ActModel } from './act-model.ts';
import { Agreement } from './agreement.tsx';
import { AnswerField } from './answer-field.tsx';
import { backFrom } from './back-from.ts';
import { conditionWords } from './condition-words.ts';
import type { KeptFile } from './files-field.tsx';

interface Props {
  readonly words: Words;
  readonly model: ActModel;
  readonly sent: PageForm;
  readonly errors: readonly PageError[];
  /** Files of an earlier try, by field. */
  readonly kept: ReadonlyMap<string, readonly KeptFile[]>;
  /** Sent with the form: however often the button is pressed, it is done once. */
  readonly idempotencyKey: string;
}

/** One thing to do in a case: its questions, what it costs, and one button. */
export function ActPage({ words, model, sent, errors, kept, idempotencyKey }: Props) {
  const { theCase, action, form, names, event, party } = model;
  const hasFiles = form.pages.some(({ fields }) => fields.some(({ type }) => type === 'file'));
  const { confirm, fee, owed } = action ?? {};
  return (
    <>
      <BackLink href={backFrom(model)}>{model.isInTalks ? words.room.back : words.act.cancel}</BackLink>
      <PageErrors words={words} errors={errors} />
      <ActHead words={words} model={model} />
      {form.pages.length > 0 && !isEngineEvent(event) && <ActReaders words={words} model={model} />}
      <form
        method="post"
        action={actionPath(theCase.id, { event, ...(party ? { party } : {}) })}
        enctype={hasFiles ? 'multipart/form-data' : undefined}
        novalidate
      >
        <input type="hidden" name="_key" value={idempotencyKey} />
        {model.answering && <input type="hidden" name="_answering" value={model.answering} />}
        {model.answersTo && (
          <section class="card offer terms">
            <div class="inside">
              <OfferTerms words={words} model={model} offer={{ terms: model.answersTo }} />
            </div>
          </section>
        )}
        {model.agreement && <Agreement words={words} model={model} agreement={model.agreement} />}
        {model.isAgreementHidden && <WarningText prefix={words.act.warning}>{words.agreement.hidden}</WarningText>}
        <Questions words={words} model={model} sent={sent} errors={errors} kept={kept} />
        {fee && <ActFee words={words} model={model} fee={fee} />}
        {owed && <KnownFee words={words} model={model} name={owed.name} amount={owed.amount} />}
        {confirm && <WarningText prefix={words.act.warning}>{confirm}</WarningText>}
        <Button preventDoubleClick>{action?.title ?? names.event(event)}</Button>
      </form>
    </>
  );
}

/** What is to be done, about whom, and by when. */
export function ActHead({
  words,
  model,
  title,
}: Pick<Props, 'words' | 'model'> & { readonly title?: string | undefined }) {
  const { theCase, action, names, event, party, isOwn } = model;
  const about = isOwn ? undefined : theCase.parties.find(({ id }) => id === party);
  const { deadline, hint } = action ?? {};
  // What the engine offers the tribunal is about a date of others.
  const until = isEngineEvent(event) ? words.theCase.dueBy : words.theCase.by;
  return (
    <>
      <p class="quiet cap">{theCase.reference}</p>
      <h1>{title ?? action?.title ?? names.event(event)}</h1>
      {about && <p>{fill(words.act.about, { name: about.name })}</p>}
      {hint && <p class="lead">{hint}</p>}
      {deadline && (
        <p>
          <b>{fill(until, { when: momentInWords(deadline.dueAt, deadline.zone, words) })}</b>
        </p>
      )}
    </>
  );
}

/** Who can read what is written: stands above the boxes. */
export function ActReaders({ words, model: { isPrivileged } }: Pick<Props, 'words' | 'model'>) {
  return (
    <WhoReads isPrivileged={isPrivileged}>{isPrivileged ? words.act.readersRoom : words.act.readersCase}</WhoReads>
  );
}

function Questions({ words, model, sent, errors, kept }: Omit<Props, 'idempotencyKey'>) {
  const { form, theCase, definition } = model;
  return (
    <>
      {form.pages.map(({ title, hint, fields }) => (
        <>
          {title && <h2>{textIn(title, words.lang)}</h2>}
          {hint && <p>{textIn(hint, words.lang)}</p>}
          {fields.map((field) => (
            <AnswerField
              field={field}
              isSaidPrivileged={model.isPrivileged}
              words={words}
              currency={definition.currency}
              sent={sent}
              errors={errors}
              parties={theCase.parties}
              kept={kept.get(field.id) ?? []}
            />
          ))}
        </>
      ))}
    </>
  );
}

/** A fee that is settled, by its name. `amount`: cents. */
export function KnownFee({
  words,
  model: { definition },
  name,
  amount,
}: Pick<Props, 'words' | 'model'> & { readonly name: string; readonly amount: number }) {
  const title = textIn(named(definition.fees, name)?.title, words.lang) || words.ways.fee;
  return (
    <InsetText>
      <p>
        <b>{fill(words.explore.fee, { title, amount: formatMoney(amount, definition.currency, words.lang) })}</b>
      </p>
    </InsetText>
  );
}

/** What it costs, before the button: also where the answers decide. */
export function ActFee({ words, model, fee }: Pick<Props, 'words' | 'model'> & { readonly fee: FeeView }) {
  const money = (cents: number) => formatMoney(cents, fee.currency, words.lang);
  return (
    <InsetText>
      <p>
        <b>{fill(words.act.fee, { amount: money(fee.amount) })}</b>
      </p>
      {fee.bands?.map(({ if: condition, amount }) => {
        const said = conditionWords(condition, model.form, fee.currency, words);
        return (
          <p>
            {said
              ? fill(words.act.feeIf, { amount: money(amount), condition: said })
              : fill(words.act.feeElse, { amount: money(amount) })}
          </p>
        );
      })}
    </InsetText>
  );
}
