/** @jsxImportSource hono/jsx */
import { Checkboxes } from '../../components/checkboxes.tsx';
import { FileUpload } from '../../components/file-upload.tsx';
import { fill, type Words } from '../../words.ts';
import { errorFor, type PageError } from '../page-errors.tsx';
import { labelled } from '../page-heading.ts';

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

/**
 * What a phone offers: with pictures among it, the camera beside the files. `capture` would leave the camera alone, and who
 * has photographed the bill already could not choose it. What is sent is judged by its content.
 */
const OFFERED = 'image/*,.heic,.heif,.pdf,.docx,.xlsx,.odt,.txt,.csv,.mp3,.m4a,.mp4,.m4v';

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
      accept={OFFERED}
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
