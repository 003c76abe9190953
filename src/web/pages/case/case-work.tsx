/** @jsxImportSource hono/jsx */
import type { Words } from '../../words.ts';
import type { CasePageModel } from './case-page-model.ts';
import { taskInWords } from './due-cell.tsx';

interface Props {
  readonly words: Words;
  readonly model: Pick<CasePageModel, 'work' | 'zone'>;
}

/** What waits for someone of the tribunal in this case, and until when. */
export function CaseWork({ words, model: { work, zone } }: Props) {
  if (work.length === 0) return null;
  return (
    <section class="card turn" aria-labelledby="work">
      <h2 id="work">{words.cases.work}</h2>
      <ul class="plain">
        {work.map((task) => (
          <li class="by">{taskInWords(words, task, zone)}</li>
        ))}
      </ul>
    </section>
  );
}
