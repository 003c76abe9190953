/** @jsxImportSource hono/jsx */
import type { Definition } from '../../../domain/definition/schema.ts';
import { textIn } from '../../../domain/text-in.ts';
import { Button } from '../../components/button.tsx';
import { Checkboxes } from '../../components/checkboxes.tsx';
import { Fieldset } from '../../components/fieldset.tsx';
import { Hint } from '../../components/hint.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { fill, type Words } from '../../words.ts';
import { answerInWords } from '../case/answers-list.tsx';
import { caseWords } from '../case/case-words.ts';
import type { CarriedAnswer } from '../forms/carried-answers.ts';
import { TextField } from '../forms/text-field.tsx';
import { type PageError, PageErrors } from '../page-errors.tsx';
import type { PageForm } from '../page-form.ts';
import { withColon } from '../with-colon.ts';
import { answerControl } from './explore-address.ts';
import type { PersonRow } from './read-people.ts';

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
  /** What was answered before the claim, as it was sent along; and what of it the claim's form takes. */
  readonly given: readonly (readonly [question: string, value: string])[];
  readonly carried: readonly CarriedAnswer[];
  readonly idempotencyKey: string;
}

/** Who is in the dispute. */
export function StartPage(props: Props) {
  const { words, definition, sent, errors, rows, isForOthers, given, carried, idempotencyKey } = props;
  const { start } = words;
  const [opener, ...others] = rows;
  const roles = [...new Set(rows.map(({ role }) => role))];
  return (
    <>
      <PageErrors words={words} errors={errors} />
      <h1>{fill(start.title, { title: textIn(definition.title, words.lang) })}</h1>
      <p class="lead">{start.lead}</p>
      <form method="post" action={`/start/${definition.id}`} novalidate>
        {/* The Enter key presses the first button of a form: this one, and not one that takes somebody away. */}
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: no key leads to it; the same button stands at the end. */}
        <button type="submit" class="govuk-visually-hidden" tabindex={-1} aria-hidden="true">
          {start.submit}
        </button>
        <input type="hidden" name="_key" value={idempotencyKey} />
        {given.map(([question, value]) => (
          <input type="hidden" name={answerControl(question)} value={value} />
        ))}
        {roles.map((role) => (
          <>
            {role === opener?.role && <Opener {...props} id={opener.id} />}
            {others
              .filter((row) => row.role === role)
              .map((row) => (
                <Person
                  row={row}
                  words={words}
                  definition={definition}
                  sent={sent}
                  errors={errors}
                  isAgainst={!isForOthers && sideOf(definition, role) !== sideOf(definition, opener?.role)}
                />
              ))}
            <AddButton role={role} rows={rows} words={words} definition={definition} />
          </>
        ))}
        {carried.length > 0 && <Carried words={words} definition={definition} carried={carried} />}
        <Button preventDoubleClick>{start.submit}</Button>
      </form>
    </>
  );
}

function Opener({
  words,
  definition,
  sent,
  errors,
  isForOthers,
  hasNoEmail,
  rows,
  id,
}: Props & { readonly id: string }) {
  const { start } = words;
  const role = caseWords(definition, words.lang).role(rows[0]?.role ?? '');
  return (
    <>
      <TextField
        name={`${id}.name`}
        label={isForOthers ? `${withColon(role, words.lang)} ${start.name}` : start.yourName}
        value={sent.text(`${id}.name`)}
        words={words}
        errors={errors}
        autocomplete={isForOthers ? 'off' : 'name'}
        required
      />
      {(isForOthers || hasNoEmail) && (
        <TextField
          name={`${id}.email`}
          type="email"
          label={isForOthers ? start.ownEmail : start.yourEmail}
          value={sent.text(`${id}.email`)}
          words={words}
          errors={errors}
          autocomplete="off"
        />
      )}
    </>
  );
}

function sideOf({ roles }: Definition, role = ''): string {
  const rule = roles[role];
  return (rule?.kind === 'party' && rule.side) || role;
}

type RowProps = Pick<Props, 'words' | 'definition' | 'sent' | 'errors'> & {
  readonly row: PersonRow;
  /** On the other side than who fills this in. */
  readonly isAgainst: boolean;
};

function Person({ row: { id, role: name, number }, words, definition, sent, errors, isAgainst }: RowProps) {
  const { start } = words;
  const role = caseWords(definition, words.lang).role(name);
  const rule = definition.roles[name];
  const field = (control: string) => ({
    name: `${id}.${control}`,
    value: sent.text(`${id}.${control}`),
    words,
    errors,
  });
  const hint = isAgainst && number === 1 ? `${id}-side` : undefined;
  const legend = number > 1 ? fill(start.theirNumber, { role, number }) : fill(start.theirRole, { role });
  return (
    <Fieldset class="person" legend={legend} legendClass="govuk-fieldset__legend--m" describedBy={hint}>
      {hint && <Hint id={hint}>{start.otherSide}</Hint>}
      <TextField {...field('name')} label={start.name} hint={start.nameHint} autocomplete="off" required />
      <TextField {...field('email')} type="email" label={start.email} hint={start.emailHint} autocomplete="off" />
      <Checkboxes
        name={`${id}.outside`}
        values={sent.texts(`${id}.outside`)}
        choices={[{ value: 'yes', text: start.outside }]}
      />
      {rule?.kind === 'party' && number > rule.min && (
        <Button
          name="_remove"
          value={id}
          class="govuk-button--secondary"
          attributes={{ 'aria-label': `${withColon(start.remove, words.lang)} ${legend}` }}
        >
          {start.remove}
        </Button>
      )}
    </Fieldset>
  );
}

function AddButton({
  role,
  rows,
  words,
  definition,
}: Pick<Props, 'rows' | 'words' | 'definition'> & { readonly role: string }) {
  const rule = definition.roles[role];
  const there = rows.filter((row) => row.role === role).length;
  if (rule?.kind !== 'party' || there >= rule.max) return null;
  return (
    <p>
      <Button name="_add" value={role} class="govuk-button--secondary">
        {fill(words.start.add, { role: caseWords(definition, words.lang).role(role) })}
      </Button>
    </p>
  );
}

/** What the claim's form will hold already. */
function Carried({ words, definition, carried }: Pick<Props, 'words' | 'definition' | 'carried'>) {
  return (
    <section aria-labelledby="carried">
      <h2 id="carried">{words.explore.carried}</h2>
      <p>{words.explore.carriedText}</p>
      <div class="card narrow">
        <SummaryList
          rows={carried.map(({ field, value }) => ({
            question: textIn(field.label, words.lang) || field.id,
            answer: answerInWords(field, value, words, definition.currency, () => ''),
          }))}
        />
      </div>
    </section>
  );
}
