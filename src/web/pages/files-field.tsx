/** @jsxImportSource hono/jsx */
import { Checkboxes } from '../components/checkboxes.tsx';
import { FileUpload } from '../components/file-upload.tsx';
import { fill, type Words } from '../words.ts';
import { errorFor, type PageError } from './page-errors.tsx';
import { labelled } from './page-heading.ts';

export interface KeptFile {
  readonly id: string;
  readonly name: string;
}

interface Props {
  readonly name: string;
  readonly label: string;
  /** It is the title of its page. */
  readonly isHeading: boolean;
  readonly hint: string | undefined;
  readonly words: Words;
  readonly errors: readonly PageError[];
  /** Files that were uploaded with an earlier try: nobody chooses their photos twice. */
  readonly kept: readonly KeptFile[];
  readonly many: boolean;
}

/** Files to choose, and those that are there already. */
export function FilesField({ name, label, isHeading, hint, words, errors, kept, many }: Props) {
  return (
    <FileUpload
      id={`f-${name}`}
      name={name}
      {...labelled(label, isHeading)}
      hint={hint}
      error={errorFor(words, errors, name)}
      multiple={many}
    >
      {kept.length > 0 && (
        <Checkboxes
          name={`${name}.kept`}
          id={`f-${name}-kept`}
          choices={kept.map((file) => ({
            value: file.id,
            text: fill(words.act.keep, { name: file.name }),
            checked: true,
          }))}
          class="govuk-checkboxes--small"
        />
      )}
    </FileUpload>
  );
}
