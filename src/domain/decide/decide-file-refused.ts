import type { Command } from '../command.ts';
import type { NoticeSent } from '../fact.ts';
import type { Party } from '../party.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { textIn } from '../text-in.ts';
import { engineNotice } from './engine-notice.ts';
import { partyOf, type Turn } from './turn.ts';

const SUBJECT = {
  en: 'A file of yours was refused: a virus was found in it',
  fr: 'Un de vos fichiers a été refusé : il contient un virus',
};
const BODY = {
  en: 'We could not look for viruses when you sent “{file}”. We have looked now, and found one. Nobody can open the file.\n\nRemove the virus, or make a PDF or a picture of what the file shows, and send that. If the file is in evidence, replace it there.',
  fr: 'Nous ne pouvions pas chercher de virus quand vous avez envoyé « {file} ». Nous l’avons fait depuis, et en avons trouvé un. Personne ne peut ouvrir ce fichier.\n\nEnlevez le virus, ou faites un PDF ou une image de ce que le fichier montre, et envoyez cela. Si le fichier est parmi les preuves, remplacez-le là.',
};

/** A virus was found in a file that had been taken while nobody could look for one: its party is told, and nobody else. */
export function decideFileRefused(turn: Turn, command: Extract<Command, { kind: 'fileRefused' }>): Refusal | undefined {
  const party = partyOf(turn.theCase, command.party);
  if (!party) return refuse('UnknownParty', { party: command.party });
  turn.facts.push(refusedNotice(turn, party, command.filename));
  return undefined;
}

function refusedNotice(turn: Turn, party: Party, filename: string): NoticeSent {
  return engineNotice(turn, party, {
    notice: 'file-refused',
    channels: ['portal', 'email'],
    subject: textIn(SUBJECT, party.language),
    body: textIn(BODY, party.language).replace('{file}', () => filename),
    // Where uploads begin: what the file was for is not said, and may be without prejudice.
    audience: `caucus:${party.id}`,
  });
}
