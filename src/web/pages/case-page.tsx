/** @jsxImportSource hono/jsx */
import type { DeadlineView } from '../../app/case-view.ts';
import type { ActionView } from '../../app/queries/list-actions.ts';
import { named } from '../../domain/definition/definition-view.ts';
import { fill, type Words } from '../words.ts';
import { actionPath } from './action-path.ts';
import type { CasePageModel } from './case-page-model.ts';
import { CasePapers } from './case-papers.tsx';
import { CaseTalks } from './case-talks.tsx';
import { dayInWords, momentInWords } from './moment-in-words.ts';
import { TurnCard } from './turn-card.tsx';

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
  const { theCase, names } = model;
  return (
    <>
      <Said words={words} model={model} done={done} isGone={isGone} />
      <p class="quiet cap">
        {names.process} · {theCase.reference}
      </p>
      <h1>{titleOf(model)}</h1>
      <Stages words={words} model={model} />
      <TurnCard words={words} model={model} />
      <Actions words={words} model={model} />
      <Deadlines words={words} model={model} />
      <CaseTalks words={words} model={model} />
      <CasePapers words={words} model={model} />
      <People words={words} model={model} />
      <OtherActions words={words} model={model} />
    </>
  );
}

/** The parties' names, one side after the other. */
export function titleOf({ theCase: { parties } }: Pick<CasePageModel, 'theCase'>): string {
  return parties.map(({ name }) => name).join(' – ');
}

type Shown = Pick<Props, 'words' | 'model'>;

function Said({ words, model, done, isGone }: Props) {
  const { theCase: said } = words;
  const entry = model.journal.find(({ id, by }) => id === done && by.kind === 'person');
  if (entry) {
    const when = momentInWords(entry.at, model.zone, words);
    return (
      <section class="done" role="status">
        <h2>{fill(said.done, { title: entry.title ?? model.names.event(entry.type) })}</h2>
        <p>{fill(said.doneText, { when })}</p>
      </section>
    );
  }
  return isGone ? (
    <section class="note" role="status">
      <h2>{said.gone}</h2>
      <p>{said.goneText}</p>
    </section>
  ) : null;
}

/** Those it has been through, and where it is: what comes then depends on the people in it. */
function Stages({ words: { theCase: said }, model: { theCase, names, journal, definition } }: Shown) {
  const passed = new Set(journal.map(({ stage }) => stage));
  const shown = definition.stages.filter(({ id }) => passed.has(id) || id === theCase.stage);
  return (
    <>
      <ol class="stages" aria-label={said.stages}>
        {shown.map(({ id }) => (
          <li class={id === theCase.stage ? 'now' : 'past'} aria-current={id === theCase.stage ? 'step' : undefined}>
            {names.stage(id)}
          </li>
        ))}
      </ol>
      <p class="stage-now">{fill(said.stageNow, { stage: names.stage(theCase.stage) })}</p>
    </>
  );
}

function Actions({ words, model }: Shown) {
  const { actions } = model;
  if (actions.length === 0) return null;
  return (
    <>
      <h2>{words.theCase.actions}</h2>
      <ActionList words={words} model={model} actions={actions} />
    </>
  );
}

function OtherActions({ words, model }: Shown) {
  if (model.otherActions.length === 0) return null;
  return (
    <>
      <h2>{words.theCase.others}</h2>
      <ActionList words={words} model={model} actions={model.otherActions} />
    </>
  );
}

function ActionList({ words, model, actions }: Shown & { readonly actions: readonly ActionView[] }) {
  const { theCase, standing } = model;
  const isOwn = (party: string) => standing.some((role) => role.standing === 'party' && role.party === party);
  return (
    <ul class="card tasks">
      {actions.map((action) => (
        <li>
          <div>
            <a href={actionPath(theCase.id, action)}>{action.title}</a>
            {action.party && !isOwn(action.party) && (
              <p class="quiet">{fill(words.theCase.about, { name: nameIn(model, action.party) })}</p>
            )}
            {action.hint && <p class="quiet">{action.hint}</p>}
          </div>
          {action.deadline && (
            <span class="tag">{fill(words.theCase.dueBy, { when: dayInWords(action.deadline.localDate, words) })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

function nameIn({ theCase }: CasePageModel, party: string): string {
  return theCase.parties.find(({ id }) => id === party)?.name ?? party;
}

function Deadlines({ words, model }: Shown) {
  const { deadlines } = model.theCase;
  return (
    <>
      <h2>{words.theCase.deadlines}</h2>
      {deadlines.length === 0 && <p>{words.theCase.noDeadlines}</p>}
      {deadlines.length > 0 && (
        <ul class="card rows">
          {deadlines.map((deadline: DeadlineView) => (
            <li>
              <b>{momentInWords(deadline.dueAt, deadline.zone, words)}</b>
              <p class="quiet">{forWhom(words, model, deadline)}</p>
              <p>{deadline.why}</p>
            </li>
          ))}
        </ul>
      )}
      {model.own.length > 0 && (
        <p>
          <a href={`/cases/${encodeURIComponent(model.theCase.id)}/dates.ics`}>{words.calendar.add}</a>
        </p>
      )}
    </>
  );
}

/** Whose date it is: a date about one party can be another's to keep. */
function forWhom({ theCase: said }: Words, model: CasePageModel, { id, name, party }: DeadlineView): string {
  if (model.own.some((one) => one.id === id)) return said.forYou;
  const about = model.theCase.parties.find((one) => one.id === party);
  const roles = named(model.definition.deadlines, name)?.binds;
  const isTheirs = about && (!roles || roles.includes(about.role));
  const whom = isTheirs ? about.name : (roles ?? []).map((role) => model.names.role(role)).join(', ');
  return fill(said.deadlineOf, { name: whom || said.everyone });
}

function People({ words: { theCase: said }, model: { theCase, names, standing } }: Shown) {
  const own = new Set(standing.flatMap((role) => (role.standing === 'party' && !role.capacity ? [role.party] : [])));
  return (
    <>
      <h2>{said.parties}</h2>
      <ul class="card rows">
        {theCase.parties.map((party) => (
          <li>
            <b>{party.name}</b> {own.has(party.id) && `(${said.you})`}
            <p class="quiet">{[names.role(party.role), names.partyState(party)].filter(Boolean).join(' · ')}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
