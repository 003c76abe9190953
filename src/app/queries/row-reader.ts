import { audiencesOf } from '../../domain/access/audiences-of.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Audience } from '../../domain/audience.ts';
import type { CaseFile } from '../../domain/case-file.ts';
import type { Definition } from '../../domain/definition/schema.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { IdentityReads } from '../ports/identity.ts';

/** Whoever reads rows of one case: what their views need to know of them. */
export interface RowReader {
  readonly viewer: Viewer;
  readonly caseFile: CaseFile;
  readonly definition: Definition;
  readonly language: string;
  readonly audiences: readonly Audience[];
  /** The name under which a user is known in this case; empty when nobody by this id is. */
  nameOf(userId: string): string;
}

export function rowReader(
  reads: Pick<IdentityReads, 'user'>,
  viewer: Viewer,
  caseFile: CaseFile,
  definition: Definition,
  language: string,
): RowReader {
  const names = namesInCase(caseFile);
  const nameOf = (userId: string) => names.get(userId) ?? reads.user(userId)?.name ?? '';
  return { viewer, caseFile, definition, language, audiences: audiencesOf(viewer, caseFile), nameOf };
}

/** Parties and supporters bear the names that the case gives them, not those of their accounts. */
function namesInCase({ parties }: CaseFile): ReadonlyMap<string, string> {
  const people = parties.flatMap((party) => [party, ...party.supporters]);
  return new Map(people.flatMap(({ userId, name }) => (userId ? [[userId, name] as const] : [])));
}

/** Who did something, as others in the case may know them: no account ids. */
export type Author =
  | {
      readonly kind: 'person';
      readonly role: string;
      readonly name: string;
      readonly party?: string;
      readonly capacity?: 'representative' | 'helper';
    }
  | { readonly kind: 'time' | 'engine' };

export function authorOf(reader: Pick<RowReader, 'nameOf'>, actor: Actor): Author {
  if (actor.kind !== 'person') return { kind: actor.kind };
  const { kind, role, userId, party, capacity } = actor;
  return { kind, role, name: reader.nameOf(userId), ...(party ? { party } : {}), ...(capacity ? { capacity } : {}) };
}

/** Who else can read a row, in a word that pages can say. */
export type Readership = 'everyone' | 'party' | 'tribunal' | 'registry' | 'room' | 'caucus' | 'own';

export function readershipOf(audience: Audience): Readership {
  if (audience === 'case') return 'everyone';
  if (audience === 'sealed' || audience === 'confided') return 'registry';
  if (audience === 'tribunal' || audience === 'room') return audience;
  if (audience.startsWith('own:') || audience.startsWith('held:')) return 'own';
  return audience.startsWith('caucus:') ? 'caucus' : 'party';
}
