import { describe, expect, it } from 'vitest';
import { audiencesOf, versionFor } from '../../src/domain/access/audiences-of.ts';
import { type Action, may, RULES, type Subjects } from '../../src/domain/access/authority.ts';
import type { Audience } from '../../src/domain/audience.ts';
import type { CaseFile } from '../../src/domain/case-file.ts';
import { CASES, type Name, PEOPLE } from './authority-world.ts';

type CaseAction = { [A in Action]: Subjects[A] extends CaseFile ? A : never }[Action];
type PlainAction = Exclude<
  Action,
  CaseAction | 'part.read' | 'document.read' | 'document.takeOff' | 'workflow.approve' | 'case.open'
>;

const CASE_ACTIONS: readonly CaseAction[] = [
  'case.read',
  'journal.read',
  'case.act',
  'document.upload',
  'case.invite',
  'help.answer',
  'need.tell',
  'need.answer',
  'conflict.declare',
  'task.read',
  'delivery.read',
  'case.assign',
  'letter.post',
  'sealed.read',
];

/** Sets of what people may do with a case, from nothing to everything of the registry. */
const NOTHING = '';
const LOOK_ON = 'case.read journal.read conflict.declare task.read delivery.read';
const SERVE = 'case.read journal.read case.act document.upload conflict.declare task.read delivery.read';
/** The registry, where they may come to decide: then nobody tells them what they need. */
const ON_BENCH =
  'case.read journal.read case.act document.upload case.invite conflict.declare task.read delivery.read case.assign letter.post sealed.read';
const REGISTRY = `${ON_BENCH} need.tell need.answer`;
const PARTY = 'case.read journal.read case.act document.upload case.invite need.tell';
const SUPPORT = 'case.read journal.read case.act document.upload';
const ACTS_FOR = `${SUPPORT} need.tell`;

const HELPS_ADA = 'case party:A room caucus:A held:A';
const OF_ADA = `${HELPS_ADA} own:A`;
const OF_BEN = 'case party:B room caucus:B held:B own:B';
const STAFF = 'case tribunal party:A party:B party:D';
const ON_BENCH_READS = 'case tribunal party:A party:B party:D sealed';
const REGISTRAR = `${ON_BENCH_READS} confided`;
const FACILITATOR = 'case tribunal party:A party:B party:D room caucus:A caucus:B caucus:D';

/** person → [what they may do, the audiences they belong to] */
type Table = Record<Name, readonly [may: string, reads: string]>;

const EVERYWHERE = {
  stranger: [NOTHING, ''],
  uma: [NOTHING, ''],
  ada: [PARTY, OF_ADA],
  ravi: [ACTS_FOR, OF_ADA],
  hana: [SUPPORT, HELPS_ADA],
  hugo: ['help.answer', ''],
  otherBen: [NOTHING, ''],
  flo: [LOOK_ON, STAFF],
  max: [LOOK_ON, STAFF],
  rita: [REGISTRY, REGISTRAR],
  remi: [ON_BENCH, ON_BENCH_READS],
  cole: [NOTHING, ''],
  nora: [NOTHING, ''],
} as const;

const EXPECTED: Record<keyof typeof CASES, Table> = {
  intake: {
    ...EVERYWHERE,
    ben: [NOTHING, ''],
    dora: [NOTHING, ''],
    fay: [LOOK_ON, STAFF],
    fran: [LOOK_ON, STAFF],
    mia: [LOOK_ON, STAFF],
  },
  facilitation: {
    ...EVERYWHERE,
    ben: [PARTY, OF_BEN],
    dora: [PARTY, 'case party:D'],
    fay: [SERVE, FACILITATOR],
    fran: [LOOK_ON, STAFF],
    mia: [LOOK_ON, STAFF],
  },
  franFacilitates: {
    ...EVERYWHERE,
    ben: [PARTY, OF_BEN],
    dora: [PARTY, 'case party:D'],
    fay: [LOOK_ON, STAFF],
    fran: [SERVE, FACILITATOR],
    mia: [LOOK_ON, STAFF],
  },
  adjudication: {
    ...EVERYWHERE,
    ben: [PARTY, OF_BEN],
    dora: [PARTY, 'case party:D'],
    fay: [SERVE, FACILITATOR],
    fran: [LOOK_ON, STAFF],
    mia: [SERVE, STAFF],
  },
  closed: {
    ...closedTo(EVERYWHERE),
    ben: [without(PARTY, 'document.upload'), OF_BEN],
    dora: [without(PARTY, 'document.upload'), 'case party:D'],
    fay: [without(SERVE, 'document.upload'), FACILITATOR],
    fran: [LOOK_ON, STAFF],
    mia: [without(SERVE, 'document.upload'), STAFF],
  },
};

function without(actions: string, action: string): string {
  return actions
    .split(' ')
    .filter((one) => one !== action)
    .join(' ');
}

function closedTo<T extends Partial<Table>>(table: T): T {
  const rows = Object.entries(table).map(([name, [actions, reads]]) => [
    name,
    [without(actions, 'document.upload'), reads],
  ]);
  return Object.fromEntries(rows) as T;
}

const names = Object.keys(PEOPLE) as Name[];
const words = (text: string) => text.split(' ').filter((word) => word !== '');

