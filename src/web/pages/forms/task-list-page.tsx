/** @jsxImportSource hono/jsx */
import { textIn } from '../../../domain/text-in.ts';
import { BackLink } from '../../components/back-link.tsx';
import { Button } from '../../components/button.tsx';
import { NotificationBanner } from '../../components/notification-banner.tsx';
import { Tag } from '../../components/tag.tsx';
import { TaskList } from '../../components/task-list.tsx';
import { fill, type Words } from '../../words.ts';
import { needsPath } from '../people/needs-path.ts';
import type { ActModel } from './act-model.ts';
import { ActHead } from './act-page.tsx';
import type { AskedPage, GuidedModel } from './guided-model.ts';
import { checkPath, laterPath, questionPath, taskListPath } from './guided-path.ts';

interface Props {
  readonly words: Words;
  readonly model: GuidedModel;
  /** Where a link to go on can be mailed to; empty: nowhere. */
  readonly email: string;
  /** What came of asking for one. */
  readonly later: string | undefined;
  readonly idempotencyKey: string;
}

/** All that is asked, what is answered already, and the one next step. */
export function TaskListPage({ words, model: { act, asked }, email, later, idempotencyKey }: Props) {
  const { guided } = words;
  const next = asked.find(({ status }) => status !== 'done');
  const done = asked.filter(({ status }) => status === 'done').length;
  return (
    <>
      <BackLink href={`/cases/${encodeURIComponent(act.theCase.id)}`}>{guided.later}</BackLink>
      <Mailed words={words} email={email} later={later} />
      <ActHead words={words} model={act} />
      <p>{fill(guided.progress, { done, all: asked.length })}</p>
      <p class="quiet">{guided.kept}</p>
      <div class="narrow">
        <TaskList
          tasks={asked.map((one) => ({
            title: pageTitle(one.page, words),
            href: questionPath(act, one.page.id),
            hint: one.isCarried ? words.explore.carriedTag : undefined,
            status: <Tag class={COLOURS[one.status]}>{guided[one.status]}</Tag>,
          }))}
        />
        <NeedsOffer words={words} act={act} />
      </div>
      <Button href={next ? questionPath(act, next.page.id) : checkPath(act)}>
        {next ? (done === 0 ? guided.start : guided.goOn) : guided.check}
      </Button>
      {email && (
        <form method="post" action={laterPath(act)}>
          <input type="hidden" name="_key" value={idempotencyKey} />
          <Button class="govuk-button--secondary" preventDoubleClick attributes={{ 'aria-describedby': 'later-hint' }}>
            {guided.mail}
          </Button>
          <p class="quiet" id="later-hint">
            {fill(guided.mailHint, { email })}
          </p>
        </form>
      )}
    </>
  );
}

function Mailed({ words: { guided }, email, later }: Pick<Props, 'words' | 'email' | 'later'>) {
  if (later !== 'mailed' && later !== 'tooOften') return null;
  const isMailed = later === 'mailed';
  return (
    <NotificationBanner title={isMailed ? guided.mailed : guided.mailedOften} isSuccess={isMailed} role="status">
      <p>{isMailed ? fill(guided.mailedText, { email }) : guided.mailedOftenText}</p>
    </NotificationBanner>
  );
}

/** Asked beside all other questions, and never among them: nobody has to answer, and the other side reads none of it. Not in the midst of talks. */
function NeedsOffer({ words: { needs: said }, act }: { readonly words: Words; readonly act: ActModel }) {
  if (!act.mayTellNeeds || act.isPrivileged) return null;
  const { theCase } = act;
  const hasTold = theCase.parties.some(({ needs = [] }) => needs.length > 0);
  return (
    <TaskList
      id="needs"
      tasks={[
        {
          title: said.offer,
          hint: said.offerHint,
          href: needsPath(theCase.id, '', { next: taskListPath(act) }),
          status: <Tag class="govuk-tag--grey">{hasTold ? said.toldUs : said.optional}</Tag>,
        },
      ]}
    />
  );
}

const COLOURS = { todo: 'govuk-tag--grey', wrong: 'govuk-tag--yellow', done: 'govuk-tag--green' } as const;

/** What a page is about: its title, or its first question. */
export function pageTitle({ title, fields }: AskedPage['page'], { lang }: Words): string {
  return textIn(title, lang) || textIn(fields[0]?.label, lang) || (fields[0]?.id ?? '');
}
