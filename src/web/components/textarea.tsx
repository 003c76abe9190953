/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';
import { describedBy } from './described-by.ts';
import { type FieldProps, FieldWords, FormGroup } from './form-group.tsx';
import { spelling } from './spelling.ts';

export interface TextareaProps extends FieldProps {
  readonly value?: string | undefined;
  readonly rows?: number | undefined;
  readonly spellcheck?: boolean | undefined;
  readonly autocomplete?: string | undefined;
  /** Of the question as a whole, for scripts. */
  readonly data?: Readonly<Record<`data-${string}`, string | number | undefined>> | undefined;
  /** Under the box. */
  readonly children?: Child;
}

/** Several lines to write in. */
export function Textarea(props: TextareaProps) {
  const {
    name,
    id = name,
    value,
    rows = 5,
    spellcheck,
    error,
    disabled,
    autocomplete,
    groupClass,
    data,
    children,
  } = props;
  return (
    <FormGroup error={error} class={groupClass} data={data}>
      <FieldWords {...props} id={id} />
      <textarea
        class={classNames('govuk-textarea', error && 'govuk-textarea--error', props.class)}
        id={id}
        name={name}
        rows={rows}
        {...spelling(spellcheck)}
        disabled={disabled}
        aria-describedby={describedBy(id, props)}
        autocomplete={autocomplete}
      >
        {value ?? ''}
      </textarea>
      {children}
    </FormGroup>
  );
}
