/** @jsxImportSource hono/jsx */
import { fill, type Words } from '../../words.ts';
import { namesInWords } from '../case/names-in-words.ts';
import { WhoReads } from '../case/who-reads.tsx';
import type { RoomModel } from './room-model.ts';

interface Props {
  readonly words: Words;
  readonly model: RoomModel;
}

/** By name: who can read what is written here, and who never does. */
export function RoomReaders({ words, model }: Props) {
  const { room: said } = words;
  const isSeparate = model.room.party !== undefined;
  return (
    <WhoReads isPrivileged>
      <strong>{fill(said.readers, { names: readersInWords(words, model) })}</strong>{' '}
      {isSeparate ? said.separateNever : said.never}
    </WhoReads>
  );
}

/** “you, Bob Bright and the facilitator” */
function readersInWords({ lang, room: said }: Words, { room, theCase, standing, definition }: RoomModel): string {
  const isOwn = (party: string) =>
    standing.some((one) => one.standing === 'party' && one.party === party && !one.capacity);
  const inTalks = theCase.parties.filter(({ id }) => room.readers.includes(id));
  const others = inTalks.filter(({ id }) => !isOwn(id)).map(({ name }) => name);
  const isFacilitator = standing.some((one) => one.standing === 'assigned');
  const hasFacilitator = theCase.assigned.facilitator !== undefined || room.party !== undefined;
  const isBeside = standing.some((one) => one.standing === 'party' && inTalks.some(({ id }) => id === one.party));
  const isIn = isFacilitator || isBeside;
  return namesInWords(lang, [
    ...(isIn ? [said.you] : []),
    ...others,
    ...(hasFacilitator && !isFacilitator && 'facilitator' in definition.roles ? [said.facilitator] : []),
  ]);
}
