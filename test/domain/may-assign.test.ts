import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audiencesOf } from '../../src/domain/access/audiences-of.ts';
import { isExcluded, mayAssign } from '../../src/domain/access/may-assign.ts';
import { rolesInCase } from '../../src/domain/access/roles-in-case.ts';
import { isPrivileged } from '../../src/domain/audience.ts';
import type { CaseFile } from '../../src/domain/case-file.ts';
import { type Definition, definitionSchema } from '../../src/domain/definition/schema.ts';
import type { MembershipRole, Viewer } from '../../src/domain/viewer.ts';
import { CASES, DEFINITION, PEOPLE } from './authority-world.ts';

type User = Extract<Viewer, { kind: 'user' }>;
const candidate = ({ userId, email, roles }: User) => ({ id: userId, email, roles });
const may = (caseFile: CaseFile, role: string, user: User, definition: Definition = DEFINITION) =>
  mayAssign(caseFile, definition, role, candidate(user));

describe('who may be given a case', () => {
  it('is whoever holds the role and has nothing to do with the case', () => {
    expect(may(CASES.intake, 'facilitator', PEOPLE.fay)).toBe(true);
    expect(may(CASES.intake, 'member', PEOPLE.mia)).toBe(true);
    expect(may(CASES.intake, 'facilitator', PEOPLE.mia)).toBe(false);
    expect(may(CASES.intake, 'member', PEOPLE.rita)).toBe(false);
    expect(may(CASES.intake, 'member', PEOPLE.nora)).toBe(false);
  });

  it('is not whoever declared a conflict', () => {
    expect(may({ ...CASES.intake, conflicts: [] }, 'facilitator', PEOPLE.cole)).toBe(true);
    expect(may(CASES.intake, 'facilitator', PEOPLE.cole)).toBe(false);
  });

  it('is not a party, told yet or not, nor anyone who supports one', () => {
    expect(may(CASES.intake, 'facilitator', PEOPLE.dora)).toBe(false);
    expect(may(CASES.facilitation, 'member', PEOPLE.dora)).toBe(false);
    for (const user of [PEOPLE.ada, PEOPLE.ravi, PEOPLE.hana]) {
      expect(may(CASES.intake, 'member', { ...user, roles: ['member'] }), user.name).toBe(false);
    }
    expect(isExcluded(CASES.intake, DEFINITION, 'member', 'ravi')).toBe(true);
  });

  it('is not, as member, someone who is or was its facilitator, whatever the definition leaves out', () => {
    expect(may(CASES.intake, 'member', PEOPLE.fran)).toBe(true);
    expect(may(CASES.facilitation, 'member', PEOPLE.fran)).toBe(false);
    expect(may({ ...CASES.facilitation, everAssigned: {} }, 'member', { ...PEOPLE.fay, roles: ['member'] })).toBe(
      false,
    );
  });

  it('is not, as facilitator, someone who is or was its member', () => {
    const both: User = { ...PEOPLE.mia, roles: ['member', 'facilitator'] };
    expect(may(CASES.facilitation, 'facilitator', both)).toBe(true);
    expect(may(CASES.adjudication, 'facilitator', both)).toBe(false);
    expect(may({ ...CASES.adjudication, assigned: { member: 'max' } }, 'facilitator', both)).toBe(false);
  });

  it('is judged by the roles that the definition has now, whatever people once were', () => {
    const once = {
      ...CASES.intake,
      assigned: { clerk: 'max' },
      everAssigned: { clerk: ['max', 'mia'], constructor: [] },
    };
    expect(isExcluded(once as CaseFile, DEFINITION, 'member', 'mia')).toBe(false);
    expect(isExcluded(once as CaseFile, DEFINITION, 'member', 'max')).toBe(false);
    expect(isExcluded(once as CaseFile, DEFINITION, 'nothing', 'fay')).toBe(false);
  });

  it('leaves who facilitated a case to look on, though an assignment says that they decide it', () => {
    const both: User = { ...PEOPLE.fay, roles: ['facilitator', 'member'] };
    const caseFile = { ...CASES.facilitation, assigned: { member: 'fay' }, everAssigned: { facilitator: ['fay'] } };
    expect(rolesInCase(both, caseFile)).toContainEqual({ standing: 'staff', role: 'member' });
  });

  it('follows what the definition excludes beside', () => {
    const roles = {
      ...DEFINITION.roles,
      adviser: { kind: 'tribunal', excludes: ['reviewer'] },
      reviewer: { kind: 'tribunal' },
    };
    const definition = definitionSchema.parse({ ...DEFINITION, roles });
    const once = { ...CASES.facilitation, everAssigned: { reviewer: ['fay'] } };
    expect(isExcluded(once, definition, 'adviser', 'fay')).toBe(true);
    expect(isExcluded(once, definition, 'adviser', 'flo')).toBe(false);
    expect(isExcluded(once, definition, 'facilitator', 'fay')).toBe(false);
  });

  it('is nobody for a role that is shared, a party’s, or not in the definition', () => {
    for (const role of ['registrar', 'applicant', 'judge', 'toString']) {
      expect(may(CASES.intake, role, { ...PEOPLE.rita, roles: ['registrar', 'member', 'facilitator'] }), role).toBe(
        false,
      );
    }
  });
});

