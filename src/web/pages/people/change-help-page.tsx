/** @jsxImportSource hono/jsx */
import type { SupporterEntry } from '../../../app/queries/list-supporters.ts';
import { BackLink } from '../../components/back-link.tsx';
import { Button } from '../../components/button.tsx';
import { WarningText } from '../../components/warning-text.tsx';
import { fill, type Words } from '../../words.ts';
import { type PageError, PageErrors } from '../page-errors.tsx';
import type { HelpersModel } from './helpers-model.ts';
import { helperPath, helpersPath } from './helpers-path.ts';
import { Capacity } from './invite-page.tsx';

interface Props {
  readonly words: Words;
  readonly model: HelpersModel;
  readonly supporter: SupporterEntry;
  readonly errors: readonly PageError[];
  readonly idempotencyKey: string;
}

/** From helping to acting for, or back: what changes, and what stays. */
export function ChangeHelpPage({ words, model: { theCase, party }, supporter, errors, idempotencyKey }: Props) {
  const { helpers: said } = words;
  const { id, name, capacity } = supporter;
  return (
    <>
      <BackLink href={helpersPath(theCase.id, party.id)}>{words.guided.back}</BackLink>
      <PageErrors words={words} errors={errors} />
      <p class="quiet cap">{theCase.reference}</p>
      <h1>{fill(said.changeTitle, { name })}</h1>
      <p>{fill(said.changeText, { name })}</p>
      <form method="post" action={helperPath(theCase.id, party.id, id, 'change')} novalidate>
        <input type="hidden" name="_key" value={idempotencyKey} />
        <Capacity words={words} value={capacity} errors={errors} />
        <WarningText prefix={words.act.warning}>{fill(said.binds, { name })}</WarningText>
        <Button preventDoubleClick>{said.change}</Button>
      </form>
    </>
  );
}

/** What happens when someone goes: said before it is done. */
export function EndHelpPage({ words, model, supporter, errors, idempotencyKey }: Props) {
  const { helpers: said } = words;
  const { theCase, party } = model;
  const { id, isViewer, hasJoined } = supporter;
  const name = isViewer ? party.name : supporter.name;
  const { title, lines, button } = isViewer ? said.leave : hasJoined ? said.ending : said.takingBack;
  return (
    <>
      <BackLink href={helpersPath(theCase.id, party.id)}>{words.guided.back}</BackLink>
      <PageErrors words={words} errors={errors} />
      <p class="quiet cap">{theCase.reference}</p>
      <h1>{fill(title, { name })}</h1>
      <ul>
        {lines.map((line) => (
          <li>{fill(line, { name })}</li>
        ))}
      </ul>
      <form method="post" action={helperPath(theCase.id, party.id, id, 'end')} novalidate>
        <input type="hidden" name="_key" value={idempotencyKey} />
        <div class="govuk-button-group">
          <Button preventDoubleClick>{button}</Button>
          <a class="govuk-link" href={helpersPath(theCase.id, party.id)}>
            {said.keep}
          </a>
        </div>
      </form>
    </>
  );
}
