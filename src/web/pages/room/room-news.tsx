/** @jsxImportSource hono/jsx */
import { Button } from '../../components/button.tsx';
import type { Words } from '../../words.ts';
import { WRITING } from './room-box.tsx';
import type { RoomModel } from './room-model.ts';
import { roomPath } from './room-path.ts';

interface Props {
  readonly words: Words;
  readonly model: RoomModel;
}

/** Says, where scripts run, that something has come since the page was made; without one it is empty. */
export function RoomNews({ words: { room: said }, model: { theCase, room, write, newestEntry } }: Props) {
  if (theCase.status === 'closed') return null;
  return (
    <div
      class="news"
      data-news={`/api/v1/cases/${encodeURIComponent(theCase.id)}/journal?limit=20`}
      data-known={newestEntry}
      data-said={said.news}
    >
      <p role="status" />
      <Button href={roomPath(theCase.id, room.party)} class="govuk-button--secondary" attributes={HIDDEN}>
        {said.showNews}
      </Button>
      {write && (
        <Button name="_later" value="1" class="govuk-button--secondary" attributes={{ ...HIDDEN, form: WRITING }}>
          {said.keepAndShowNews}
        </Button>
      )}
    </div>
  );
}

const HIDDEN = { hidden: '' };
