import type { NoticeSent } from '../fact.ts';
import type { Party, Supporter } from '../party.ts';
import { textIn } from '../text-in.ts';
import { nextId, type Turn } from './turn.ts';

const SUBJECT = {
  en: 'You are asked to help with a dispute',
  fr: 'On vous demande votre aide dans un différend',
};
const BODY = {
  representative: {
    en: '{party} asks you to act for them in this dispute. What you do there counts as if they had done it.\n\nTo begin, sign in with this e-mail address. If you do not want to, you need do nothing.',
    fr: '{party} vous demande d’agir en son nom dans ce différend. Ce que vous y faites compte comme si cette personne l’avait fait.\n\nPour commencer, ouvrez une session avec cette adresse courriel. Si vous ne le voulez pas, vous n’avez rien à faire.',
  },
  helper: {
    en: '{party} asks you to help them with this dispute. You can read what they read; they decide.\n\nTo begin, sign in with this e-mail address. If you do not want to, you need do nothing.',
    fr: '{party} vous demande de l’aider dans ce différend. Vous pouvez lire ce que cette personne lit; c’est elle qui décide.\n\nPour commencer, ouvrez une session avec cette adresse courriel. Si vous ne le voulez pas, vous n’avez rien à faire.',
  },
};

/** What tells someone that a party wants them at its side: the engine's own notice, for every process. */
export function invitationNotice(turn: Turn, party: Party, supporter: Supporter): NoticeSent {
  const { language } = party;
  return {
    kind: 'NoticeSent',
    id: nextId(turn),
    notice: 'supporter-invited',
    template: 'notice',
    to: { party: party.id, role: party.role, name: supporter.name, email: supporter.email },
    channels: ['email'],
    language,
    subject: textIn(SUBJECT, language),
    body: textIn(BODY[supporter.capacity], language).replace('{party}', () => party.name),
    attach: [],
    deadlines: [],
    legal: false,
    audience: `party:${party.id}`,
  };
}
