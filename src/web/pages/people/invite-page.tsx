/** @jsxImportSource hono/jsx */
import { BackLink } from '../../components/back-link.tsx';
import { Button } from '../../components/button.tsx';
import { Radios } from '../../components/radios.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { WarningText } from '../../components/warning-text.tsx';
import { fill, type Words } from '../../words.ts';
import { WhoReads } from '../case/who-reads.tsx';
import { TextField } from '../forms/text-field.tsx';
import { errorFor, type PageError, PageErrors } from '../page-errors.tsx';
import type { PageForm } from '../page-form.ts';
import type { HelpersModel } from './helpers-model.ts';
import { helpersPath } from './helpers-path.ts';
import { WhatHelpMeans } from './what-help-means.tsx';

interface Props {
  readonly words: Words;
  readonly model: HelpersModel;
  readonly sent: PageForm;
  readonly errors: readonly PageError[];
  readonly idempotencyKey: string;
}

export const NOTE_LENGTH = 500;

/** Whom a party wants at its side, and for what. */
export function InvitePage({ words, model: { theCase, party }, sent, errors, idempotencyKey }: Props) {
  const { helpers: said } = words;
  const text = (name: string) => ({ name, words, errors, value: sent.text(name) });
  return (
    <>
      <BackLink href={helpersPath(theCase.id, party.id)}>{words.guided.back}</BackLink>
      <PageErrors words={words} errors={errors} />
      <p class="quiet cap">{theCase.reference}</p>
      <h1>{said.inviteTitle}</h1>
      <form method="post" action={helpersPath(theCase.id, party.id, 'invite')} novalidate>
        <input type="hidden" name="_key" value={idempotencyKey} />
        <Capacity words={words} value={sent.text('capacity')} errors={errors} />
        <TextField {...text('name')} label={said.name} required />
        <TextField {...text('email')} label={said.email} hint={said.emailHint} type="email" required />
        <WhoReads isPrivileged={false}>{said.noteReaders}</WhoReads>
        <TextField {...text('note')} label={said.note} hint={said.noteHint} long max={NOTE_LENGTH} />
        <Button preventDoubleClick>{words.start.submit}</Button>
      </form>
    </>
  );
}

/** Act for me, or help me: what each means stands beside it. */
export function Capacity({ words, value, errors }: { readonly value: string } & Pick<Props, 'words' | 'errors'>) {
  const { helpers: said } = words;
  return (
    <Radios
      name="capacity"
      id="f-capacity"
      value={value}
      fieldset={{ legend: said.capacity, legendClass: 'govuk-fieldset__legend--m' }}
      error={errorFor(words, errors, 'capacity')}
      choices={(['helper', 'representative'] as const).map((one) => ({
        value: one,
        text: said.choose[one],
        hint: said.chooseHint[one],
      }))}
    />
  );
}

/** What it means, before anybody is asked. */
export function InviteCheckPage({ words, model: { theCase, party }, sent, idempotencyKey }: Omit<Props, 'errors'>) {
  const { helpers: said } = words;
  const capacity = sent.text('capacity') === 'representative' ? 'representative' : 'helper';
  const name = sent.text('name');
  return (
    <>
      <p class="quiet cap">{theCase.reference}</p>
      <h1>{fill(said.checkTitle, { name })}</h1>
      <div class="card narrow">
        <SummaryList
          rows={[
            { question: said.capacity, answer: said.choose[capacity] },
            { question: said.email, answer: sent.text('email') },
            ...(sent.text('note') ? [{ question: said.note, answer: sent.text('note') }] : []),
          ]}
        />
      </div>
      <h2>{fill(said.thenMay, { name })}</h2>
      <WhatHelpMeans words={words} capacity={capacity} />
      {capacity === 'representative' && (
        <WarningText prefix={words.act.warning}>{fill(said.binds, { name })}</WarningText>
      )}
      <p>{fill(said.untilAccepted, { name })}</p>
      <form method="post" action={helpersPath(theCase.id, party.id, 'invite')} novalidate>
        <input type="hidden" name="_key" value={idempotencyKey} />
        {['capacity', 'name', 'email', 'note'].map((field) => (
          <input type="hidden" name={field} value={sent.text(field)} />
        ))}
        <div class="govuk-button-group">
          <Button name="step" value="send" preventDoubleClick>
            {said.send}
          </Button>
          <Button name="step" value="back" class="govuk-button--secondary">
            {said.changeIt}
          </Button>
        </div>
      </form>
    </>
  );
}
