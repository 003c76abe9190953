/** @jsxImportSource hono/jsx */
import type { ExhibitView } from '../../../app/queries/exhibit-view.ts';
import { BackLink } from '../../components/back-link.tsx';
import { Button } from '../../components/button.tsx';
import { InsetText } from '../../components/inset-text.tsx';
import { NotificationBanner } from '../../components/notification-banner.tsx';
import { Tag } from '../../components/tag.tsx';
import { fill, type Words } from '../../words.ts';
import { refusalWords } from '../forms/refusal-words.ts';
import { dayInWords, momentInWords, shortMoment } from '../moment-in-words.ts';
import { addPath, type EvidenceModel } from './evidence-model.ts';
import { evidencePath, picturePath } from './evidence-path.ts';
import { fileFacts, SHOWN_PICTURES } from './file-facts.ts';

interface Props {
  readonly words: Words;
  readonly model: EvidenceModel;
}

interface PageProps extends Props {
  /** Numbers of the viewer's exhibits that they have just added. */
  readonly added: readonly string[];
  readonly waiting: readonly Waiting[];
}

/** Files that wait for a word on what they show. */
export interface Waiting {
  readonly count: number;
  /** Where it is said. */
  readonly goOn: string;
}

/** All that is in evidence, one party after the other. */
export function EvidencePage({ words, model, added, waiting }: PageProps) {
  const { theCase, exhibits } = model;
  const { evidence: said } = words;
  return (
    <>
      <BackLink href={`/cases/${encodeURIComponent(theCase.id)}`}>{words.theCase.back}</BackLink>
      {added.length > 0 && (
        <NotificationBanner title={words.theCase.saved} isSuccess>
          <p class="govuk-notification-banner__heading">{fill(said.added, { numbers: added.join(', ') })}</p>
        </NotificationBanner>
      )}
      <p class="quiet cap">{theCase.reference}</p>
      <h1>{said.title}</h1>
      <p>{said.readers}</p>
      <ToAdd words={words} model={model} waiting={waiting} />
      {theCase.parties.map(({ id }) => (
        <OfParty words={words} model={model} party={id} />
      ))}
      {exhibits.length > 0 && <Downloads words={words} caseId={theCase.id} />}
    </>
  );
}

/** The way to add something, and until when; or why there is none. */
function ToAdd({ words, model, waiting }: Omit<PageProps, 'added'>) {
  const { theCase, add, addForOthers, closed } = model;
  const { evidence: said } = words;
  if (add) {
    const { deadline } = add;
    return (
      <>
        {deadline && (
          <p>
            <b>{fill(said.until, { when: momentInWords(deadline.dueAt, deadline.zone, words) })}</b>
          </p>
        )}
        <StillWaiting words={words} waiting={waiting} />
        <Button href={addPath(model, 'add')}>{add.title}</Button>
      </>
    );
  }
  const [forOthers] = addForOthers;
  if (forOthers)
    return (
      <>
        <StillWaiting words={words} waiting={waiting} />
        <Button href={evidencePath(theCase.id, 'paper')}>{forOthers.title}</Button>
      </>
    );
  if (!closed) return null;
  const { dueAt } = closed.facts;
  const when = typeof dueAt === 'string' ? momentInWords(dueAt, model.zone, words) : undefined;
  return (
    <InsetText>
      <p>{when ? fill(said.over, { when }) : refusalWords(closed, words)}</p>
      <p>{said.askTribunal}</p>
    </InsetText>
  );
}

function StillWaiting({ words: { evidence: said }, waiting }: Pick<PageProps, 'words' | 'waiting'>) {
  return waiting.map(({ count, goOn }) => (
    <InsetText>
      <p>{fill(count === 1 ? said.waitingOne : said.waitingMany, { count })}</p>
      <p>
        <a href={goOn}>{said.goOn}</a>
      </p>
    </InsetText>
  ));
}

function OfParty({ words, model, party }: Props & { readonly party: string }) {
  const { theCase, names, exhibits, own } = model;
  const { evidence: said } = words;
  const of = theCase.parties.find(({ id }) => id === party);
  const theirs = exhibits.filter((exhibit) => exhibit.party === party);
  const isOwn = own.includes(party);
  return (
    <section aria-labelledby={`of-${party}`}>
      <h2 id={`of-${party}`}>{`${of?.name ?? ''} (${isOwn ? words.theCase.you : names.role(of?.role ?? '')})`}</h2>
      {theirs.length === 0 ? (
        <p>{said.none}</p>
      ) : (
        <ul class="card rows exhibits">
          {theirs.map((exhibit) => (
            <ExhibitRow words={words} model={model} exhibit={exhibit} />
          ))}
        </ul>
      )}
    </section>
  );
}

function ExhibitRow({ words, model, exhibit }: Props & { readonly exhibit: ExhibitView }) {
  const { theCase, zone } = model;
  const { number, description, datedOn, versions } = exhibit;
  const file = versions.at(-1);
  const dated = datedOn && fill(words.evidence.dated, { date: dayInWords(datedOn, words) });
  const filed = file && fill(words.evidence.filed, { when: shortMoment(file.filedAt, zone, words) });
  return (
    <li>
      {file && SHOWN_PICTURES.has(file.mime) && !exhibit.withdrawn && !file.check && (
        <img class="thumb" src={picturePath(theCase.id, file.document)} alt="" loading="lazy" />
      )}
      <div>
        <a href={evidencePath(theCase.id, number)}>{[number, description].filter(Boolean).join(' · ')}</a>
        <p class="quiet">{[file && fileFacts(file, words), dated, filed].filter(Boolean).join(' · ')}</p>
        <ExhibitStatus words={words} exhibit={exhibit} />
      </div>
    </li>
  );
}

/** What became of it, when it is not as it was first filed. */
export function ExhibitStatus({ words, exhibit }: { readonly words: Words; readonly exhibit: ExhibitView }) {
  const isCorrected = exhibit.earlier !== undefined && exhibit.status !== 'withdrawn';
  return (
    <>
      <FileStatus words={words} exhibit={exhibit} />{' '}
      {isCorrected && <Tag class="govuk-tag--yellow">{words.evidence.corrected}</Tag>}
    </>
  );
}

function FileStatus({ words, exhibit }: { readonly words: Words; readonly exhibit: ExhibitView }) {
  const { status, versions } = exhibit;
  const check = versions.at(-1)?.check;
  if (check && status !== 'withdrawn')
    return (
      <Tag class={check === 'waiting' ? 'govuk-tag--yellow' : 'govuk-tag--red'}>{words.evidence.checks[check]}</Tag>
    );
  if (status === 'filed') return null;
  if (status === 'withdrawn') return <Tag class="govuk-tag--grey">{words.evidence.withdrawn}</Tag>;
  return (
    <Tag class="govuk-tag--yellow">
      {fill(words.evidence.version, { number: versions.at(-1)?.version ?? versions.length })}
    </Tag>
  );
}

function Downloads({ words, caseId }: { readonly words: Words; readonly caseId: string }) {
  const path = `/cases/${encodeURIComponent(caseId)}`;
  const { evidence: said } = words;
  return (
    <>
      <h2>{said.takeAlong}</h2>
      <p>{said.takeAlongText}</p>
      <ul>
        <li>
          <a href={`${path}/exhibits.zip`}>{said.bundle}</a>
        </li>
        <li>
          <a href={`${path}/exhibits.pdf`}>{said.index}</a>
        </li>
      </ul>
    </>
  );
}
