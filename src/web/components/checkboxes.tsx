/** @jsxImportSource hono/jsx */
import { Choices, type ChoicesProps } from './choices.tsx';

interface Props extends ChoicesProps {
  /** What is chosen, where no choice says so itself. */
  readonly values?: readonly string[] | undefined;
}

/** Any of a few answers. */
export function Checkboxes({ values = [], choices, ...props }: Props) {
  const chosen = choices.map((choice) =>
    'divider' in choice ? choice : { ...choice, checked: choice.checked ?? values.includes(choice.value) },
  );
  return <Choices {...props} kind="checkbox" choices={chosen} />;
}
