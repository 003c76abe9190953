/** @jsxImportSource hono/jsx */
import type { JournalView } from '../../../app/queries/journal-view.ts';
import { Details } from '../../components/details.tsx';
import { fill, type Words } from '../../words.ts';
import { shortMoment } from '../moment-in-words.ts';
import type { CasePageModel } from './case-page-model.ts';

interface Props {
  readonly words: Words;
  readonly model: CasePageModel;
}

/** The newest stand open; who wants to know it all opens the rest. */
const SHOWN = 5;

/** What has happened, newest first. */
export function CaseTimeline({ words, model }: Props) {
  const told = model.journal.filter(({ type }) => type !== 'REMIND');
  const [newest, earlier] = [told.slice(0, SHOWN), told.slice(SHOWN)];
  return (
    <>
      <h2>{words.theCase.soFar}</h2>
      <Entries words={words} model={model} entries={newest} />
      {earlier.length > 0 && (
        <Details summary={fill(words.theCase.earlier, { count: earlier.length })}>
          <Entries words={words} model={model} entries={earlier} />
        </Details>
      )}
    </>
  );
}

function Entries({ words, model, entries }: Props & { readonly entries: readonly JournalView[] }) {
  return (
    <ol class="line">
      {entries.map((entry) => (
        <li>
          <time datetime={entry.at}>{shortMoment(entry.at, model.zone, words)}</time>
          {entry.title ?? happened(words, model, entry)}
          <Whom words={words} model={model} entry={entry} />
        </li>
      ))}
    </ol>
  );
}

/** Who did it, and whom it was about, where that is somebody else. */
function Whom({ words, model, entry: { by, party, notice } }: Props & { readonly entry: JournalView }) {
  const who = by.kind === 'person' ? by.name : undefined;
  const letter = notice && model.notices.find(({ id }) => id === notice);
  const whom = letter ? letter.to.name : model.theCase.parties.find(({ id }) => id === party)?.name;
  const about = whom === undefined || whom === who ? [] : [who ? fill(words.theCase.about, { name: whom }) : whom];
  const line = [...(who ? [who] : []), ...about].join(' · ');
  return line ? <p class="quiet">{line}</p> : null;
}

/** What the engine did has words of ours. */
function happened({ journal }: Words, { names }: CasePageModel, { type }: JournalView): string {
  const known: Readonly<Record<string, string>> = journal;
  return known[type] ?? names.event(type);
}
