/** @jsxImportSource hono/jsx */
import type { CaseView } from '../../../app/case-view.ts';
import type { DocumentView } from '../../../app/queries/document-view.ts';
import type { NoticeView } from '../../../app/queries/notice-view.ts';
import { named } from '../../../domain/definition/definition-view.ts';
import type { Form } from '../../../domain/definition/form-schema.ts';
import { textIn } from '../../../domain/text-in.ts';
import { formatMoney } from '../../../domain/texts/format-value.ts';
import { Details } from '../../components/details.tsx';
import { Tag } from '../../components/tag.tsx';
import { fill, type Words } from '../../words.ts';
import { takesEvidence } from '../evidence/evidence-model.ts';
import { evidencePath } from '../evidence/evidence-path.ts';
import { dayOfMoment } from '../moment-in-words.ts';
import { StandingTag } from '../register/standing-tag.tsx';
import { sizeInWords } from '../size-in-words.ts';
import { withColon } from '../with-colon.ts';
import { AnswersList } from './answers-list.tsx';
import { type CasePageModel, ROWS_SHOWN } from './case-page-model.ts';

interface Props {
  readonly words: Words;
  readonly model: CasePageModel;
}

/** What stands in writing: orders, answers, documents, letters. */
export function CasePapers(props: Props) {
  return (
    <>
      <Orders {...props} />
      <Evidence {...props} />
      <Answers {...props} />
      <Documents {...props} />
      <Notices {...props} />
    </>
  );
}

function Orders({ words, model: { orders, zone } }: Props) {
  if (orders.length === 0) return null;
  return (
    <>
      <h2>{words.theCase.orders}</h2>
      {orders.map(({ terms, amount, currency, code, at, ...order }) => (
        <section class="card order">
          <p class="quiet">
            {dayOfMoment(at, zone, words)} <StandingTag words={words} zone={zone} of={order} />
          </p>
          <p class="text">{terms}</p>
          {amount !== undefined && (
            <p>
              {withColon(words.theCase.orderAmount, words.lang)} <b>{formatMoney(amount, currency, words.lang)}</b>
            </p>
          )}
          <p class="quiet">
            {withColon(words.theCase.orderCode, words.lang)}{' '}
            <a href={`/verify/${encodeURIComponent(code)}`}>
              <code>{code}</code>
            </a>
          </p>
        </section>
      ))}
    </>
  );
}

/** How much is in evidence, and the way to it. */
function Evidence({ words, model: { exhibits, mayAddEvidence, theCase, definition } }: Props) {
  if (!takesEvidence(definition) && exhibits.length === 0) return null;
  const { evidence: said } = words;
  const count = exhibits.filter(({ withdrawn }) => !withdrawn).length;
  return (
    <>
      <h2>{said.title}</h2>
      <p>{count === 0 ? said.none : fill(count === 1 ? said.countOne : said.countMany, { count })}</p>
      <p>
        <a href={evidencePath(theCase.id)}>{mayAddEvidence ? said.showAndAdd : said.show}</a>
      </p>
    </>
  );
}

