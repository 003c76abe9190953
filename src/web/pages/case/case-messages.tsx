/** @jsxImportSource hono/jsx */
import type { Words } from '../../words.ts';
import { momentInWords } from '../moment-in-words.ts';
import { isInTalks } from '../room/talks-summary.ts';
import type { CasePageModel } from './case-page-model.ts';

interface Props {
  readonly words: Words;
  readonly model: CasePageModel;
}

/** What was written to everyone in the case, newest first. What was said in the talks stands there. */
export function CaseMessages({ words, model: { messages, zone } }: Props) {
  const { theCase: said } = words;
  const open = messages.filter((message) => !isInTalks(message));
  if (open.length === 0) return null;
  return (
    <>
      <h2>{said.messages}</h2>
      {open.map(({ by, body, at, readers }) => (
        <section class="card msg">
          <p class="quiet by">
            <b>{by.kind === 'person' ? by.name : said.tribunal}</b> ·{' '}
            <time datetime={at}>{momentInWords(at, zone, words)}</time>
          </p>
          <p class="text">{body}</p>
          <p class="quiet">{said.readers[readers]}</p>
        </section>
      ))}
    </>
  );
}
