/** @jsxImportSource hono/jsx */
import { BackLink } from '../../components/back-link.tsx';
import { Button } from '../../components/button.tsx';
import { Radios } from '../../components/radios.tsx';
import type { Words } from '../../words.ts';
import { errorFor, type PageError, PageErrors } from '../page-errors.tsx';
import { FOR } from './evidence-at.ts';
import type { EvidenceModel } from './evidence-model.ts';
import { evidencePath } from './evidence-path.ts';

interface Props {
  readonly words: Words;
  readonly model: EvidenceModel;
  readonly errors: readonly PageError[];
}

/** Whose evidence it is that came on paper: asked of who files it for them. */
export function WhosePage({ words, model, errors }: Props) {
  const { theCase, names, addForOthers } = model;
  const { evidence: said } = words;
  const parties = theCase.parties.filter(({ id }) => addForOthers.some(({ party }) => party === id));
  return (
    <>
      <BackLink href={evidencePath(theCase.id)}>{said.back}</BackLink>
      <PageErrors words={words} errors={errors} />
      <p class="quiet cap">{theCase.reference}</p>
      <form method="get" action={evidencePath(theCase.id, 'add')} novalidate>
        <Radios
          name={FOR}
          id={`f-${FOR}`}
          fieldset={{ legend: said.whose, isPageHeading: true, legendClass: 'govuk-fieldset__legend--l' }}
          hint={said.whoseHint}
          error={errorFor(words, errors, FOR)}
          choices={parties.map(({ id, name, role }) => ({ value: id, text: name, hint: names.role(role) }))}
        />
        <Button>{words.start.submit}</Button>
      </form>
    </>
  );
}
