import type { NoticeSent } from '../fact.ts';
import type { Party } from '../party.ts';
import { textIn } from '../text-in.ts';
import { engineNotice } from './engine-notice.ts';
import type { Turn } from './turn.ts';

/** The engine's own notice with the code by which an address is shown to be somebody's. */
export const CONFIRMATION_NOTICE = 'confirm-email';

const CHANGED_SUBJECT = {
  en: 'How we reach you was changed',
  fr: 'La façon de vous joindre a été modifiée',
};
const CHANGED_BODY = {
  en: 'Someone changed how we reach you in this case: an address, a phone number, or how you want to hear from us.\n\nIf it was you, or you asked us to, you need do nothing. If it was not, tell us at once: {contact}. Until a new e-mail address is confirmed, we keep writing to this one.',
  fr: 'Quelqu’un a modifié la façon de vous joindre dans ce dossier : une adresse, un numéro de téléphone, ou la manière dont vous voulez recevoir nos nouvelles.\n\nSi c’est vous, ou si vous nous l’avez demandé, vous n’avez rien à faire. Sinon, dites-le-nous sans attendre : {contact}. Tant qu’une nouvelle adresse courriel n’est pas confirmée, nous continuons d’écrire à celle-ci.',
};
const CONFIRM_SUBJECT = {
  en: 'Confirm your e-mail address',
  fr: 'Confirmez votre adresse courriel',
};
const CONFIRM_BODY = {
  en: 'Someone gave this address so that we can write to them here. To confirm that it is yours, type the code below on the page where you gave it, or tell it to the person at the registry who helps you.\n\nIf you do not know what this is about, you need do nothing: we will not write to this address again.',
  fr: 'Quelqu’un a donné cette adresse pour que nous lui écrivions ici. Pour confirmer qu’elle est la vôtre, entrez le code ci-dessous à la page où vous l’avez donnée, ou dites-le à la personne du greffe qui vous aide.\n\nSi vous ne savez pas de quoi il s’agit, vous n’avez rien à faire : nous n’écrirons plus à cette adresse.',
};

/** Tells the address that a party had before, so that nobody changes it behind their back. It names nothing of what is new. */
export function contactChangedNotice(turn: Turn, before: Party): NoticeSent {
  const { contact } = turn.process.tribunal;
  return engineNotice(turn, before, {
    notice: 'contact-changed',
    subject: textIn(CHANGED_SUBJECT, before.language),
    body: textIn(CHANGED_BODY, before.language).replace('{contact}', () => contact),
  });
}

/** What goes to a new address before it is known whose it is: nothing of the case. The code comes with the mail. */
export function confirmationNotice(turn: Turn, party: Party, email: string): NoticeSent {
  return engineNotice(turn, party, {
    notice: CONFIRMATION_NOTICE,
    channels: ['email'],
    to: { party: party.id, role: party.role, name: '', email },
    subject: textIn(CONFIRM_SUBJECT, party.language),
    body: textIn(CONFIRM_BODY, party.language),
  });
}
