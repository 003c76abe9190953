/** @jsxImportSource hono/jsx */
import type { Definition } from '../../domain/definition/schema.ts';
import { textIn } from '../../domain/text-in.ts';
import { fill, type Words } from '../words.ts';
import { caseWords } from './case-words.ts';
import { ErrorSummary, type PageError } from './error-summary.tsx';
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
      <ErrorSummary words={words} errors={errors} />
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
                errors={errors}
                autocomplete="off"
              />
            )}
          </>
        )}
        {others.map((row) => (
          <Person row={row} words={words} role={names.role(row.role)} sent={sent} errors={errors} />
        ))}
        <p class="acts">
          <button type="submit">{start.submit}</button>
          {more.map((role) => (
            <button type="submit" name="_add" value={role} class="plain">
              {fill(start.add, { role: names.role(role) })}
            </button>
          ))}
        </p>
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
  words: { start },
  sent,
  errors,
}: Pick<Props, 'words' | 'sent' | 'errors'> & { readonly row: PersonRow; readonly role: string }) {
  return (
    <fieldset class="person">
      <legend>{number > 1 ? fill(start.theirNumber, { role, number }) : fill(start.theirRole, { role })}</legend>
      <TextField
        name={`${id}.name`}
        label={start.name}
        hint={start.nameHint}
        value={sent.text(`${id}.name`)}
        errors={errors}
        autocomplete="off"
        required
      />
      <TextField
        name={`${id}.email`}
        type="email"
        label={start.email}
        hint={start.emailHint}
        value={sent.text(`${id}.email`)}
        errors={errors}
        autocomplete="off"
      />
      <label class="option">
        <input type="checkbox" name={`${id}.outside`} value="yes" checked={sent.text(`${id}.outside`) === 'yes'} />
        <span>{start.outside}</span>
      </label>
    </fieldset>
  );
}
