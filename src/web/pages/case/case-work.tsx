/** @jsxImportSource hono/jsx */
import type { Words } from '../../words.ts';
import type { CasePageModel } from './case-page-model.ts';
import { Task } from './due-cell.tsx';

interface Props {
  readonly words: Words;
  readonly model: Pick<CasePageModel, 'work' | 'zone' | 'now'>;
}

/** What waits for someone of the tribunal in this case, and until when. */
export function CaseWork({ words, model: { work, zone, now } }: Props) {
  if (work.length === 0) return null;
  return (
    <section class="card turn" aria-labelledby="work">
      <h2 id="work">{words.cases.work}</h2>
      <ul class="plain">
        {work.map((task) => (
          <li class="by">
            <Task words={words} task={task} zone={zone} now={now} />
          </li>
        ))}
      </ul>
    </section>
  );
}
