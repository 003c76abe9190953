/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';
import { describedBy } from './described-by.ts';
import type { FieldError } from './error-message.tsx';
import { Fieldset, type FieldsetProps } from './fieldset.tsx';
import { FormGroup, HintAndError } from './form-group.tsx';
import { TextInput } from './text-input.tsx';

interface Part {
  readonly id?: string | undefined;
  readonly name: string;
  readonly label: string;
  readonly value?: string | number | undefined;
  /** How many digits it takes. */
  readonly width: 2 | 4;
  /** It is what is wrong; when no part is, all of them are. */
  readonly isWrong?: boolean | undefined;
  readonly autocomplete?: string | undefined;
}

interface Props {
  readonly id: string;
  /** Day, month and year, each asked for by itself: nobody has to guess an order or a format. */
  readonly parts: readonly Part[];
  readonly fieldset?: Omit<FieldsetProps, 'children' | 'role'> | undefined;
  readonly hint?: Child;
  readonly error?: FieldError | undefined;
  readonly class?: string | undefined;
  readonly groupClass?: string | undefined;
}

/** A date that people know by heart or have on paper. */
export function DateInput({ id, parts, fieldset, hint, error, class: more, groupClass }: Props) {
  const allAreWrong = error && !parts.some(({ isWrong }) => isWrong);
  const inside = (
    <>
      <HintAndError id={id} hint={hint} error={error} />
      <div class={classNames('govuk-date-input', more)} id={id}>
        {parts.map(({ id: ownId, width, isWrong, ...part }) => (
          <div class="govuk-date-input__item">
            <TextInput
              {...part}
              id={ownId ?? `${id}-${part.name}`}
              labelClass="govuk-date-input__label"
              class={classNames(
                'govuk-date-input__input',
                (isWrong ?? allAreWrong) && 'govuk-input--error',
                `govuk-input--width-${width}`,
              )}
              inputmode="numeric"
            />
          </div>
        ))}
      </div>
    </>
  );
  return (
    <FormGroup error={error} class={groupClass}>
      {fieldset ? (
        <Fieldset
          {...fieldset}
          role="group"
          describedBy={describedBy(id, { describedBy: fieldset.describedBy, hint, error })}
        >
          {inside}
        </Fieldset>
      ) : (
        inside
      )}
    </FormGroup>
  );
}
