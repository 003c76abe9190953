/** @jsxImportSource hono/jsx */
import type { Field } from '../../../domain/definition/form-schema.ts';
import { textIn } from '../../../domain/text-in.ts';
import { BackLink } from '../../components/back-link.tsx';
import { Button } from '../../components/button.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { WarningText } from '../../components/warning-text.tsx';
import type { Words } from '../../words.ts';
import { answerInWords } from '../case/answers-list.tsx';
import { type PageError, PageErrors } from '../page-errors.tsx';
import { ActFee, ActHead } from './act-page.tsx';
import type { AskedPage, GuidedModel } from './guided-model.ts';
import { checkPath, questionPath, taskListPath } from './guided-path.ts';

interface Props {
  readonly words: Words;
  readonly model: GuidedModel;
  readonly errors: readonly PageError[];
  readonly idempotencyKey: string;
}

/** Every answer, each with a way to change it, and the one button that sends them. */
export function CheckAnswersPage({ words, model, errors, idempotencyKey }: Props) {
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
        {action?.fee && <ActFee words={words} model={act} fee={action.fee} />}
        {action?.confirm && <WarningText prefix={words.act.warning}>{action.confirm}</WarningText>}
        <Button preventDoubleClick>{action?.title ?? names.event(event)}</Button>
      </form>
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
