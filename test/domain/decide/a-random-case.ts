import type { Actor } from '../../../src/domain/actor.ts';
import type { CaseFile } from '../../../src/domain/case-file.ts';
import type { Command } from '../../../src/domain/command.ts';
import { whyNot } from '../../../src/domain/decide/available.ts';
import { decide } from '../../../src/domain/decide/decide.ts';
import type { Decision } from '../../../src/domain/decision.ts';
import type { Field, Form } from '../../../src/domain/definition/form-schema.ts';
import type { Scenario } from '../../../src/domain/definition/scenario-schema.ts';
import { ENGINE_REVISION } from '../../../src/domain/engine-revision.ts';
import { commandFor } from '../../../src/domain/forms/command-for.ts';
import { dueIn } from '../../../src/domain/process/due-in.ts';
import type { Process } from '../../../src/domain/process/process.ts';
import { isRefusal, type Refusal } from '../../../src/domain/refusal.ts';

export type Story = Pick<Scenario, 'start' | 'parties' | 'steps'>;

/** What chance brings next: numbers from which everything else is picked, so that a failure shrinks and repeats. */
export interface Chance {
  readonly kind: number;
  readonly who: number;
  readonly what: number;
  readonly answers: number;
}

/** Chance keeps mostly to what can be done now; otherwise it would stand outside the door all day. */
const SENSIBLE = 10;
const EVERY_KIND = 22;
export const KINDS = EVERY_KIND;

/** A case in which chance acts for everybody: parties, staff, time and the mail; after a story that everyone knows. */
export class RandomCase {
  readonly decisions: Decision[] = [];
  theCase: CaseFile | undefined;
  now: number;
  readonly process: Process;
  #entries = 0;

  /** Tells the story's steps as far as `length`; what no longer fits is left out. */
  constructor(process: Process, story: Story, length: number) {
    this.process = process;
    const { definition } = process;
    const zone = process.calendarAt(definition.calendar, story.start).zone;
    this.now = Temporal.PlainDateTime.from(story.start).toZonedDateTime(zone).epochMilliseconds;
    const parties = Object.entries(story.parties).flatMap(([role, count]) =>
      Array.from({ length: count }, (_, index) => ({
        role,
        name: `${role} ${index}`,
        email: `${role}${index}@example.org`,
        ...(index === 0 ? { userId: `${role}-user` } : {}),
      })),
    );
    this.decide({
      kind: 'open',
      actor: { kind: 'person', userId: 'applicant-user', role: 'applicant' },
      caseId: 'case',
      reference: 'X-1',
      workflow: { id: definition.id, version: process.version },
      language: 'fr',
      parties,
      data: {},
    });
    for (const step of story.steps.slice(0, length)) this.#tell(step);
  }

  #tell(step: Story['steps'][number]): void {
    if ('advance' in step)
      this.#pass(Temporal.Duration.from(step.advance).total({ unit: 'hours', relativeTo: '2026-03-02' }));
    if (!('do' in step)) return;
    const [capacity, of] = step.as.includes(':') ? step.as.split(':') : [undefined, step.as];
    const party = this.file.parties.find(({ id, role }) => id === this.#named(of ?? '') || role === of);
    const actor = party
      ? ({
          kind: 'person',
          userId: party.userId ?? `of ${party.id}`,
          role: party.role,
          party: party.id,
          ...(capacity ? { capacity: capacity as 'helper' } : {}),
        } as const)
      : staff(of ?? '');
    const command = commandFor(
      this.file,
      { type: step.do, party: step.party && this.#named(step.party), data: this.#renamed(step.form ?? {}) },
      actor,
    );
    if (!isRefusal(command)) this.decide(JSON.parse(JSON.stringify(command)));
  }

  /** `respondent-2` of a story is the second respondent here. */
  #named(id: string): string {
    const [, role, number] = /^(.*)-(\d+)$/.exec(id) ?? [];
    return this.file.parties.filter((party) => party.role === role)[Number(number) - 1]?.id ?? id;
  }

