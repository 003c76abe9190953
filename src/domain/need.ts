import type { Text } from './definition/text-schema.ts';

export const NEED_KINDS = ['interpreter', 'accommodation', 'attendance', 'safety'] as const;
export type NeedKind = (typeof NEED_KINDS)[number];

/** Who may read a need beside the party and the registry: as the party chooses, one by one. */
export const NEED_READERS = ['supporters', 'facilitator', 'member'] as const;
export type NeedReader = (typeof NEED_READERS)[number];

/** Something that a party needs to take part. Nobody is asked why: never a diagnosis. */
export interface Need {
  readonly id: string;
  readonly kind: NeedKind;
  /** What of the list would help: keys of `NEED_WORDS`. */
  readonly wants: readonly string[];
  /** In their own words. */
  readonly details?: string;
  readonly readers: readonly NeedReader[];
  readonly status: 'asked' | 'arranged' | 'cannot';
  /** What the registry says to it. */
  readonly answer?: string;
  /** The user who told it: who acts for the party goes on reading what they wrote. */
  readonly toldBy: string;
  /** Instants (UTC). */
  readonly toldAt: string;
  readonly answeredAt?: string;
}

/** The registry's work on what one party has asked for. It is told to fewer people than other tasks. */
export const NEED_TASK = 'arrange-need';

/** What one party can have told at a time. */
export const MAX_NEEDS = 20;

/** Characters of what someone says in their own words. */
export const NEED_TEXT_LENGTH = 2_000;

/** Whether a need may have these readers: that someone is afraid is never for whoever decides. */
export function mayBeReadBy(kind: NeedKind, readers: readonly NeedReader[]): boolean {
  return kind !== 'safety' || !readers.includes('member');
}

/** Whom a page proposes beside the registry: those who would arrange it, but for what is told in confidence. */
export function usualReaders(kind: NeedKind): readonly NeedReader[] {
  return kind === 'safety' ? [] : ['facilitator', 'member'];
}

interface NeedWords {
  readonly title: Text;
  readonly hint: Text;
  readonly wants: Readonly<Record<string, Text>>;
}

/** Each kind, as people are asked for it. */
export const NEED_WORDS: { readonly [K in NeedKind]: NeedWords } = {
  interpreter: {
    title: { en: 'An interpreter', fr: 'Un interprète' },
    hint: { en: 'For a spoken language, or sign language.', fr: 'Pour une langue parlée, ou la langue des signes.' },
    wants: {
      spoken: { en: 'Someone who interprets when we talk', fr: 'Quelqu’un qui interprète quand nous parlons' },
      sign: { en: 'Sign language', fr: 'La langue des signes' },
      written: { en: 'Help with reading our letters', fr: 'De l’aide pour lire nos lettres' },
    },
  },
  accommodation: {
    title: { en: 'Something that makes it easier to take part', fr: 'Quelque chose qui facilite la participation' },
    hint: {
      en: 'Large print, breaks, the phone instead of forms, or anything else.',
      fr: 'Gros caractères, pauses, téléphone au lieu des formulaires, ou autre chose.',
    },
    wants: {
      largePrint: { en: 'Papers in large print', fr: 'Des documents en gros caractères' },
      phone: { en: 'The phone instead of forms', fr: 'Le téléphone au lieu des formulaires' },
      readAloud: { en: 'Someone who reads papers to me', fr: 'Quelqu’un qui me lit les documents' },
      breaks: { en: 'Breaks when we talk', fr: 'Des pauses quand nous parlons' },
      shortTalks: { en: 'Short talks, one thing at a time', fr: 'Des entretiens courts, une chose à la fois' },
      hearing: { en: 'Captions, or a hearing loop', fr: 'Des sous-titres, ou une boucle auditive' },
      access: { en: 'A place without steps', fr: 'Un lieu sans marches' },
    },
  },
  attendance: {
    title: { en: 'Help with coming to a talk or a hearing', fr: 'De l’aide pour un entretien ou une audience' },
    hint: {
      en: 'By phone or video, at some times only, or with someone beside you.',
      fr: 'Par téléphone ou vidéo, à certaines heures seulement, ou avec quelqu’un à vos côtés.',
    },
    wants: {
      byPhone: { en: 'By phone', fr: 'Par téléphone' },
      byVideo: { en: 'By video', fr: 'Par vidéo' },
      inPerson: { en: 'In person', fr: 'En personne' },
      someTimes: { en: 'Only at some times of the day', fr: 'Seulement à certaines heures' },
      someoneBeside: { en: 'With someone beside me', fr: 'Avec quelqu’un à mes côtés' },
    },
  },
  safety: {
    title: { en: 'To feel safe', fr: 'Me sentir en sécurité' },
    hint: {
      en: 'If you are afraid of the other side, or do not want to meet them.',
      fr: 'Si vous avez peur de l’autre partie, ou ne voulez pas la rencontrer.',
    },
    wants: {
      separateTalks: { en: 'Talks without the other side', fr: 'Des entretiens sans l’autre partie' },
      notInSight: { en: 'Not to see or hear the other side', fr: 'Ne pas voir ni entendre l’autre partie' },
      noVoicemail: { en: 'Leave me no voicemail', fr: 'Ne me laissez pas de message vocal' },
      callFirst: { en: 'Call me before you write', fr: 'Appelez-moi avant d’écrire' },
      neutralMail: { en: 'Write nothing on an envelope', fr: 'N’écrivez rien sur une enveloppe' },
    },
  },
};
