import type { CaseView } from '../../../app/case-view.ts';
import { type CandidateView, listCandidates } from '../../../app/queries/list-candidates.ts';
import { listPart } from '../../../app/queries/list-part.ts';
import { caseloadElsewhere } from '../../../app/registries/caseload-elsewhere.ts';
import type { EngineCommand } from '../../../domain/definition/engine-events.ts';
import { MEMBERSHIP_ROLES, type Viewer } from '../../../domain/viewer.ts';
import type { WebPorts } from '../../web-ports.ts';
import { fill, wordsFor } from '../../words.ts';
import { type CaseWords, caseWords } from '../case/case-words.ts';
import { dayInWords } from '../moment-in-words.ts';

/** Field → what can be chosen in it: the id that is sent, and what people read. */
type Choices = Readonly<Record<string, readonly (readonly [string, string])[]>>;

interface Asked {
  readonly ports: WebPorts;
  readonly viewer: Viewer;
  readonly theCase: CaseView;
  readonly language: string;
}

/** What people choose by name where a program gives an id; nothing for commands that have no such field. */
export function engineChoices(event: EngineCommand, asked: Asked): Choices | Promise<Choices> | undefined {
  return CHOICES[event]?.(asked);
}

const CHOICES: { readonly [E in EngineCommand]?: (asked: Asked) => Choices | Promise<Choices> } = {
  EXTEND_DEADLINE: ({ theCase: { deadlines, parties }, language }) => ({
    deadline: deadlines.map(({ id, party, localDate, why }) => {
      const whose = parties.filter((one) => one.id === party).map(({ name }) => name);
      return [id, [dayInWords(localDate, wordsFor(language)), ...whose, why].join(' · ')] as const;
    }),
  }),
  ASSIGN: whoMayHaveIt,
  COMPLETE_TASK: async ({ ports, viewer, theCase: { id }, language }) => {
    const tasks = await listPart(ports, viewer, id, 'tasks', { limit: 100 }, language);
    const open = tasks?.items.filter(({ closedAt }) => closedAt === null) ?? [];
    return { task: open.map((task) => [task.id, task.title] as const) };
  },
  REVOKE: ({ theCase: { parties } }) => ({
    supporter: parties.flatMap(({ supporters = [] }) => supporters.map(({ id, name }) => [id, name] as const)),
  }),
};

type Candidates = readonly (readonly [role: string, those: readonly CandidateView[]])[];

async function whoMayHaveIt({ ports, viewer, theCase: { id, workflow }, language }: Asked): Promise<Choices> {
  const names = caseWords(ports.definitionOf(workflow), language);
  const people: Candidates = await Promise.all(
    MEMBERSHIP_ROLES.map(async (role) => {
      const those = listCandidates(ports, viewer, id, role, await caseloadElsewhere(ports, role));
      return [role, those ?? []] as const;
    }),
  );
  const everyone = new Map(people.flatMap(([, those]) => those.map(({ userId, name }) => [userId, name] as const)));
  return {
    role: people.filter(([, those]) => those.length > 0).map(([role]) => [role, names.role(role)] as const),
    user: [...everyone].map(([userId, name]) => [userId, `${name} (${loadsOf(userId, people, names, language)})`]),
  };
}

/** As what someone could have it, and how much they have already: a role and a person that do not fit are refused. */
function loadsOf(userId: string, people: Candidates, names: CaseWords, language: string): string {
  const { load } = wordsFor(language).act;
  return people
    .flatMap(([role, those]) =>
      those
        .filter((one) => one.userId === userId)
        .map(({ openCases: count }) => fill(load, { role: names.role(role), count })),
    )
    .join('; ');
}
