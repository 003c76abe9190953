/** @jsxImportSource hono/jsx */
import type { ActionView } from '../../../app/queries/action-view.ts';
import { named } from '../../../domain/definition/definition-view.ts';
import { NotificationBanner } from '../../components/notification-banner.tsx';
import { fill, type Words } from '../../words.ts';
import { momentInWords } from '../moment-in-words.ts';
import { OfferTurn } from '../room/offer-turn.tsx';
import { isOfRoom } from '../room/room-actions.ts';
import { ActionList } from './action-list.tsx';
import { BegunForms } from './begun-forms.tsx';
import { BesideWhom } from './beside-whom.tsx';
import { CaseDeadlines } from './case-deadlines.tsx';
import { CaseHelp } from './case-help.tsx';
import { CaseMessages } from './case-messages.tsx';
import type { CasePageModel } from './case-page-model.ts';
import { CasePapers } from './case-papers.tsx';
import { CasePeople } from './case-people.tsx';
import { CaseTalks } from './case-talks.tsx';
import { CaseTimeline } from './case-timeline.tsx';
import { CaseWork } from './case-work.tsx';
import { RefusedActions } from './refused-actions.tsx';
import { StageTracker } from './stage-tracker.tsx';
import { TurnCard } from './turn-card.tsx';
import { firstStep } from './turn-of.ts';

interface Props {
  readonly words: Words;
  readonly model: CasePageModel;
  /** The entry that the viewer has just made. */
  readonly done: string | undefined;
  /** What they asked for cannot be done now. */
  readonly isGone: boolean;
}

/** A case, the one thing to do first. */
export function CasePage({ words, model, done, isGone }: Props) {
  const { theCase, names, actions, otherActions } = model;
  const first = firstStep(model);
  // What is done in the talks is done there.
  const others = actions.filter((action) => action !== first && !(model.talks && isDoneInRoom(model, action)));
  const shown = { words, model };
  return (
    <>
      <Said {...shown} done={done} isGone={isGone} />
      <p class="quiet cap">
        {names.process} · {theCase.reference}
      </p>
      <h1>{titleOf(model)}</h1>
      <BesideWhom {...shown} />
      <StageTracker {...shown} />
      <div class="two">
        <div>
          <BegunForms words={words} caseId={theCase.id} begun={model.begun} />
          <CaseWork {...shown} />
          {model.talks?.isToAnswer ? <OfferTurn {...shown} /> : <TurnCard {...shown} />}
          <CaseTalks {...shown} />
          {others.length > 0 && (
            <>
              <h2>{others.length < actions.length ? words.theCase.elseActions : words.theCase.actions}</h2>
              <ActionList {...shown} id="action" actions={others} />
            </>
          )}
          <RefusedActions {...shown} />
          <CaseMessages {...shown} />
          <CasePapers {...shown} />
        </div>
        <aside aria-label={words.theCase.sidebar}>
          <CaseTimeline {...shown} />
          <CaseDeadlines {...shown} />
          <CasePeople {...shown} />
          <CaseHelp {...shown} />
          {otherActions.length > 0 && (
            <>
              <h2>{words.theCase.others}</h2>
              <ActionList {...shown} id="other" actions={otherActions} />
            </>
          )}
        </aside>
      </div>
    </>
  );
}

function isDoneInRoom({ definition }: CasePageModel, { event }: ActionView): boolean {
  const rule = named(definition.events, event);
  return rule !== undefined && isOfRoom(rule);
}

/** The parties' names, one side after the other. */
export function titleOf({ theCase: { parties } }: Pick<CasePageModel, 'theCase'>): string {
  return parties.map(({ name }) => name).join('\u00a0– ');
}

function Said({ words, model, done, isGone }: Props) {
  const { theCase: said } = words;
  const entry = model.journal.find(({ id, by }) => id === done && by.kind === 'person');
  if (entry) {
    const when = momentInWords(entry.at, model.zone, words);
    const title = model.names.event(entry.type);
    const happened = model.names.happened(entry.type) || fill(said.done, { title });
    return (
      <NotificationBanner title={said.saved} isSuccess>
        <p class="govuk-notification-banner__heading">{happened}</p>
        <p>{fill(said.doneText, { when })}</p>
      </NotificationBanner>
    );
  }
  return isGone ? (
    <NotificationBanner title={said.gone} role="status">
      <p>{said.goneText}</p>
    </NotificationBanner>
  ) : null;
}
