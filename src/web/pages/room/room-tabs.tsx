/** @jsxImportSource hono/jsx */
import { fill, type Words } from '../../words.ts';
import type { RoomModel } from './room-model.ts';
import { roomPath } from './room-path.ts';

interface Props {
  readonly words: Words;
  readonly model: RoomModel;
}

/** From the talks of all to those with the facilitator alone, where the process has such talks. */
export function RoomTabs({ words, model }: Props) {
  const { room: said } = words;
  const { theCase, room, definition, standing } = model;
  const hasSeparate = Object.values(definition.events).some(({ message }) => message === 'separate');
  const isFacilitated = theCase.assigned.facilitator !== undefined || room.party !== undefined;
  if (!hasSeparate || !isFacilitated || room.separate.length === 0) return null;
  const isParty = (id: string) => standing.some((one) => one.standing === 'party' && one.party === id);
  const nameOf = (id: string) => theCase.parties.find((party) => party.id === id)?.name ?? '';
  const tabs = [
    ...(room.isInRoom ? [{ party: undefined, text: said.everyone }] : []),
    ...room.separate.map((party) => ({
      party,
      text:
        isParty(party) && room.separate.length === 1 ? said.withFacilitator : fill(said.alone, { name: nameOf(party) }),
    })),
  ];
  return (
    <nav class="tabs" aria-label={said.talks}>
      {tabs.map(({ party, text }) => (
        <a href={roomPath(theCase.id, party)} aria-current={party === room.party ? 'page' : undefined}>
          {text}
          {party !== room.party && <Unread words={words} count={unreadIn(model, party)} />}
        </a>
      ))}
    </nav>
  );
}

function unreadIn({ unread }: RoomModel, party: string | undefined): number {
  return (party === undefined ? unread?.all : unread?.separate[party]) ?? 0;
}

function Unread({ words: { room: said }, count }: { readonly words: Words; readonly count: number }) {
  return count > 0 ? <> ({fill(count === 1 ? said.messageOne : said.messageMany, { count })})</> : null;
}
