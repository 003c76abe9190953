/** @jsxImportSource hono/jsx */
import type { Receipt } from '../../../app/queries/read-receipt.ts';
import type { Tribunal } from '../../../domain/process/process.ts';
import { NotificationBanner } from '../../components/notification-banner.tsx';
import { Panel } from '../../components/panel.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { fill, type Words } from '../../words.ts';
import type { CasePageModel } from '../case/case-page-model.ts';
import { TurnCard } from '../case/turn-card.tsx';
import { momentInWords } from '../moment-in-words.ts';
import { receiptGroups } from './receipt-rows.ts';
import { sentFilePath } from './sent-path.ts';

interface Props {
  readonly words: Words;
  readonly model: CasePageModel;
  readonly receipt: Receipt;
  readonly tribunal: Pick<Tribunal, 'contact'>;
  /** They tried to send it once more. */
  readonly isAgain: boolean;
  /** The file cannot be made just now. */
  readonly lacksFile: boolean;
}

/** It was sent: by what it is found again, what happens next and by when, and what was said. */
export function SentPage({ words, model, receipt, tribunal, isAgain, lacksFile }: Props) {
  const { sent } = words;
  const { theCase, zone } = model;
  const said = { title: receipt.title, name: receipt.by, when: momentInWords(receipt.at, zone, words) };
  const letters = model.notices.filter(({ id }) => id.startsWith(receipt.id));
  return (
    <>
      {isAgain && (
        <NotificationBanner title={sent.again} role="status">
          <p>{fill(sent.againText, said)}</p>
        </NotificationBanner>
      )}
      <Panel title={sentTitle(words, model, receipt)}>
        {sent.reference}
        <br />
        <strong>{theCase.reference}</strong>
      </Panel>
      <p>{fill(sent.saved, said)}</p>
      {lacksFile && <p class="note">{sent.noFile}</p>}
      <TurnCard words={words} model={model} />
      {letters.length > 0 && (
        <>
          <h2>{sent.letters}</h2>
          <ul class="plain">
            {letters.map(({ id, subject }) => (
              <li>
                <a href={`/cases/${encodeURIComponent(theCase.id)}/notices/${encodeURIComponent(id)}`}>{subject}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{sent.wrong}</h2>
      <p>
        {fill(sent.wrongText, { reference: theCase.reference })}{' '}
        <a href={`mailto:${tribunal.contact}`}>{tribunal.contact}</a>
      </p>
      <ul class="plain">
        <li>
          <a href={`/cases/${encodeURIComponent(theCase.id)}`}>{words.theCase.back}</a>
        </li>
        <li>
          <a href={`${sentFilePath(theCase.id, receipt.id)}?lang=${words.lang}`}>{sent.file}</a>
        </li>
      </ul>
      <h2>{sent.answers}</h2>
      <Answers words={words} model={model} receipt={receipt} />
    </>
  );
}

/** What has happened now, as the process says it. */
export function sentTitle({ sent }: Words, { names }: CasePageModel, { type, title }: Receipt): string {
  return names.happened(type) || fill(sent.title, { title });
}

function Answers({ words, model, receipt }: Pick<Props, 'words' | 'model' | 'receipt'>) {
  const { theCase, definition } = model;
  const groups = receiptGroups(receipt, { words, currency: definition.currency, parties: theCase.parties });
  if (groups.length === 0) return <p>{words.sent.noAnswers}</p>;
  return (
    <>
      {groups.map(({ title, rows }) => (
        <>
          {title && <h3>{title}</h3>}
          <div class="card narrow">
            <SummaryList rows={rows.map(({ label, value }) => ({ question: label, answer: value }))} />
          </div>
        </>
      ))}
    </>
  );
}
