/** @jsxImportSource hono/jsx */
import type { Field } from '../../../domain/definition/form-schema.ts';
import { Button } from '../../components/button.tsx';
import type { Words } from '../../words.ts';
import { AnswerField } from '../forms/answer-field.tsx';
import type { KeptFile } from '../forms/files-field.tsx';
import type { PageError } from '../page-errors.tsx';
import type { PageForm } from '../page-form.ts';
import type { RoomModel } from './room-model.ts';
import { roomPath } from './room-path.ts';

/** The form in which people write, by its id. */
export const WRITING = 'writing';

/** What was written and not sent yet. */
export interface RoomDraft {
  readonly fields: readonly Field[];
  readonly sent: PageForm;
  readonly kept: ReadonlyMap<string, readonly KeptFile[]>;
  /** Sent with the form: however often the button is pressed, it is sent once. */
  readonly idempotencyKey: string;
}

interface Props {
  readonly words: Words;
  readonly model: RoomModel;
  readonly draft: RoomDraft;
  readonly errors: readonly PageError[];
}

/** The one box to write in. Who can read it stands at the head of the page, and once more above the box. */
export function RoomBox({ words, model, draft, errors }: Props) {
  const { room: said } = words;
  const { theCase, room, write, definition } = model;
  if (!write) return model.agreed ? null : <p class="quiet">{room.isOpen ? said.onlyReads : said.closed}</p>;
  return (
    <section class="card narrow" aria-labelledby="write">
      <h2 id="write">{room.party === undefined ? said.writeAll : write.title}</h2>
      <form
        id={WRITING}
        method="post"
        action={roomPath(theCase.id, room.party)}
        enctype={draft.fields.some(({ type }) => type === 'file') ? 'multipart/form-data' : undefined}
        novalidate
      >
        <input type="hidden" name="_key" value={draft.idempotencyKey} />
        {draft.fields.map((field) => (
          <AnswerField
            field={field}
            words={words}
            currency={definition.currency}
            sent={draft.sent}
            errors={errors}
            parties={theCase.parties}
            kept={draft.kept.get(field.id) ?? []}
          />
        ))}
        <div class="govuk-button-group">
          <Button preventDoubleClick>{said.send}</Button>
          <Button name="_later" value="1" class="govuk-button--secondary">
            {said.later}
          </Button>
        </div>
      </form>
    </section>
  );
}
