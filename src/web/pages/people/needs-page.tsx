/** @jsxImportSource hono/jsx */
import type { NeedView } from '../../../app/case-view.ts';
import type { NeedHistory } from '../../../app/queries/list-need-history.ts';
import { NEED_READER_WORDS } from '../../../domain/forms/need-forms.ts';
import { NEED_WORDS, type NeedKind } from '../../../domain/need.ts';
import { textIn } from '../../../domain/text-in.ts';
import { BackLink } from '../../components/back-link.tsx';
import { Button } from '../../components/button.tsx';
import { Details } from '../../components/details.tsx';
import { NotificationBanner } from '../../components/notification-banner.tsx';
import { Tag } from '../../components/tag.tsx';
import { fill, type Words } from '../../words.ts';
import { WhoReads } from '../case/who-reads.tsx';
import { dayOfMoment, shortMoment } from '../moment-in-words.ts';
import type { NeedsModel, PartyNeeds } from './needs-model.ts';
import { needsPath } from './needs-path.ts';

interface Props {
  readonly words: Words;
  readonly model: NeedsModel;
  /** The need that the viewer has just told. */
  readonly told: string | undefined;
  /** The page that they came from. */
  readonly next: string | undefined;
}

/** What people need to take part: told, changed and taken back by them, answered by the registry. */
export function NeedsPage({ words, model, told, next }: Props) {
  const { needs: said } = words;
  const { theCase, parties, history } = model;
  const isOwn = parties.some((one) => one.isOwn);
  const isNew = parties.some(({ needs }) => needs.some(({ id }) => id === told));
  return (
    <>
      <BackLink href={next ?? `/cases/${encodeURIComponent(theCase.id)}`}>
        {next ? said.backToForm : words.theCase.back}
      </BackLink>
      {isNew && (
        <NotificationBanner title={words.theCase.saved} isSuccess>
          <p class="govuk-notification-banner__heading">{said.thanks}</p>
          <p>{said.thanksText}</p>
        </NotificationBanner>
      )}
      <p class="quiet cap">{theCase.reference}</p>
      <h1>{isOwn ? said.title : said.staffTitle}</h1>
      {isOwn && <p class="lead">{said.lead}</p>}
      <WhoReads isPrivileged>{isOwn ? said.readers : said.staffReaders}</WhoReads>
      {parties.map((one) => (
        <OfParty words={words} model={model} of={one} next={next} />
      ))}
      {history.length > 0 && <History words={words} model={model} />}
    </>
  );
}

interface OfPartyProps extends Pick<Props, 'words' | 'model' | 'next'> {
  readonly of: PartyNeeds;
}

function OfParty({ words, model, of, next }: OfPartyProps) {
  const { needs: said } = words;
  const { party, needs, isOwn, mayTell } = of;
  const isAlone = isOwn && model.parties.length === 1;
  return (
    <section>
      {!isAlone && <h2>{party.name}</h2>}
      {needs.length > 0 ? (
        <ul class="card rows narrow">
          {needs.map((need) => (
            <OneNeed words={words} model={model} of={of} need={need} next={next} />
          ))}
        </ul>
      ) : (
        <p>{isOwn ? said.none : said.noneOf}</p>
      )}
      {mayTell && (
        <Button
          href={needsPath(model.theCase.id, 'tell', { party: party.id, next })}
          class={isOwn ? undefined : 'govuk-button--secondary'}
        >
          {isOwn ? (needs.length > 0 ? said.more : said.tell) : fill(said.record, { name: party.name })}
        </Button>
      )}
    </section>
  );
}

function OneNeed({ words, model, of, need, next }: OfPartyProps & { readonly need: NeedView }) {
  const { needs: said } = words;
  const { theCase, zone } = model;
  const { id, kind, wants, details, readers, status, answer, toldAt } = need;
  const about = { party: of.party.id, next };
  const title = textIn(NEED_WORDS[kind].title, words.lang);
  return (
    <li>
      <div class="split">
        <div>
          <b>{title}</b>
        </div>
        <Tag class={COLOURS[status]}>{said.status[status]}</Tag>
      </div>
      <Wants kind={kind} wants={wants} lang={words.lang} />
      {details && <p class="text">{details}</p>}
      {answer && (
        <p class="text">
          <b>{said.answerIs}</b> {answer}
        </p>
      )}
      <p class="quiet">
        {fill(said.toldOn, { when: dayOfMoment(toldAt, zone, words) })} {whoReads(words, readers)}
      </p>
      <p class="choices">
        {of.mayChange && of.mayTell && (
          <a href={needsPath(theCase.id, 'tell', { ...about, kind, need: id })}>
            {said.change}
            <span class="govuk-visually-hidden">: {title}</span>
          </a>
        )}
        {of.mayChange && (
          <a href={needsPath(theCase.id, `${encodeURIComponent(id)}/withdraw`, about)}>
            {said.takeBack}
            <span class="govuk-visually-hidden">: {title}</span>
          </a>
        )}
        {of.mayAnswer && (
          <a href={needsPath(theCase.id, `${encodeURIComponent(id)}/answer`, about)}>
            {said.answer}
            <span class="govuk-visually-hidden">: {title}</span>
          </a>
        )}
      </p>
    </li>
  );
}

const COLOURS = { asked: 'govuk-tag--yellow', arranged: 'govuk-tag--green', cannot: 'govuk-tag--grey' } as const;

/** What of the list would help, in words. */
export function Wants({
  kind,
  wants,
  lang,
}: {
  readonly kind: NeedKind;
  readonly wants: readonly string[];
  readonly lang: string;
}) {
  const known = NEED_WORDS[kind].wants;
  return wants.length > 0 ? (
    <ul>
      {wants.map((want) => (
        <li>{textIn(known[want], lang) || want}</li>
      ))}
    </ul>
  ) : null;
}

function whoReads({ needs: said, lang }: Words, readers: NeedView['readers']): string {
  if (readers.length === 0) return said.registryAlone;
  const names = readers.map((one) => textIn(NEED_READER_WORDS[one], lang).toLowerCase());
  return fill(said.alsoRead, { who: names.join(', ') });
}

function History({ words, model: { history, theCase, zone } }: Pick<Props, 'words' | 'model'>) {
  const { needs: said } = words;
  const nameOf = (party: string) => theCase.parties.find(({ id }) => id === party)?.name ?? '';
  return (
    <Details summary={said.history}>
      <ol class="line">
        {history.map((entry) => (
          <li>
            <time datetime={entry.at}>{shortMoment(entry.at, zone, words)}</time>
            {fill(said.happened[entry.type], { name: nameOf(entry.party) })}
            <Said words={words} entry={entry} />
            {entry.by.kind === 'person' && <p class="quiet">{entry.by.name}</p>}
          </li>
        ))}
      </ol>
    </Details>
  );
}

function Said({
  words: { lang },
  entry: { kind, wants = [], text },
}: Pick<Props, 'words'> & { readonly entry: NeedHistory }) {
  return (
    <>
      {kind && <p>{textIn(NEED_WORDS[kind].title, lang)}</p>}
      {kind && <Wants kind={kind} wants={wants} lang={lang} />}
      {text && <p class="text">{text}</p>}
    </>
  );
}
