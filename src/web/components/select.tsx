/** @jsxImportSource hono/jsx */
import { classNames } from './class-names.ts';
import { describedBy } from './described-by.ts';
import { type FieldProps, FieldWords, FormGroup } from './form-group.tsx';

interface Option {
  readonly value?: string | number | undefined;
  readonly text: string;
  readonly selected?: boolean | undefined;
  readonly disabled?: boolean | undefined;
}

interface Props extends FieldProps {
  readonly options: readonly Option[];
  /** What is chosen, where no option says so itself. */
  readonly value?: string | number | undefined;
}

/** One of many answers, from a list. */
export function Select(props: Props) {
  const { name, id = name, options, value, error, disabled, groupClass } = props;
  const isChosen = ({ selected, value: own, text }: Option) =>
    selected ?? (Boolean(value) && String(own ?? text) === String(value));
  return (
    <FormGroup error={error} class={groupClass}>
      <FieldWords {...props} id={id} />
      <select
        class={classNames('govuk-select', props.class, error && 'govuk-select--error')}
        id={id}
        name={name}
        disabled={disabled}
        aria-describedby={describedBy(id, props)}
      >
        {options.map((option) => (
          <option value={option.value} selected={isChosen(option)} disabled={option.disabled}>
            {option.text}
          </option>
        ))}
      </select>
    </FormGroup>
  );
}