describe('who may do what with a case', () => {
  for (const [moment, caseFile] of Object.entries(CASES)) {
    for (const name of names) {
      const [actions, audiences] = EXPECTED[moment as keyof typeof CASES][name];

      it(`${moment}: ${name} may ${actions || 'do nothing'}`, () => {
        const allowed = CASE_ACTIONS.filter((action) => may(PEOPLE[name], action, caseFile));
        expect(new Set(allowed)).toEqual(new Set(words(actions)));
      });

      it(`${moment}: ${name} reads ${audiences || 'nothing'}`, () => {
        expect(new Set(audiencesOf(PEOPLE[name], caseFile))).toEqual(new Set(words(audiences)));
        for (const audience of [
          'case',
          'tribunal',
          'sealed',
          'room',
          'party:A',
          'party:B',
          'party:D',
          'caucus:A',
          'caucus:B',
          'caucus:D',
          'confided',
        ] as const) {
          const isTheirs = words(audiences).includes(audience);
          expect(may(PEOPLE[name], 'part.read', { caseFile, audience }), audience).toBe(isTheirs);
          expect(may(PEOPLE[name], 'document.read', { caseFile, audience }), audience).toBe(isTheirs);
        }
      });

      it(`${moment}: ${name} is shown ${audiences.includes('room') ? 'every' : 'the open'} version`, () => {
        expect(versionFor(PEOPLE[name], caseFile)).toBe(audiences.includes('room') ? 9 : 4);
      });
    }
  }
});

describe('who may do what without a case', () => {
  const EXPECTED_PLAIN: Record<PlainAction, readonly Name[]> = {
    'case.list': names.filter((name) => name !== 'stranger'),
    'decision.read': names,
    'workflow.read': names,
    'workflow.rehearse': names.filter((name) => name !== 'stranger'),
    'workflow.edit': ['dora', 'nora'],
    'workflow.publish': ['dora', 'nora'],
    'user.administer': ['dora', 'nora'],
    'staff.list': ['rita', 'remi', 'cole', 'dora', 'nora'],
    'metrics.read': ['rita', 'remi', 'cole', 'dora', 'nora'],
    'letter.list': ['rita', 'remi', 'cole', 'dora'],
  };

  for (const [action, allowed] of Object.entries(EXPECTED_PLAIN)) {
    it(`${action}: ${allowed.length === names.length ? 'everyone' : allowed.join(', ')}`, () => {
      expect(names.filter((name) => may(PEOPLE[name], action as PlainAction, undefined))).toEqual(allowed);
    });
  }

  it('lets anyone who is signed in open a case, or the roles that the definition leaves it to', () => {
    expect(names.filter((name) => may(PEOPLE[name], 'case.open', {}))).toEqual(
      names.filter((one) => one !== 'stranger'),
    );
    const opens = ['registrar', 'applicant'];
    expect(names.filter((name) => may(PEOPLE[name], 'case.open', { opens }))).toEqual(['rita', 'remi', 'cole', 'dora']);
  });

  it('lets an administrator approve what another one proposed, and nobody what they proposed themselves', () => {
    expect(may(PEOPLE.nora, 'workflow.approve', { proposedBy: 'dora' })).toBe(true);
    expect(may(PEOPLE.nora, 'workflow.approve', { proposedBy: 'nora' })).toBe(false);
    for (const name of names.filter((one) => one !== 'nora' && one !== 'dora')) {
      expect(may(PEOPLE[name], 'workflow.approve', { proposedBy: 'zoe' }), name).toBe(false);
    }
  });

  it('lets who has uploaded a file take it off, unless others of the case could read it from the start', () => {
    const mayTakeOff = (name: Name, audience: Audience, uploadedBy: string | null = name) =>
      may(PEOPLE[name], 'document.takeOff', { caseFile: CASES.facilitation, audience, uploadedBy });
    for (const audience of ['caucus:A', 'held:A'] as const) expect(mayTakeOff('ada', audience)).toBe(true);
    for (const audience of ['party:A', 'case', 'room', 'sealed'] as const)
      expect(mayTakeOff('ada', audience), audience).toBe(false);
    expect(mayTakeOff('rita', 'tribunal')).toBe(true);
    for (const name of names.filter((one) => one !== 'ada'))
      expect(mayTakeOff(name, 'caucus:A', 'ada'), name).toBe(false);
    expect(mayTakeOff('nora', 'tribunal')).toBe(false);
  });

  it('has a row in these tables for every action there is', () => {
    const tested = [
      ...CASE_ACTIONS,
      ...Object.keys(EXPECTED_PLAIN),
      'part.read',
      'document.read',
      'document.takeOff',
      'workflow.approve',
      'case.open',
    ];
    expect(new Set(tested)).toEqual(new Set(Object.keys(RULES)));
  });
});

describe('when something is wrong', () => {
  it('refuses what is not an action', () => {
    for (const action of ['', 'case.delete', 'toString', '__proto__', 'constructor']) {
      expect(may(PEOPLE.rita, action as Action, CASES.facilitation as never), action).toBe(false);
    }
  });

  it('refuses when the subject is broken rather than throwing', () => {
    for (const subject of [undefined, null, {}, { caseFile: undefined, audience: 'case' }, { parties: null }]) {
      expect(may(PEOPLE.rita, 'case.read', subject as never), JSON.stringify(subject)).toBe(false);
      expect(may(PEOPLE.rita, 'part.read', subject as never), JSON.stringify(subject)).toBe(false);
    }
  });

  it('does not take a case for the registrar of another', () => {
    expect(may(PEOPLE.cole, 'case.read', { ...CASES.facilitation, conflicts: [] })).toBe(true);
    expect(may(PEOPLE.cole, 'case.read', CASES.facilitation)).toBe(false);
  });
});
