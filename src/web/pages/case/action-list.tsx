/** @jsxImportSource hono/jsx */
import type { ActionView } from '../../../app/queries/action-view.ts';
import { Tag } from '../../components/tag.tsx';
import { TaskList } from '../../components/task-list.tsx';
import { fill, type Words } from '../../words.ts';
import { dayInWords } from '../moment-in-words.ts';
import { actionPath } from './action-path.ts';
import type { CasePageModel } from './case-page-model.ts';

interface Props {
  readonly words: Words;
  readonly model: CasePageModel;
  readonly id: string;
  readonly actions: readonly ActionView[];
}

/** What someone can do now, each with its date. */
export function ActionList({ words, model, id, actions }: Props) {
  const { theCase, standing } = model;
  const isOwn = (party: string) => standing.some((role) => role.standing === 'party' && role.party === party);
  const about = ({ party }: ActionView) =>
    party && !isOwn(party) ? fill(words.theCase.about, { name: nameIn(model, party) }) : undefined;
  return (
    <TaskList
      id={id}
      tasks={actions.toSorted(soonest).map((action) => ({
        title: action.title,
        href: actionPath(theCase.id, action),
        hint: [about(action), action.hint].filter(Boolean).join('. ') || undefined,
        status: action.deadline && (
          <Tag class="govuk-tag--yellow">
            {fill(words.theCase.dueBy, { when: dayInWords(action.deadline.localDate, words) })}
          </Tag>
        ),
      }))}
    />
  );
}

const NEVER = '9999';

/** What has a date stands first, the next one at the top; all else as the process lists it. */
function soonest(one: ActionView, other: ActionView): number {
  return (one.deadline?.dueAt ?? NEVER).localeCompare(other.deadline?.dueAt ?? NEVER);
}

function nameIn({ theCase }: CasePageModel, party: string): string {
  return theCase.parties.find(({ id }) => id === party)?.name ?? party;
}
