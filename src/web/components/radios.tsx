/** @jsxImportSource hono/jsx */
import { Choices, type ChoicesProps } from './choices.tsx';

interface Props extends ChoicesProps {
  /** What is chosen, where no choice says so itself. */
  readonly value?: string | undefined;
}

/** One of a few answers, all in sight. */
export function Radios({ value, choices, ...props }: Props) {
  const chosen = choices.map((choice) =>
    'divider' in choice ? choice : { ...choice, checked: choice.checked ?? (Boolean(value) && choice.value === value) },
  );
  return <Choices {...props} kind="radio" choices={chosen} />;
}