  #renamed(form: Readonly<Record<string, unknown>>): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(form).map(([field, value]) => [field, typeof value === 'string' ? this.#named(value) : value]),
    );
  }

  get file(): CaseFile {
    if (!this.theCase) throw new Error('the case was not opened');
    return this.theCase;
  }

  get at(): string {
    return new Date(this.now).toISOString();
  }

  decide(command: Command): Decision | Refusal {
    const decided = decide(this.process, this.theCase, command, {
      at: this.at,
      id: `e${this.#entries}-`,
      engine: ENGINE_REVISION,
    });
    if (isRefusal(decided)) return decided;
    this.#entries += 1;
    this.decisions.push(decided);
    this.theCase = decided.next;
    return decided;
  }

  /** One thing happens; seldom one that ends the case, for that ends everything. */
  next(chance: Chance): Decision | Refusal | undefined {
    const command = this.#command(chance);
    if (!command) return undefined;
    const would = decide(this.process, this.theCase, command, { at: this.at, id: 'would', engine: ENGINE_REVISION });
    const ends = !isRefusal(would) && would.next.status === 'closed' && this.file.status === 'open';
    return ends && chance.who % 8 > 0 ? undefined : this.decide(command);
  }

  #command(chance: Chance): Command | undefined {
    const kind = chance.kind % EVERY_KIND;
    if (kind < SENSIBLE) return this.#sensible(chance) ?? this.#anything(chance);
    switch (kind) {
      case 10:
      case 11:
        return this.#pass(pick([0, 1, 12, 24, 24 * 5, 24 * 20, 24 * 100], chance.what) ?? 0);
      case 12:
      case 13:
        return this.#anything(chance);
      case 14:
        return this.#delivery(chance, 'delivered');
      case 15:
        return this.#delivery(chance, 'undeliverable');
      case 16:
        return {
          kind: 'assign',
          actor: staff('registrar'),
          role: pick(['facilitator', 'member', 'registrar', 'x'], chance.what) ?? '',
          userId: `staff-${chance.who % 4}`,
        };
      case 17:
        return {
          kind: 'declareConflict',
          actor:
            pick([staff('member'), staff('facilitator'), this.#person(chance.who)], chance.what) ?? staff('member'),
          reason: 'A friend.',
        };
      case 18:
        return {
          kind: 'invite',
          actor: this.#person(chance.who),
          party: pick(this.file.parties, chance.what)?.id ?? '',
          capacity: 'representative',
          name: 'R',
          email: 'r@example.org',
        };
      case 19:
        return {
          kind: 'join',
          actor: { kind: 'engine' },
          party: pick(this.file.parties, chance.who)?.id ?? '',
          userId: `joiner-${chance.what % 3}`,
        };
      case 20:
        return { kind: 'completeTask', actor: staff('registrar'), task: pick(this.file.tasks, chance.what)?.id ?? '' };
      default:
        return {
          kind: 'extend',
          actor:
            pick([staff('registrar'), staff('facilitator'), this.#person(chance.who)], chance.answers) ??
            staff('registrar'),
          deadline: pick(this.file.deadlines, chance.what)?.id ?? '',
          days: chance.answers % 40,
          reason: '',
        };
    }
  }

  /** An event that somebody could do now. */
  #sensible({ who, what, answers }: Chance): Command | undefined {
    const { events } = this.process.definition;
    const now = { at: this.at, engine: ENGINE_REVISION };
    const possible = Object.entries(events).flatMap(([type, rule]) =>
      this.#everyone().flatMap((actor) => {
        const own = actor.kind === 'person' ? actor.party : undefined;
        const subjects = rule.scope === 'party' ? this.file.parties.map(({ id }) => id) : [own];
        return subjects
          .filter((party) => !whyNot(this.process, this.file, { type, rule, actor, party, ...now }))
          .map((party) => ({ type, rule, actor, party }));
      }),
    );
    const types = [...new Set(possible.map(({ type }) => type))];
    const type = pick(types, what);
    const one = pick(
      possible.filter((each) => each.type === type),
      who,
    );
    if (!one) return undefined;
    const { actor, party, rule } = one;
    return {
      kind: 'event',
      actor,
      type: one.type,
      ...(party && rule.scope === 'party' ? { party } : {}),
      data: this.#answers(rule.form, answers),
    };
  }

  #anything({ who, what, answers }: Chance): Command {
    const [type = '', rule] = pick(Object.entries(this.process.definition.events), what) ?? [];
    return {
      kind: 'event',
      actor: this.#person(who),
      type,
      party: pick(this.file.parties, answers)?.id ?? '',
      data: this.#answers(rule?.form, answers),
    };
  }

  #pass(hours: number): undefined {
    this.now += hours * 3_600_000;
    this.fireDue();
  }

  /** All that is due; like the app, before anything else happens. */
  fireDue(): void {
    for (let left = 50; left > 0; left -= 1) {
      const due = this.file.status === 'open' ? dueIn(this.file, this.at)[0] : undefined;
      if (!due) return;
      const actor = { kind: 'time' } as const;
      const decided = this.decide(
        due.notice
          ? { kind: 'remind', actor, deadline: due.deadline, notice: due.notice }
          : { kind: 'expire', actor, deadline: due.deadline },
      );
      if (isRefusal(decided)) throw new Error(`what was due was refused: ${JSON.stringify(decided)}`);
    }
  }

  #delivery({ who, what }: Chance, kind: 'delivered' | 'undeliverable'): Command {
    const party = pick(this.file.parties, who)?.id ?? '';
    const notice = pick(Object.keys(this.process.definition.notices), what) ?? '';
    const common = { actor: { kind: 'engine' } as const, notice, noticeId: 'n', party, channel: 'email' };
    return kind === 'delivered' ? { kind, ...common } : { kind, ...common, reason: '550' };
  }

  #person(number: number): Actor {
    return pick(this.#everyone(), number) ?? staff('registrar');
  }

  #everyone(): Actor[] {
    const parties = this.file.parties.flatMap((party): Actor[] => {
      const self = {
        kind: 'person',
        userId: party.userId ?? `of ${party.id}`,
        role: party.role,
        party: party.id,
      } as const;
      return [self, { ...self, userId: `rep of ${party.id}`, capacity: 'representative' }];
    });
    return [...parties, staff('registrar'), staff('facilitator'), staff('member')];
  }

  #answers(form: string | undefined, chance: number): Record<string, unknown> {
    const rule = form ? this.process.definition.forms[form] : undefined;
    return rule ? answersFor(rule, chance, this) : {};
  }
}

