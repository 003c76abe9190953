/** @jsxImportSource hono/jsx */
import type { Begun } from '../../../app/drafts/list-begun.ts';
import { fill, type Words } from '../../words.ts';
import { actionPath } from './action-path.ts';

interface Props {
  readonly words: Words;
  readonly caseId: string;
  readonly begun: readonly Begun[];
}

/** What somebody has begun and not sent: their answers wait. */
export function BegunForms({ words, caseId, begun }: Props) {
  return (
    <>
      {begun.map((form) => (
        <p class="note">
          {fill(words.sent.begun, { title: form.title })} <a href={actionPath(caseId, form)}>{words.guided.goOn}</a>
        </p>
      ))}
    </>
  );
}
