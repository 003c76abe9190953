/** @jsxImportSource hono/jsx */
import type { JournalView } from '../../../app/queries/journal-view.ts';
import type { SupporterEntry } from '../../../app/queries/list-supporters.ts';
import { BackLink } from '../../components/back-link.tsx';
import { Button } from '../../components/button.tsx';
import { Details } from '../../components/details.tsx';
import { NotificationBanner } from '../../components/notification-banner.tsx';
import { Tag } from '../../components/tag.tsx';
import { fill, type Words } from '../../words.ts';
import { WhoReads } from '../case/who-reads.tsx';
import { dayOfMoment } from '../moment-in-words.ts';
import type { HelpersModel } from './helpers-model.ts';
import { helperPath, helpersPath } from './helpers-path.ts';
import { WhatHelpMeans } from './what-help-means.tsx';

interface Props {
  readonly words: Words;
  readonly model: HelpersModel;
  /** What the viewer has just done. */
  readonly done: JournalView | undefined;
}

/** Who stands at a party's side, for the party; what they may do, for who stands there. */
export function HelpersPage({ words, model, done }: Props) {
  const { theCase, capacity } = model;
  return (
    <>
      <BackLink href={`/cases/${encodeURIComponent(theCase.id)}`}>{words.theCase.back}</BackLink>
      <Done words={words} done={done} />
      <p class="quiet cap">{theCase.reference}</p>
      {capacity ? (
        <AtTheirSide words={words} model={model} capacity={capacity} />
      ) : (
        <AtMySide words={words} model={model} />
      )}
    </>
  );
}

function Done({ words: { helpers: said, theCase }, done }: Pick<Props, 'words' | 'done'>) {
  const known: Readonly<Record<string, string>> = said.done;
  const text = done && known[done.type];
  return text ? (
    <NotificationBanner title={theCase.saved} isSuccess>
      <p class="govuk-notification-banner__heading">{text}</p>
    </NotificationBanner>
  ) : null;
}

function AtMySide({ words, model }: Pick<Props, 'words' | 'model'>) {
  const { helpers: said } = words;
  const { theCase, party, supporters } = model;
  return (
    <>
      <h1>{said.title}</h1>
      <p class="lead">{said.lead}</p>
      <WhoReads isPrivileged={false}>{said.readers}</WhoReads>
      {supporters.length === 0 ? (
        <p>{said.nobody}</p>
      ) : (
        <ul class="card rows narrow">
          {supporters.map((supporter) => (
            <OneSupporter words={words} model={model} supporter={supporter} />
          ))}
        </ul>
      )}
      {theCase.status === 'open' && <Button href={helpersPath(theCase.id, party.id, 'invite')}>{said.invite}</Button>}
      {(['representative', 'helper'] as const).map((capacity) => (
        <Details summary={said.whatMeans[capacity]}>
          <WhatHelpMeans words={words} capacity={capacity} />
        </Details>
      ))}
    </>
  );
}

function OneSupporter({
  words,
  model: { theCase, party, zone },
  supporter,
}: Pick<Props, 'words' | 'model'> & { readonly supporter: SupporterEntry }) {
  const { helpers: said } = words;
  const { id, name, email, note, capacity, hasJoined } = supporter;
  const isOpen = theCase.status === 'open';
  return (
    <li>
      <div class="split">
        <div>
          <b>{name}</b>
          <p>{said.does[capacity]}</p>
        </div>
        <Tag class={hasJoined ? 'govuk-tag--green' : 'govuk-tag--yellow'}>{hasJoined ? said.with : said.waiting}</Tag>
      </div>
      <p class="quiet">{since(words, supporter, zone)}</p>
      <p class="quiet">{email}</p>
      {note && <p class="text">{note}</p>}
      <p class="choices">
        {isOpen && (
          <a href={helperPath(theCase.id, party.id, id, 'change')}>
            {said.change}
            <span class="govuk-visually-hidden">: {name}</span>
          </a>
        )}
        <a href={helperPath(theCase.id, party.id, id, 'end')}>
          {hasJoined ? said.end : said.takeBack}
          <span class="govuk-visually-hidden">: {name}</span>
        </a>
      </p>
    </li>
  );
}

function since(words: Words, { invitedAt, joinedAt }: SupporterEntry, zone: string): string {
  const { helpers: said } = words;
  const invited = invitedAt && fill(said.invitedOn, { when: dayOfMoment(invitedAt, zone, words) });
  const joined = joinedAt && fill(said.joinedOn, { when: dayOfMoment(joinedAt, zone, words) });
  return [invited, joined].filter(Boolean).join(' ');
}

function AtTheirSide({
  words,
  model: { theCase, party, supporters },
  capacity,
}: Pick<Props, 'words' | 'model'> & { readonly capacity: 'representative' | 'helper' }) {
  const { helpers: said } = words;
  const self = supporters.find(({ isViewer }) => isViewer);
  return (
    <>
      <h1>{fill(said.beside[capacity], { name: party.name })}</h1>
      <p class="lead">{said.mayDo}</p>
      <WhatHelpMeans words={words} capacity={capacity} of={party.name} />
      {self && (
        <Button href={helperPath(theCase.id, party.id, self.id, 'end')} class="govuk-button--secondary">
          {said.stepBack}
        </Button>
      )}
    </>
  );
}
