/** @jsxImportSource hono/jsx */
import type { ExhibitFileView, ExhibitView } from '../../../app/queries/exhibit-view.ts';
import type { Author } from '../../../app/queries/row-reader.ts';
import { BackLink } from '../../components/back-link.tsx';
import { Button } from '../../components/button.tsx';
import { InsetText } from '../../components/inset-text.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { fill, type Words } from '../../words.ts';
import { dayInWords, momentInWords } from '../moment-in-words.ts';
import type { EvidenceModel } from './evidence-model.ts';
import { ExhibitStatus } from './evidence-page.tsx';
import { evidencePath, picturePath } from './evidence-path.ts';
import { fileFacts, SHOWN_PICTURES } from './file-facts.ts';

interface Props {
  readonly words: Words;
  readonly model: EvidenceModel;
  readonly exhibit: ExhibitView;
  /** Of a text, as far as it is shown. */
  readonly text: string | undefined;
}

/** One exhibit: what it shows, its file, and what it was before. */
export function ExhibitPage({ words, model, exhibit, text }: Props) {
  const { theCase } = model;
  const { number, description, versions, earlier = [], withdrawn } = exhibit;
  const file = versions.at(-1);
  return (
    <>
      <BackLink href={evidencePath(theCase.id)}>{words.evidence.back}</BackLink>
      <p class="quiet cap">{theCase.reference}</p>
      <h1>{[number, description].filter(Boolean).join(' · ')}</h1>
      <ExhibitStatus words={words} exhibit={exhibit} />
      {withdrawn && <Withdrawn words={words} model={model} withdrawn={withdrawn} isReadable={file !== undefined} />}
      {file?.check && <InsetText>{words.evidence.checks[`${file.check}Text`]}</InsetText>}
      {file && !file.check && (
        <Shown words={words} caseId={theCase.id} file={file} description={description} text={text} />
      )}
      {file && <Facts words={words} model={model} exhibit={exhibit} file={file} />}
      <Steps words={words} model={model} exhibit={exhibit} />
      {earlier.length > 0 && <EarlierWords words={words} model={model} earlier={earlier} />}
      {versions.length > 1 && <Earlier words={words} model={model} versions={versions.slice(0, -1)} />}
    </>
  );
}

function Withdrawn({
  words,
  model,
  withdrawn,
  isReadable,
}: Pick<Props, 'words' | 'model'> & {
  readonly withdrawn: NonNullable<ExhibitView['withdrawn']>;
  readonly isReadable: boolean;
}) {
  const { evidence: said } = words;
  const when = momentInWords(withdrawn.at, model.zone, words);
  return (
    <InsetText>
      <p>{fill(said.withdrawnOn, { when, name: nameOf(withdrawn.by) })}</p>
      {withdrawn.reason && <p class="text">{withdrawn.reason}</p>}
      <p>{isReadable ? said.withdrawnOwn : said.withdrawnText}</p>
    </InsetText>
  );
}

interface ShownProps {
  readonly words: Words;
  readonly caseId: string;
  readonly file: ExhibitFileView;
  readonly description: string;
  readonly text: string | undefined;
}

/** A picture as a picture, a text as a text; everything else is downloaded. */
function Shown({ words, caseId, file, description, text }: ShownProps) {
  return (
    <>
      {SHOWN_PICTURES.has(file.mime) && (
        <img class="exhibit" src={picturePath(caseId, file.document)} alt={description} />
      )}
      {text !== undefined && (
        <section class="exhibit text" tabindex={0} aria-label={description}>
          {text}
        </section>
      )}
      <p>
        <a href={`/documents/${encodeURIComponent(file.document)}`}>
          {fill(words.evidence.download, { name: file.filename, facts: fileFacts(file, words) })}
        </a>
      </p>
    </>
  );
}

function Facts({ words, model, exhibit, file }: Omit<Props, 'text'> & { readonly file: ExhibitFileView }) {
  const { evidence: said } = words;
  const party = model.theCase.parties.find(({ id }) => id === exhibit.party);
  return (
    <SummaryList
      rows={[
        { question: said.of, answer: party?.name ?? '' },
        ...(exhibit.datedOn ? [{ question: said.date, answer: dayInWords(exhibit.datedOn, words) }] : []),
        { question: said.filedBy, answer: filedBy(file.by, party?.name ?? '', model, words) },
        { question: said.filedOn, answer: momentInWords(file.filedAt, model.zone, words) },
        { question: said.hash, answer: <code class="hash">{file.sha256}</code> },
      ]}
    />
  );
}

function Steps({ words, model, exhibit }: Omit<Props, 'text'>) {
  const { theCase, replace, describe, withdraw, own } = model;
  if (!own.includes(exhibit.party) || exhibit.withdrawn) return null;
  const path = (step: string) => evidencePath(theCase.id, exhibit.number, step);
  return (
    <div class="govuk-button-group">
      {replace && (
        <Button href={path('replace')} class="govuk-button--secondary">
          {words.evidence.replace}
        </Button>
      )}
      {describe && (
        <Button href={path('describe')} class="govuk-button--secondary">
          {words.evidence.correct}
        </Button>
      )}
      {withdraw && (
        <Button href={path('withdraw')} class="govuk-button--secondary">
          {words.evidence.withdraw}
        </Button>
      )}
    </div>
  );
}

/** What the other side may have read, and who made it read otherwise. */
function EarlierWords({
  words,
  model,
  earlier,
}: Pick<Props, 'words' | 'model'> & { readonly earlier: NonNullable<ExhibitView['earlier']> }) {
  const { evidence: said } = words;
  return (
    <>
      <h2>{said.earlierWords}</h2>
      <p>{said.earlierWordsText}</p>
      <ul class="card rows">
        {earlier.toReversed().map(({ description, datedOn, changedAt, changedBy }) => (
          <li>
            {description}
            <p class="quiet">
              {[
                datedOn && fill(said.dated, { date: dayInWords(datedOn, words) }),
                fill(said.saidUntil, {
                  when: momentInWords(changedAt, model.zone, words),
                  name: nameOf(changedBy),
                }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

function Earlier({
  words,
  model,
  versions,
}: Pick<Props, 'words' | 'model'> & { readonly versions: readonly ExhibitFileView[] }) {
  const { evidence: said } = words;
  return (
    <>
      <h2>{said.earlier}</h2>
      <p>{said.earlierText}</p>
      <ul class="card rows">
        {versions.toReversed().map((file) => (
          <li>
            <a href={`/documents/${encodeURIComponent(file.document)}`}>
              {`${fill(said.version, { number: file.version })} · ${file.filename}`}
            </a>
            <p class="quiet">
              {`${fileFacts(file, words)} · ${fill(said.filed, { when: momentInWords(file.filedAt, model.zone, words) })}`}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Who filed it; of somebody of the tribunal also as what, and for whom. */
function filedBy(by: Author, party: string, { names }: EvidenceModel, { evidence: said }: Words): string {
  if (by.kind !== 'person' || by.party) return nameOf(by);
  return fill(said.filedForParty, { name: by.name, role: names.role(by.role), party });
}

function nameOf(by: Author): string {
  return by.kind === 'person' ? by.name : '';
}
