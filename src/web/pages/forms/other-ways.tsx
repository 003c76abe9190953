/** @jsxImportSource hono/jsx */

import type { ActionView } from '../../../app/queries/action-view.ts';
import type { ForeseenEvent } from '../../../app/queries/foresee-event.ts';
import { named } from '../../../domain/definition/definition-view.ts';
import { textIn } from '../../../domain/text-in.ts';
import { Button } from '../../components/button.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { WarningText } from '../../components/warning-text.tsx';
import { fill, type Words } from '../../words.ts';
import { momentInWords } from '../moment-in-words.ts';
import type { ActModel } from './act-model.ts';
import { checkPath } from './guided-path.ts';
import type { WayToSend } from './ways-to-send.ts';

interface Props {
  readonly words: Words;
  readonly act: ActModel;
  readonly way: WayToSend;
  readonly idempotencyKey: string;
}

/** Another way to send the same answers, such as without paying now: what can be done then, by when, and its own button. */
export function OtherWay({ words, act, way: { action, foreseen }, idempotencyKey }: Props) {
  const isUnpaid = leavesFeeOpen(act, action, foreseen);
  return (
    <section class="narrow">
      <h2>{isUnpaid ? words.ways.unpaid : words.ways.other}</h2>
      {isUnpaid && <p>{words.ways.unpaidText}</p>}
      {foreseen && <WhatThen words={words} act={act} foreseen={foreseen} />}
      <form method="post" action={checkPath({ ...act, event: action.event })} novalidate>
        <input type="hidden" name="_key" value={idempotencyKey} />
        {action.confirm && <WarningText prefix={words.act.warning}>{action.confirm}</WarningText>}
        <Button class="govuk-button--secondary" preventDoubleClick>
          {action.title}
        </Button>
      </form>
    </section>
  );
}

/** Before the answers can be sent nobody knows: then by what the process says of the event. */
function leavesFeeOpen({ definition }: ActModel, { event }: ActionView, foreseen: ForeseenEvent | undefined): boolean {
  const rule = named(definition.events, event);
  return foreseen ? foreseen.open > 0 : rule?.fee !== undefined && rule.pays !== rule.fee;
}

/** What becomes possible by it: until when, why then, and what is asked for; and what does not, and why. */
export function WhatThen({
  words,
  act,
  foreseen: { actions, refusedActions },
}: Omit<Props, 'way' | 'idempotencyKey'> & {
  readonly foreseen: ForeseenEvent;
}) {
  const { ways } = words;
  if (actions.length + refusedActions.length === 0) return null;
  const why = new Set(actions.flatMap(({ deadline }) => deadline?.why ?? []));
  return (
    <>
      <p>{ways.then}</p>
      <SummaryList
        rows={[
          ...actions.map((action) => ({
            question: action.title,
            answer: <Then words={words} act={act} action={action} />,
          })),
          ...refusedActions.map(({ titles, why }) => ({ question: titles.join(', '), answer: why })),
        ]}
      />
      {[...why].map((text) => (
        <p class="quiet">{text}</p>
      ))}
    </>
  );
}

function Then({ words, act, action }: Pick<Props, 'words' | 'act'> & { readonly action: ActionView }) {
  const { deadline, hint } = action;
  const asked = questionsOf(act, action, words);
  return (
    <>
      {deadline && (
        <div>{fill(words.theCase.dueBy, { when: momentInWords(deadline.dueAt, deadline.zone, words) })}</div>
      )}
      {hint && <div>{hint}</div>}
      {asked.length > 0 && (
        <div class="quiet">
          {words.ways.asks} {asked.map((question) => fill(words.ways.question, { question })).join(', ')}
        </div>
      )}
    </>
  );
}

/** What has to be answered for it. */
function questionsOf({ definition }: ActModel, { event }: ActionView, { lang }: Words): readonly string[] {
  const form = named(definition.events, event)?.form;
  const fields = (form && named(definition.forms, form)?.pages.flatMap((page) => page.fields)) || [];
  return fields.flatMap(({ required, label }) => (required && textIn(label, lang)) || []);
}
