/** @jsxImportSource hono/jsx */
import { named } from '../../domain/definition/definition-view.ts';
import { Tag } from '../components/tag.tsx';
import { fill, type Words } from '../words.ts';
import { AnswersList } from './answers-list.tsx';
import type { CasePageModel } from './case-page-model.ts';
import { momentInWords } from './moment-in-words.ts';
import { WhoReads } from './who-reads.tsx';

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
      <WhoReads isPrivileged>{said.offerReaders}</WhoReads>
      {offers.map(({ by, status, terms }) => (
        <section class={status === 'open' ? 'card offer' : 'card offer past'}>
          <header>
            <h3>{fill(said.offerBy, { name: nameOf(by) })}</h3>
            <Tag class={status === 'open' ? 'govuk-tag--yellow' : 'govuk-tag--grey'}>{said.offerStatus[status]}</Tag>
          </header>
          <div class="inside">
            <AnswersList form={form} answers={terms} words={words} currency={definition.currency} nameOf={nameOf} />
          </div>
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
