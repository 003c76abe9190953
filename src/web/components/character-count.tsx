/** @jsxImportSource hono/jsx */
import { classNames } from './class-names.ts';
import { Hint } from './hint.tsx';
import { Textarea, type TextareaProps } from './textarea.tsx';

interface Props extends Omit<TextareaProps, 'data' | 'children' | 'describedBy'> {
  /** How many characters it takes. */
  readonly max: number;
  /** Said before anything is typed, and all along without a script. */
  readonly limit: string;
  /** Said by the script while someone types; `%{count}` is how many. Default: in English. */
  readonly counted?: CountWords | undefined;
  /** From how many per cent on it counts aloud. */
  readonly threshold?: number | undefined;
}

interface CountWords {
  readonly underOne: string;
  readonly under: string;
  readonly at: string;
  readonly overOne: string;
  readonly over: string;
}

/** Several lines to write in, and how many characters are left. */
export function CharacterCount({ max, limit, counted, threshold, ...props }: Props) {
  const id = props.id ?? props.name;
  const data = {
    'data-module': 'govuk-character-count',
    'data-maxlength': max,
    'data-threshold': threshold,
    'data-i18n.characters-under-limit.one': counted?.underOne,
    'data-i18n.characters-under-limit.other': counted?.under,
    'data-i18n.characters-at-limit': counted?.at,
    'data-i18n.characters-over-limit.one': counted?.overOne,
    'data-i18n.characters-over-limit.other': counted?.over,
  };
  return (
    <Textarea
      {...props}
      id={id}
      describedBy={`${id}-info`}
      class={classNames('govuk-js-character-count', props.class)}
      groupClass={classNames('govuk-character-count', props.groupClass)}
      data={data}
    >
      <Hint id={`${id}-info`} class="govuk-character-count__message">
        {limit}
      </Hint>
    </Textarea>
  );
}