/** A random history of a tribunal at work on one case: what was allowed was done, in order. */
interface History {
  readonly caseFile: CaseFile;
  /** Who was in the room as its facilitator at any time. */
  readonly facilitated: ReadonlySet<string>;
  readonly conflicted: ReadonlySet<string>;
}
type Step =
  | { readonly do: 'assign'; readonly who: string; readonly role: 'facilitator' | 'member' }
  | { readonly do: 'conflict'; readonly who: string }
  | { readonly do: 'roles'; readonly who: string; readonly roles: readonly MembershipRole[] };

const STAFF = ['s1', 's2', 's3', 's4'];
const someone = fc.constantFrom(...STAFF);
const someRoles = fc.uniqueArray(fc.constantFrom<MembershipRole>('facilitator', 'member', 'registrar', 'admin'), {
  maxLength: 4,
});
const steps = fc.array(
  fc.oneof<fc.Arbitrary<Step>[]>(
    fc.record({ do: fc.constant('assign'), who: someone, role: fc.constantFrom('facilitator', 'member') }),
    fc.record({ do: fc.constant('assign'), who: someone, role: fc.constantFrom('facilitator', 'member') }),
    fc.record({ do: fc.constant('conflict'), who: someone }),
    fc.record({ do: fc.constant('roles'), who: someone, roles: someRoles }),
  ),
  { maxLength: 25 },
);

function live(story: readonly Step[], after: (history: History, userOf: (who: string) => User) => void): void {
  const roles = new Map<string, readonly MembershipRole[]>(STAFF.map((who) => [who, ['facilitator', 'member']]));
  const facilitated = new Set<string>();
  const conflicted = new Set<string>();
  let caseFile: CaseFile = { ...CASES.facilitation, assigned: {}, everAssigned: {}, conflicts: [] };
  const userOf = (who: string): User => ({
    kind: 'user',
    userId: who,
    email: `${who}@example.org`,
    name: who,
    language: 'en',
    roles: roles.get(who) ?? [],
  });
  for (const step of story) {
    if (step.do === 'roles') roles.set(step.who, step.roles);
    if (step.do === 'conflict') {
      conflicted.add(step.who);
      const assigned = Object.fromEntries(Object.entries(caseFile.assigned).filter(([, user]) => user !== step.who));
      caseFile = { ...caseFile, assigned, conflicts: [...caseFile.conflicts, step.who] };
    }
    if (step.do === 'assign' && may(caseFile, step.role, userOf(step.who))) {
      if (step.role === 'facilitator') facilitated.add(step.who);
      const ever = caseFile.everAssigned[step.role] ?? [];
      caseFile = {
        ...caseFile,
        assigned: { ...caseFile.assigned, [step.role]: step.who },
        everAssigned: { ...caseFile.everAssigned, [step.role]: [...ever, step.who] },
      };
    }
    after({ caseFile, facilitated, conflicted }, userOf);
  }
}

const decides = (user: User, caseFile: CaseFile) =>
  rolesInCase(user, caseFile).some(({ standing, role }) => standing === 'assigned' && role === 'member');

describe('however cases are passed around', () => {
  it('nobody decides who facilitated or declared a conflict', () => {
    fc.assert(
      fc.property(steps, (story) => {
        live(story, ({ caseFile, facilitated, conflicted }, userOf) => {
          for (const who of STAFF) {
            if (!decides(userOf(who), caseFile)) continue;
            expect(facilitated.has(who)).toBe(false);
            expect(conflicted.has(who)).toBe(false);
          }
        });
      }),
      { numRuns: 500 },
    );
  });

  it('whoever decides is never shown the room, and no other member is, but the facilitator of the case', () => {
    fc.assert(
      fc.property(steps, (story) => {
        live(story, ({ caseFile }, userOf) => {
          for (const who of STAFF) {
            const user = userOf(who);
            const told = audiencesOf(user, caseFile);
            const inRoom = told.some((audience) => isPrivileged(audience) && audience !== 'confided');
            if (decides(user, caseFile)) expect(told).not.toContain('confided');
            if (inRoom) expect(caseFile.assigned.facilitator).toBe(who);
            if (inRoom) expect(may(caseFile, 'member', { ...user, roles: ['member'] })).toBe(false);
            if (decides(user, caseFile)) expect(inRoom).toBe(false);
          }
        });
      }),
      { numRuns: 500 },
    );
  });

  it('who declared a conflict sees nothing of the case, and cannot be given it again', () => {
    fc.assert(
      fc.property(steps, (story) => {
        live(story, ({ caseFile, conflicted }, userOf) => {
          for (const who of conflicted) {
            expect(audiencesOf(userOf(who), caseFile)).toEqual([]);
            expect(may(caseFile, 'facilitator', userOf(who)) || may(caseFile, 'member', userOf(who))).toBe(false);
          }
        });
      }),
      { numRuns: 300 },
    );
  });

  it('an administrator alone sees nothing', () => {
    fc.assert(
      fc.property(steps, (story) => {
        live(story, ({ caseFile }) => expect(audiencesOf(PEOPLE.nora, caseFile)).toEqual([]));
      }),
      { numRuns: 100 },
    );
  });
});
