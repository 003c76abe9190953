/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';
import { describedBy } from './described-by.ts';
import { type FieldProps, FieldWords, FormGroup } from './form-group.tsx';

interface Props extends FieldProps {
  readonly multiple?: boolean | undefined;
  /** Kinds that the device offers first: `image/*`. What is sent is looked into all the same. */
  readonly accept?: string | undefined;
  /** On a phone, its camera opens at once; `environment` is the one at its back. */
  readonly capture?: 'environment' | undefined;
  /** Between the words and the control: files that are there already. */
  readonly children?: Child;
}

/** Files from the device; on a phone also from its camera. */
export function FileUpload(props: Props) {
  const { name, id = name, multiple, error, disabled, groupClass, accept, capture, children } = props;
  return (
    <FormGroup error={error} class={groupClass}>
      <FieldWords {...props} id={id} />
      {children}
      <input
        class={classNames('govuk-file-upload', props.class, error && 'govuk-file-upload--error')}
        id={id}
        name={name}
        type="file"
        disabled={disabled}
        multiple={multiple}
        accept={accept}
        capture={capture}
        aria-describedby={describedBy(id, props)}
      />
    </FormGroup>
  );
}
