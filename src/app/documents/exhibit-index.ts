import type { CaseFile } from '../../domain/case-file.ts';
import type { Definition } from '../../domain/definition/schema.ts';
import type { DocumentContent } from '../../domain/fact.ts';
import { textIn } from '../../domain/text-in.ts';
import { dateInWords, dueInWords } from '../../domain/time/legal-date-words.ts';
import { localDateAt } from '../../domain/time/local-time.ts';
import type { ExhibitFileView, ExhibitView } from '../queries/exhibit-view.ts';

export interface IndexParts {
  readonly caseFile: CaseFile;
  readonly definition: Definition;
  readonly exhibits: readonly ExhibitView[];
  /** Where the tribunal sits. */
  readonly zone: string;
  /** Instant (UTC) at which the list was read. */
  readonly at: string;
  readonly language: string;
}

/** The list of what is in evidence, as a document to be set like any other: first all numbers, then what is known of each. */
export function exhibitIndex({ caseFile, definition, exhibits, zone, at, language }: IndexParts): DocumentContent {
  const words = WORDS[language === 'fr' ? 'fr' : 'en'];
  const roleOf = (role: string) => textIn(definition.roles[role]?.title, language) || role;
  const nameOf = (party: string) => {
    const found = caseFile.parties.find(({ id }) => id === party);
    return found ? `${found.name} (${roleOf(found.role)})` : '';
  };
  const said = { words, language: language === 'fr' ? 'fr' : 'en', zone, nameOf, roleOf } as const;
  return {
    template: 'letter',
    language,
    title: words.title,
    reference: caseFile.reference,
    issuedAt: at,
    issuedOn: localDateAt(at, zone),
    parties: caseFile.parties.map(({ name, role }) => ({ name, role: roleOf(role) })),
    sections: [
      {
        paragraphs: [words.asOf.replace('{when}', momentOf(at, said))],
        answers: exhibits.map(({ number, description, withdrawn }) => ({
          label: number,
          value: [description, withdrawn ? `(${words.withdrawn})` : ''].filter(Boolean).join(' '),
        })),
      },
      ...exhibits.map((exhibit) => sectionOf(exhibit, said)),
    ],
    currency: definition.currency,
  };
}

type Lines = (typeof WORDS)[keyof typeof WORDS];

interface Said {
  readonly words: Lines;
  readonly language: 'en' | 'fr';
  readonly zone: string;
  readonly nameOf: (party: string) => string;
  readonly roleOf: (role: string) => string;
}

function sectionOf(exhibit: ExhibitView, said: Said): DocumentContent['sections'][number] {
  const { number, party, description, datedOn, versions, withdrawn } = exhibit;
  const { words, language, nameOf } = said;
  const file = withdrawn ? undefined : versions.at(-1);
  const rows: (readonly [string, string | undefined])[] = [
    [words.of, nameOf(party)],
    [words.date, datedOn && dateInWords(datedOn, language)],
    ...(file ? rowsOfFile(file, nameOf(party), said) : []),
    [words.withdrawnOn, withdrawn && momentOf(withdrawn.at, said)],
    [words.reason, withdrawn?.reason],
  ];
  return {
    heading: [number, description].filter(Boolean).join(' · '),
    paragraphs: [],
    answers: rows.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
  };
}

function rowsOfFile(file: ExhibitFileView, party: string, said: Said): (readonly [string, string | undefined])[] {
  const { words, language } = said;
  return [
    [words.file, bundledName(file.filename)],
    [words.kind, file.mime],
    [words.size, new Intl.NumberFormat(language).format(file.size)],
    [words.version, file.version > 1 ? String(file.version) : undefined],
    [words.filedBy, filedBy(file, party, said)],
    [words.filedOn, momentOf(file.filedAt, said)],
    [words.hash, file.sha256],
  ];
}

/** Who filed it; of somebody of the tribunal also as what, and for whom. */
function filedBy({ by }: ExhibitFileView, party: string, { words, roleOf }: Said): string | undefined {
  if (by.kind !== 'person' || by.party) return by.kind === 'person' ? by.name : undefined;
  return `${by.name} (${roleOf(by.role)}), ${words.for} ${party}`;
}

/** A name as it stands in the bundle: in one folder, on every system. The names of uploads were made plain when they came. */
export function bundledName(filename: string): string {
  return filename.replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]/gu, '_').replace(/^\.+/, '_');
}

function momentOf(at: string, { zone, language }: Pick<Said, 'zone' | 'language'>): string {
  return dueInWords({ dueAt: at, zone }, language);
}

const WORDS = {
  en: {
    title: 'Index of evidence',
    asOf: 'As it stood on {when}.',
    of: 'Evidence of',
    date: 'Date on it',
    file: 'File',
    kind: 'Kind',
    size: 'Size in bytes',
    version: 'Version',
    filedBy: 'Added by',
    for: 'for',
    filedOn: 'Added on',
    hash: 'SHA-256',
    withdrawn: 'withdrawn',
    withdrawnOn: 'Withdrawn on',
    reason: 'Why',
  },
  fr: {
    title: 'Liste des preuves',
    asOf: 'Telle qu’elle était le {when}.',
    of: 'Preuve de',
    date: 'Sa date',
    file: 'Fichier',
    kind: 'Type',
    size: 'Taille en octets',
    version: 'Version',
    filedBy: 'Ajoutée par',
    for: 'pour',
    filedOn: 'Ajoutée le',
    hash: 'SHA-256',
    withdrawn: 'retirée',
    withdrawnOn: 'Retirée le',
    reason: 'Pourquoi',
  },
} as const;