function Answers({ words, model: { theCase, definition } }: Props) {
  const nameOf = (id: string) => theCase.parties.find((party) => party.id === id)?.name ?? id;
  const said = formsOf(theCase).filter(({ form }) => isSaidHere(named(definition.forms, form)));
  if (said.length === 0) return null;
  return (
    <>
      <h2>{words.theCase.answers}</h2>
      <ul class="card rows">
        {said.map(({ form, by, answers }) => (
          <li>
            <Details
              summary={[textIn(named(definition.forms, form)?.title, words.lang), by].filter(Boolean).join(' · ')}
            >
              <AnswersList
                form={named(definition.forms, form)}
                answers={answers}
                words={words}
                currency={definition.currency}
                nameOf={nameOf}
              />
            </Details>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What was said in the talks stands there. */
function isSaidHere(form: Form | undefined): boolean {
  return form?.pages.some(({ fields }) => fields.some(({ privileged }) => !privileged)) ?? false;
}

function formsOf({ data, parties }: CaseView) {
  const ofCase = Object.entries(data).map(([form, answers]) => ({ form, by: '', answers }));
  const ofParties = parties.flatMap(({ name, data: own = {} }) =>
    Object.entries(own).map(([form, answers]) => ({ form, by: name, answers })),
  );
  return [...ofCase, ...ofParties];
}

function Documents({ words, model: { documents: all, exhibits } }: Props) {
  const inEvidence = new Set(exhibits.flatMap(({ versions }) => versions.map(({ document }) => document)));
  const documents = all.filter(({ id }) => !inEvidence.has(id));
  const { theCase: said } = words;
  return (
    <>
      <h2>{said.papers}</h2>
      {documents.length === 0 && <p>{said.noPapers}</p>}
      {documents.length > 0 && (
        <ul class="card rows">
          {documents.map((document) => (
            <li>
              <DocumentLink words={words} document={document} />
              <p class="quiet">{said.readers[document.readers]}</p>
            </li>
          ))}
        </ul>
      )}
      {all.length === ROWS_SHOWN && <p class="quiet">{said.older}</p>}
    </>
  );
}

/** A document to download, with its size; without a link until it is made. */
export function DocumentLink({ words, document }: { readonly words: Words; readonly document: DocumentView }) {
  const { id, title, size, isReady, mime, check } = document;
  if (check) return <span>{`${title} (${words.evidence.checks[check]})`}</span>;
  if (!isReady) return <span>{`${title} (${words.theCase.making})`}</span>;
  const kind = mime === 'application/pdf' ? 'PDF, ' : '';
  return <a href={`/documents/${encodeURIComponent(id)}`}>{`${title} (${kind}${sizeInWords(size ?? 0, words)})`}</a>;
}

/** Of the letters that one has opened, the newest stand open; who wants to see them all opens the rest. */
const LETTERS_SHOWN = 5;

function Notices({ words, model }: Props) {
  const { theCase: said } = words;
  const { notices } = model;
  const isShown = (notice: NoticeView, index: number) => index < LETTERS_SHOWN || isNew(model, notice);
  const earlier = notices.filter((notice, index) => !isShown(notice, index));
  return (
    <>
      <h2>{said.notices}</h2>
      {notices.length === 0 && <p>{said.noNotices}</p>}
      {notices.length > 0 && <Letters words={words} model={model} notices={notices.filter(isShown)} />}
      {earlier.length > 0 && (
        <Details summary={fill(said.earlier, { count: earlier.length })}>
          <Letters words={words} model={model} notices={earlier} />
        </Details>
      )}
      {notices.length === ROWS_SHOWN && <p class="quiet">{said.older}</p>}
    </>
  );
}

function Letters({ words, model, notices }: Props & { readonly notices: readonly NoticeView[] }) {
  return (
    <ul class="card rows">
      {notices.map((notice) => (
        <li class="split">
          <div>
            <a
              lang={notice.language}
              href={`/cases/${encodeURIComponent(model.theCase.id)}/notices/${encodeURIComponent(notice.id)}`}
            >
              {notice.subject}
            </a>
            <p class="quiet">{sentTo(words, notice, model.zone)}</p>
          </div>
          {isNew(model, notice) && <Tag class="govuk-tag--yellow">{words.theCase.unread}</Tag>}
        </li>
      ))}
    </ul>
  );
}

/** When a letter went to whom. */
export function sentTo(words: Words, { sentAt, to }: NoticeView, zone: string): string {
  return fill(words.theCase.sentOn, { when: dayOfMoment(sentAt, zone, words), name: to.name });
}

/** Theirs, and not opened yet. */
function isNew({ standing }: CasePageModel, { readAt, to }: NoticeView): boolean {
  return readAt === null && standing.some((role) => role.standing === 'party' && role.party === to.party);
}
