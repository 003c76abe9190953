/** @jsxImportSource hono/jsx */
import type { DocumentView } from '../../../app/queries/document-view.ts';
import type { NoticeView } from '../../../app/queries/notice-view.ts';
import { BackLink } from '../../components/back-link.tsx';
import type { Words } from '../../words.ts';
import { DocumentLink, sentTo } from '../case/case-papers.tsx';
import { NoticeProof } from './notice-proof.tsx';

interface Props {
  readonly words: Words;
  readonly caseId: string;
  readonly notice: NoticeView;
  /** Where the tribunal sits. */
  readonly zone: string;
  readonly attached: readonly DocumentView[];
  /** They print and post the letters of the case. */
  readonly mayPost: boolean;
}

/** A letter of the tribunal, as it was sent. */
export function NoticePage({ words, caseId, notice, zone, attached, mayPost }: Props) {
  return (
    <>
      <BackLink href={`/cases/${encodeURIComponent(caseId)}`}>{words.theCase.back}</BackLink>
      <article lang={notice.language}>
        <h1>{notice.subject}</h1>
        <p class="quiet" lang={words.lang}>
          {sentTo(words, notice, zone)}
        </p>
        {notice.deadlines.length > 0 && (
          <ul class="card rows">
            {notice.deadlines.map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
        )}
        <div class="card letter">
          <p class="text">{notice.body}</p>
        </div>
      </article>
      {attached.length > 0 && (
        <>
          <h2>{words.theCase.attached}</h2>
          <ul class="card rows">
            {attached.map((document) => (
              <li>
                <DocumentLink words={words} document={document} />
              </li>
            ))}
          </ul>
        </>
      )}
      <NoticeProof words={words} notice={notice} zone={zone} mayPost={mayPost} />
    </>
  );
}
