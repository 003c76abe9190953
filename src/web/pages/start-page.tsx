/** @jsxImportSource hono/jsx */
import type { Definition } from '../../domain/definition/schema.ts';
import { textIn } from '../../domain/text-in.ts';
import { Button } from '../components/button.tsx';
import { Checkboxes } from '../components/checkboxes.tsx';
import { Fieldset } from '../components/fieldset.tsx';
import { fill, type Words } from '../words.ts';
import { caseWords } from './case-words.ts';
import { type PageError, PageErrors } from './page-errors.tsx';
import type { PageForm } from './page-form.ts';
import type { PersonRow } from './read-people.ts';
import { TextField } from './text-field.tsx';

interface Props {
  readonly words: Words;
  readonly definition: Definition;
  readonly sent: PageForm;
  readonly errors: readonly PageError[];
  readonly rows: readonly PersonRow[];
  /** Opened by the registry: the first is not who fills this in. */
  readonly isForOthers: boolean;
  /** The account has no address: it has to be given where the opener wants mail. */
  readonly hasNoEmail: boolean;
  readonly idempotencyKey: string;
}

/** Who is in the dispute. */
export function StartPage({ words, definition, sent, errors, rows, isForOthers, hasNoEmail, idempotencyKey }: Props) {
  const { start } = words;
  const names = caseWords(definition, words.lang);
  const [opener, ...others] = rows;
  const more = addable(definition, others);
  return (
    <>
      <PageErrors words={words} errors={errors} />
      <h1>{fill(start.title, { title: textIn(definition.title, words.lang) })}</h1>
      <p class="lead">{start.lead}</p>
      <form method="post" action={`/start/${definition.id}`} novalidate>
        <input type="hidden" name="_key" value={idempotencyKey} />
        {opener && (
          <>
            <TextField
              name={`${opener.id}.name`}
              label={isForOthers ? `${names.role(opener.role)}: ${start.name}` : start.yourName}
              value={sent.text(`${opener.id}.name`)}
              words={words}
              errors={errors}
              autocomplete={isForOthers ? 'off' : 'name'}
              required
            />
            {(isForOthers || hasNoEmail) && (
              <TextField
                name={`${opener.id}.email`}
                type="email"
                label={isForOthers ? start.ownEmail : start.yourEmail}
                value={sent.text(`${opener.id}.email`)}
                words={words}
                errors={errors}
                autocomplete="off"
              />
            )}
          </>
        )}
        {others.map((row) => (
          <Person row={row} words={words} role={names.role(row.role)} sent={sent} errors={errors} />
        ))}
        <div class="govuk-button-group">
          <Button preventDoubleClick>{start.submit}</Button>
          {more.map((role) => (
            <Button name="_add" value={role} class="govuk-button--secondary">
              {fill(start.add, { role: names.role(role) })}
            </Button>
          ))}
        </div>
      </form>
    </>
  );
}

function addable({ roles }: Definition, others: readonly PersonRow[]): string[] {
  return [...new Set(others.map(({ role }) => role))].filter((role) => {
    const rule = roles[role];
    return rule?.kind === 'party' && others.filter((row) => row.role === role).length < rule.max;
  });
}

function Person({
  row: { id, number },
  role,
  words,
  sent,
  errors,
}: Pick<Props, 'words' | 'sent' | 'errors'> & { readonly row: PersonRow; readonly role: string }) {
  const { start } = words;
  const field = (name: string) => ({ name: `${id}.${name}`, value: sent.text(`${id}.${name}`), words, errors });
  return (
    <Fieldset
      class="person"
      legend={number > 1 ? fill(start.theirNumber, { role, number }) : fill(start.theirRole, { role })}
      legendClass="govuk-fieldset__legend--m"
    >
      <TextField {...field('name')} label={start.name} hint={start.nameHint} autocomplete="off" required />
      <TextField {...field('email')} type="email" label={start.email} hint={start.emailHint} autocomplete="off" />
      <Checkboxes
        name={`${id}.outside`}
        values={sent.texts(`${id}.outside`)}
        choices={[{ value: 'yes', text: start.outside }]}
      />
    </Fieldset>
  );
}
