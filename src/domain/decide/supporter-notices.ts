import type { NoticeSent } from '../fact.ts';
import type { Party, Supporter } from '../party.ts';
import { textIn } from '../text-in.ts';
import { engineNotice } from './engine-notice.ts';
import type { Turn } from './turn.ts';

type Texts = Readonly<Record<string, string>>;

const INVITED: Texts = {
  en: 'You are asked to help with a dispute',
  fr: 'On vous demande votre aide dans un différend',
};
const INVITED_BODY: { readonly [C in Supporter['capacity']]: Texts } = {
  representative: {
    en: '{party} asks you to act for them in this dispute. What you do there counts as if they had done it.\n\nSign in with this e-mail address to read what it means, and to accept or decline. Nothing is open to you until you accept. If you do not want to, you can also do nothing.',
    fr: '{party} vous demande d’agir en son nom dans ce différend. Ce que vous y faites compte comme si cette personne l’avait fait.\n\nOuvrez une session avec cette adresse courriel pour lire ce que cela signifie, puis accepter ou refuser. Rien ne vous est ouvert avant que vous acceptiez. Si vous ne le voulez pas, vous pouvez aussi ne rien faire.',
  },
  helper: {
    en: '{party} asks you to help them with this dispute. You can read what they read; they decide.\n\nSign in with this e-mail address to read what it means, and to accept or decline. Nothing is open to you until you accept. If you do not want to, you can also do nothing.',
    fr: '{party} vous demande de l’aider dans ce différend. Vous pouvez lire ce que cette personne lit; c’est elle qui décide.\n\nOuvrez une session avec cette adresse courriel pour lire ce que cela signifie, puis accepter ou refuser. Rien ne vous est ouvert avant que vous acceptiez. Si vous ne le voulez pas, vous pouvez aussi ne rien faire.',
  },
};
const CHANGED: Texts = {
  en: 'What you may do in a dispute has changed',
  fr: 'Ce que vous pouvez faire dans un différend a changé',
};
const CHANGED_BODY: { readonly [C in Supporter['capacity']]: Texts } = {
  representative: {
    en: '{party} asks you to act for them from now on. What you do counts as if they had done it. If you do not want to, sign in and step back.',
    fr: '{party} vous demande d’agir désormais en son nom. Ce que vous faites compte comme si cette personne l’avait fait. Si vous ne le voulez pas, ouvrez une session et retirez-vous.',
  },
  helper: {
    en: 'You no longer act for {party}. You can still read what they read, and help them; they decide.',
    fr: 'Vous n’agissez plus au nom de {party}. Vous pouvez encore lire ce que cette personne lit, et l’aider; c’est elle qui décide.',
  },
};
const GONE: Texts = { en: 'Someone no longer helps you', fr: 'Une personne ne vous aide plus' };
const GONE_BODY: Texts = {
  en: '{supporter} has declined or stepped back, and no longer sees your dispute. What they did for you stays as it is. You can invite somebody else.',
  fr: '{supporter} a refusé ou s’est retiré, et ne voit plus votre différend. Ce qui a été fait pour vous reste tel quel. Vous pouvez inviter quelqu’un d’autre.',
};

/** What tells someone that a party wants them at its side: the engine's own notice, for every process. */
export function invitationNotice(turn: Turn, party: Party, supporter: Supporter): NoticeSent {
  return toSupporter(turn, party, supporter, 'supporter-invited', INVITED, INVITED_BODY[supporter.capacity]);
}

/** What tells them that the party wants something else of them now. */
export function changedHelpNotice(turn: Turn, party: Party, supporter: Supporter): NoticeSent {
  return toSupporter(turn, party, supporter, 'help-changed', CHANGED, CHANGED_BODY[supporter.capacity]);
}

/** What tells the party that somebody is no longer at its side. */
export function steppedBackNotice(turn: Turn, party: Party, { name }: Supporter): NoticeSent {
  return engineNotice(turn, party, {
    notice: 'supporter-left',
    subject: textIn(GONE, party.language),
    body: textIn(GONE_BODY, party.language).replace('{supporter}', () => name),
  });
}

function toSupporter(
  turn: Turn,
  party: Party,
  { name, email }: Supporter,
  notice: string,
  subject: Texts,
  body: Texts,
): NoticeSent {
  return engineNotice(turn, party, {
    notice,
    to: { party: party.id, role: party.role, name, email },
    channels: ['email'],
    subject: textIn(subject, party.language),
    body: textIn(body, party.language).replace('{party}', () => party.name),
  });
}
