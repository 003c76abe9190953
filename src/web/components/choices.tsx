/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';
import { describedBy } from './described-by.ts';
import type { FieldError } from './error-message.tsx';
import { Fieldset, type FieldsetProps } from './fieldset.tsx';
import { FormGroup, HintAndError } from './form-group.tsx';
import { Hint } from './hint.tsx';
import { Label } from './label.tsx';

export interface Choice {
  readonly value: string;
  readonly text: Child;
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly hint?: Child;
  readonly checked?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly labelClass?: string | undefined;
  /** Asked of those who choose it. Without a script everyone sees it. */
  readonly conditional?: Child;
  /** Choosing it takes the others back. */
  readonly isExclusive?: boolean | undefined;
}

/** A word between choices, such as “or”. */
export interface Divider {
  readonly divider: string;
}

export interface ChoicesProps {
  readonly name: string;
  /** Of the first choice; the others have their number behind it. Default: the name. */
  readonly id?: string | undefined;
  readonly choices: readonly (Choice | Divider)[];
  readonly fieldset?: Omit<FieldsetProps, 'children' | 'role'> | undefined;
  readonly hint?: Child;
  readonly error?: FieldError | undefined;
  readonly describedBy?: string | undefined;
  readonly class?: string | undefined;
  readonly groupClass?: string | undefined;
}

interface Props extends ChoicesProps {
  readonly kind: 'radio' | 'checkbox';
}

/** Radio buttons and checkboxes are built alike. */
export function Choices(props: Props) {
  const { kind, name, id = name, choices, fieldset, hint, error, class: more, groupClass } = props;
  const block = BLOCKS[kind];
  const read = describedBy(id, { describedBy: fieldset?.describedBy ?? props.describedBy, hint, error });
  const inside = (
    <>
      <HintAndError id={id} hint={hint} error={error} />
      <div class={classNames(block, more)} data-module={block}>
        {choices.map((choice, index) =>
          'divider' in choice ? (
            <div class={`${block}__divider`}>{choice.divider}</div>
          ) : (
            <OneChoice
              kind={kind}
              name={name}
              choice={choice}
              id={choice.id ?? (index > 0 ? `${id}-${index + 1}` : id)}
              ofGroup={kind === 'checkbox' && !fieldset ? read : undefined}
            />
          ),
        )}
      </div>
    </>
  );
  return (
    <FormGroup error={error} class={groupClass}>
      {fieldset ? (
        <Fieldset {...fieldset} describedBy={read}>
          {inside}
        </Fieldset>
      ) : (
        inside
      )}
    </FormGroup>
  );
}

const BLOCKS = { radio: 'govuk-radios', checkbox: 'govuk-checkboxes' } as const;

interface OneChoiceProps extends Pick<Props, 'kind' | 'name'> {
  readonly id: string;
  readonly choice: Choice;
  /** Ids of what is read aloud with every choice, where no fieldset says it for all. */
  readonly ofGroup: string | undefined;
}

function OneChoice({ kind, name, id, choice, ofGroup }: OneChoiceProps) {
  const block = BLOCKS[kind];
  const { value, text, hint, checked, disabled, conditional } = choice;
  const read = [ofGroup, hint && `${id}-item-hint`].filter(Boolean).join(' ') || undefined;
  return (
    <>
      <div class={`${block}__item`}>
        <input
          class={`${block}__input`}
          id={id}
          name={choice.name ?? name}
          type={kind}
          value={value}
          checked={checked}
          disabled={disabled}
          data-aria-controls={conditional ? `conditional-${id}` : undefined}
          data-behaviour={choice.isExclusive ? 'exclusive' : undefined}
          aria-describedby={read}
        />
        <Label for={id} class={classNames(`${block}__label`, choice.labelClass)}>
          {text}
        </Label>
        {hint && (
          <Hint id={`${id}-item-hint`} class={`${block}__hint`}>
            {hint}
          </Hint>
        )}
      </div>
      {conditional && (
        <div
          class={classNames(`${block}__conditional`, !checked && `${block}__conditional--hidden`)}
          id={`conditional-${id}`}
        >
          {conditional}
        </div>
      )}
    </>
  );
}
