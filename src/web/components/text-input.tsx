/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';
import { describedBy } from './described-by.ts';
import { type FieldProps, FieldWords, FormGroup } from './form-group.tsx';
import { spelling } from './spelling.ts';

interface Props extends FieldProps {
  readonly type?: 'text' | 'email' | 'tel' | 'number' | undefined;
  readonly value?: string | number | undefined;
  readonly inputmode?: 'numeric' | 'decimal' | undefined;
  readonly autocomplete?: string | undefined;
  readonly autocapitalize?: 'none' | undefined;
  readonly pattern?: string | undefined;
  readonly spellcheck?: boolean | undefined;
  /** Shown before and after what is typed: `$`, `per month`. */
  readonly prefix?: Child;
  readonly suffix?: Child;
  readonly attributes?: Readonly<Record<string, string>> | undefined;
}

/** One line to write in. */
export function TextInput(props: Props) {
  const { error, groupClass, prefix, suffix } = props;
  return (
    <FormGroup error={error} class={groupClass}>
      <FieldWords {...props} id={props.id ?? props.name} />
      {prefix || suffix ? (
        <div class="govuk-input__wrapper">
          {prefix && <Affix side="prefix">{prefix}</Affix>}
          <Line {...props} />
          {suffix && <Affix side="suffix">{suffix}</Affix>}
        </div>
      ) : (
        <Line {...props} />
      )}
    </FormGroup>
  );
}

function Line(props: Props) {
  const { name, id = name, type = 'text', value, error, spellcheck, disabled, attributes } = props;
  const { autocomplete, autocapitalize, inputmode, pattern } = props;
  return (
    <input
      class={classNames('govuk-input', props.class, error && 'govuk-input--error')}
      id={id}
      name={name}
      type={type}
      {...spelling(spellcheck)}
      value={value}
      disabled={disabled}
      aria-describedby={describedBy(id, props)}
      autocomplete={autocomplete}
      autocapitalize={autocapitalize}
      pattern={pattern}
      inputmode={inputmode}
      {...attributes}
    />
  );
}

function Affix({ side, children }: { readonly side: 'prefix' | 'suffix'; readonly children?: Child }) {
  return (
    <div class={`govuk-input__${side}`} aria-hidden="true">
      {children}
    </div>
  );
}
