/** @jsxImportSource hono/jsx */
import type { FeeView } from '../../../app/queries/action-view.ts';
import type { Field } from '../../../domain/definition/form-schema.ts';
import { textIn } from '../../../domain/text-in.ts';
import { BackLink } from '../../components/back-link.tsx';
import { Button } from '../../components/button.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { WarningText } from '../../components/warning-text.tsx';
import type { Words } from '../../words.ts';
import { answerInWords } from '../case/answers-list.tsx';
import { type PageError, PageErrors } from '../page-errors.tsx';
import type { ActModel } from './act-model.ts';
import { ActFee, ActHead, KnownFee } from './act-page.tsx';
import type { AskedPage, GuidedModel } from './guided-model.ts';
import { checkPath, questionPath, taskListPath } from './guided-path.ts';
import { OtherWay, WhatThen } from './other-ways.tsx';
import type { WaysToSend } from './ways-to-send.ts';

interface Props {
  readonly words: Words;
  readonly model: GuidedModel;
  readonly ways: WaysToSend;
  readonly errors: readonly PageError[];
  readonly idempotencyKey: string;
  /** Of each other way: what was sent in one is no second try of another. */
  readonly newKey: () => string;
}

/** Every answer, each with a way to change it, what sending them costs, and the button that does it; then the other ways. */
export function CheckAnswersPage({ words, model, ways, errors, idempotencyKey, newKey }: Props) {
  const { act, asked } = model;
  const { action, names, event } = act;
  return (
    <>
      <BackLink href={taskListPath(act)}>{words.guided.back}</BackLink>
      <PageErrors words={words} errors={errors} />
      <ActHead words={words} model={act} title={words.guided.check} />
      {groupsOf(asked, words).map(({ title, fields }) => (
        <>
          {title && <h2>{title}</h2>}
          <div class="card narrow">
            <Answers words={words} model={model} fields={fields} />
          </div>
        </>
      ))}
      <form method="post" action={checkPath(act)} novalidate>
        <input type="hidden" name="_key" value={idempotencyKey} />
        {action?.fee && <Cost words={words} model={act} fee={action.fee} foreseen={ways.chosen} />}
        {action?.confirm && <WarningText prefix={words.act.warning}>{action.confirm}</WarningText>}
        <Button preventDoubleClick>{action?.title ?? names.event(event)}</Button>
      </form>
      {ways.others.map((way) => (
        <OtherWay words={words} act={act} way={way} idempotencyKey={newKey()} />
      ))}
    </>
  );
}

/** What it comes to by these answers, and what can be done where it stays open; as long as they cannot be sent, each band. */
function Cost({
  words,
  model,
  fee,
  foreseen,
}: Pick<Props, 'words'> & {
  readonly model: ActModel;
  readonly fee: FeeView;
  readonly foreseen: WaysToSend['chosen'];
}) {
  if (!foreseen) return <ActFee words={words} model={model} fee={fee} />;
  return (
    <>
      <KnownFee words={words} model={model} name={fee.name} amount={foreseen.fee} />
      {foreseen.open > 0 && (
        <div class="narrow">
          <WhatThen words={words} act={model} foreseen={foreseen} />
        </div>
      )}
    </>
  );
}

interface Group {
  readonly title: string;
  readonly fields: readonly { readonly page: string; readonly field: Field; readonly isCarried: boolean }[];
}

/** A page with a title stands under it; those without follow one another. */
function groupsOf(asked: readonly AskedPage[], { lang }: Words): readonly Group[] {
  const groups: Group[] = [];
  for (const { page, isCarried } of asked) {
    const title = textIn(page.title, lang);
    const fields = page.fields.map((field) => ({ page: page.id, field, isCarried }));
    const last = groups.at(-1);
    if (last && !title && !last.title) groups.splice(-1, 1, { title, fields: [...last.fields, ...fields] });
    else groups.push({ title, fields });
  }
  return groups;
}

function Answers({ words, model: { act, data }, fields }: Pick<Props, 'words' | 'model'> & Pick<Group, 'fields'>) {
  const nameOf = (party: string) => act.theCase.parties.find(({ id }) => id === party)?.name ?? '';
  return (
    <SummaryList
      rows={fields.map(({ page, field, isCarried }) => {
        const label = textIn(field.label, words.lang) || field.id;
        const value = data[field.id];
        return {
          id: `f-${field.id}`,
          question: label,
          answer: (
            <>
              {value === undefined
                ? words.guided.noAnswer
                : answerInWords(field, value, words, act.definition.currency, nameOf)}
              {isCarried && value !== undefined && <div class="quiet">{words.explore.carriedTag}</div>}
            </>
          ),
          actions: [{ href: questionPath(act, page, { toCheck: true }), text: words.guided.change, of: label }],
        };
      })}
    />
  );
}
