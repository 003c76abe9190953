/** @jsxImportSource hono/jsx */
import { named } from '../../domain/definition/definition-view.ts';
import { fill, type Words } from '../words.ts';
import { AnswersList } from './answers-list.tsx';
import type { CasePageModel } from './case-page-model.ts';
import { momentInWords } from './moment-in-words.ts';

interface Props {
  readonly words: Words;
  readonly model: CasePageModel;
}

/** What was offered and written, newest first, each with who can read it. */
export function CaseTalks(props: Props) {
  return (
    <>
      <Offers {...props} />
      <Messages {...props} />
    </>
  );
}

function Offers({ words, model }: Props) {
  const { theCase: said } = words;
  const { offers, definition, names, theCase } = model;
  if (offers.length === 0) return null;
  const nameOf = (id: string) => theCase.parties.find((party) => party.id === id)?.name ?? names.role(id);
  const rule = Object.values(definition.events).find(({ offer, form }) => offer?.do === 'make' && form);
  const form = rule?.form ? named(definition.forms, rule.form) : undefined;
  return (
    <>
      <h2>{said.offers}</h2>
      <p class="who">{said.offerReaders}</p>
      {offers.map(({ by, status, terms }) => (
        <section class="card offer">
          <h3>{fill(said.offerBy, { name: nameOf(by) })}</h3>
          <p>
            <span class={status === 'open' ? 'tag soon' : 'tag'}>{said.offerStatus[status]}</span>
          </p>
          <AnswersList form={form} answers={terms} words={words} currency={definition.currency} nameOf={nameOf} />
        </section>
      ))}
    </>
  );
}

function Messages({ words, model: { messages, zone } }: Props) {
  const { theCase: said } = words;
  if (messages.length === 0) return null;
  return (
    <>
      <h2>{said.messages}</h2>
      {messages.map(({ by, body, at, readers }) => (
        <section class="card msg">
          <p class="quiet">
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
