/** @jsxImportSource hono/jsx */
import { fill, type Words } from '../../words.ts';
import type { CasePageModel } from './case-page-model.ts';

interface Props {
  readonly words: Words;
  readonly model: CasePageModel;
}

/**
 * The stages it has been through, where it is, and those that may come. A stage that was passed over is not shown, nor an
 * exceptional one before the case is in it.
 */
export function StageTracker({ words: { theCase: said }, model: { theCase, names, journal, definition } }: Props) {
  const been = new Set([theCase.stage, ...journal.map(({ stage }) => stage)]);
  const now = definition.stages.findIndex(({ id }) => id === theCase.stage);
  const shown = definition.stages.filter(
    ({ id, exceptional }, index) => been.has(id) || (index >= now && !exceptional),
  );
  const number = shown.findIndex(({ id }) => id === theCase.stage) + 1;
  const stage = names.stage(theCase.stage);
  return (
    <>
      <ol class="stages" aria-label={said.stages}>
        {shown.map(({ id }, index) => (
          <li class={STYLES[Math.sign(index + 1 - number)]} aria-current={id === theCase.stage ? 'step' : undefined}>
            {names.stage(id)}
          </li>
        ))}
      </ol>
      <p class="stage-now">{fill(said.stageNow, { stage, number, count: shown.length })}</p>
    </>
  );
}

/** Before, at, and after the stage it is in. */
const STYLES: Readonly<Record<number, string>> = { [-1]: 'past', 0: 'now', 1: 'to-come' };