function staff(role: string): Actor {
  return { kind: 'person', userId: `${role}-1`, role };
}

function pick<T>(list: readonly T[], number: number): T | undefined {
  return list[number % Math.max(1, list.length)];
}

function answersFor(form: Form, chance: number, around: RandomCase): Record<string, unknown> {
  const fields = form.pages.flatMap((page) => page.fields);
  const given = fields.filter((field, index) => field.required || (chance >> index) % 2 === 0);
  return Object.fromEntries(given.map((field, index) => [field.id, answerFor(field, chance + index, around)]));
}

function answerFor(field: Field, chance: number, around: RandomCase): unknown {
  const number = Math.min(Math.max(chance % 400_000, field.min ?? 0), field.max ?? Number.MAX_SAFE_INTEGER);
  switch (field.type) {
    case 'number':
    case 'money':
      return number;
    case 'date':
      return new Date(around.now - (chance % 20) * 86_400_000).toISOString().slice(0, 10);
    case 'yesno':
      return chance % 2 === 0;
    case 'choice':
      return pick(field.options ?? [], chance)?.value;
    case 'choices':
      return (field.options ?? []).slice(0, 1 + (chance % 2)).map(({ value }) => value);
    case 'email':
      return 'someone@example.org';
    case 'phone':
      return '604 555 0100';
    case 'address':
      return { line1: '1 Main Street', city: 'Victoria' };
    case 'file':
      return [`file-${chance}`];
    case 'party':
      return pick(around.file.parties, chance)?.id;
    default:
      return pick(['Because.', 'A\n\nB {{case.reference}}', 'x'.repeat(40), '\u202etxet', 'é'], chance);
  }
}
