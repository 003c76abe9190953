import type { z } from 'zod';
import { REFUSAL_REASONS } from '../../../refusal.ts';
import { ORDER_KINDS, OUTCOMES } from '../../action-schema.ts';
import type { StateView } from '../../chart-view.ts';
import { chartOfRole, named } from '../../definition-view.ts';
import { ENGINE_COMMANDS } from '../../engine-events.ts';
import { jsonPointer } from '../../json-pointer.ts';
import { placedActions } from '../../placed-actions.ts';
import type { expectationSchema, Scenario, ScenarioStep } from '../../scenario-schema.ts';
import type { CheckedDefinition, Rule } from '../checked-definition.ts';
import { error, type Problem } from '../problem.ts';
import type { ProblemCode } from '../problem-codes.ts';
import { unknownName } from '../unknown-name.ts';

type Expectation = z.infer<typeof expectationSchema>;

/** Scenarios tell of people, events and states that exist. */
export const checkScenarios: Rule = (view) => {
  const known = knownNames(view);
  return view.definition.scenarios.flatMap((scenario, index) => {
    const checked = new ScenarioCheck(view, known, scenario, jsonPointer('scenarios', index));
    return checked.problems();
  });
};

type Known = ReturnType<typeof knownNames>;

function knownNames(view: CheckedDefinition) {
  const actions = view.charts.flatMap(placedActions).map(({ action }) => action);
  return {
    events: new Set([...view.names.events, ...ENGINE_COMMANDS]),
    tasks: new Set([
      ...actions.flatMap((action) => (action.type === 'task' ? [action.task] : [])),
      ...view.tribunalRoles.map((role) => `assign-${role}`),
      'undeliverable-notice',
    ]),
    grows: new Set(Object.values(view.definition.events).flatMap(({ adds }) => (adds ? [adds.role] : []))),
  };
}

class ScenarioCheck {
  readonly #view: CheckedDefinition;
  readonly #known: Known;
  readonly #scenario: Scenario;
  readonly #path: string;
  readonly #where: string;

  constructor(view: CheckedDefinition, known: Known, scenario: Scenario, path: string) {
    this.#view = view;
    this.#known = known;
    this.#scenario = scenario;
    this.#path = path;
    this.#where = `The scenario “${scenario.name}”`;
  }

  problems(): Problem[] {
    const { parties, data = {}, steps } = this.#scenario;
    return [
      ...Object.entries(parties).flatMap(([role, count]) => this.#checkCount(role, count)),
      ...Object.entries(data).flatMap(([form, answers]) =>
        this.#checkAnswers(form, answers, `${this.#path}/data${jsonPointer(form)}`),
      ),
      ...steps.flatMap((step, index) => this.#checkStep(step, `${this.#path}/steps/${index}`)),
    ];
  }

  #checkCount(role: string, count: number): Problem[] {
    const path = `${this.#path}/parties${jsonPointer(role)}`;
    const rule = named(this.#view.definition.roles, role);
    if (rule?.kind !== 'party')
      return this.#view.names.roles.has(role) && !rule
        ? []
        : [this.#unknown('unknown-role', path, 'party role', role, this.#view.partyRoles)];
    if (count >= rule.min && count <= rule.max) return [];
    const message = `${this.#where} has ${count} of the role “${role}”, which takes ${rule.min} to ${rule.max}.`;
    return [error('wrong-count', path, message, 'Change the number.')];
  }

  #checkAnswers(form: string, answers: Readonly<Record<string, unknown>>, path: string): Problem[] {
    if (!this.#view.names.forms.has(form))
      return [this.#unknown('unknown-form', path, 'form', form, this.#view.names.forms)];
    const rule = named(this.#view.definition.forms, form);
    if (!rule) return [];
    const known = rule.pages.flatMap((page) => page.fields.map(({ id }) => id));
    return Object.keys(answers)
      .filter((field) => !known.includes(field))
      .map((field) => this.#unknown('unknown-field', path + jsonPointer(field), `field of “${form}”`, field, known));
  }

  #checkStep(step: ScenarioStep, path: string): Problem[] {
    if ('do' in step) return this.#checkAct(step, path);
    if ('advance' in step) return [];
    if ('expect' in step) return this.#checkExpectation(step.expect, `${path}/expect`);
    const [key, notice] = 'deliver' in step ? ['deliver', step.deliver] : ['bounce', step.bounce];
    return [
      ...this.#among('unknown-notice', `${path}/${key}`, 'notice', [notice], this.#view.names.notices),
      ...this.#checkParty(`${path}/party`, step.party),
    ];
  }

  #checkAct(step: Extract<ScenarioStep, { do: string }>, path: string): Problem[] {
    const form = named(this.#view.definition.events, step.do)?.form;
    return [
      ...this.#checkActor(`${path}/as`, step.as),
      ...this.#among('unknown-event', `${path}/do`, 'event', [step.do], this.#known.events),
      ...(step.party === undefined ? [] : this.#checkParty(`${path}/party`, step.party)),
      ...(step.refused === undefined
        ? []
        : this.#among('unknown-refusal', `${path}/refused`, 'refusal', [step.refused], Object.keys(REFUSAL_REASONS))),
      ...this.#checkEngineForm(step, `${path}/form`),
      ...(form === undefined || !step.form ? [] : this.#checkAnswers(form, step.form, `${path}/form`)),
    ];
  }

  /** What the engine's own events name. */
  #checkEngineForm({ do: event, form = {} }: Extract<ScenarioStep, { do: string }>, path: string): Problem[] {
    const { tribunalRoles, names } = this.#view;
    const { role, deadline } = form;
    if (event === 'ASSIGN' && typeof role === 'string') {
      return this.#among('unknown-role', `${path}/role`, 'tribunal role', role, tribunalRoles);
    }
    if (event !== 'EXTEND_DEADLINE' || typeof deadline !== 'string') return [];
    return this.#among('unknown-deadline', `${path}/deadline`, 'deadline', deadline, names.deadlines);
  }

  #checkActor(path: string, as: string): Problem[] {
    const [, capacity, whom] = /^(?:(representative|helper):)?(.+)$/.exec(as) ?? [];
    if (capacity === undefined && this.#view.names.roles.has(as)) return [];
    return this.#checkParty(path, whom ?? as);
  }

  /** `respondent-2` is the second respondent; more may come where an event adds them. */
  #checkParty(path: string, id: string): Problem[] {
    const [, role = '', number = '0'] = /^(.+)-(\d+)$/.exec(id) ?? [];
    const count = named(this.#scenario.parties, role) ?? 0;
    if (Number(number) >= 1 && (Number(number) <= count || this.#known.grows.has(role))) return [];
    const known = Object.entries(this.#scenario.parties).flatMap(([name, most]) =>
      Array.from({ length: most }, (_, index) => `${name}-${index + 1}`),
    );
    return [this.#unknown('unknown-party', path, 'party', id, known)];
  }

  #checkExpectation(expected: Expectation, path: string): Problem[] {
    const { names, definition, caseChart } = this.#view;
    const keys = (record: Readonly<Record<string, unknown>> | undefined) => Object.keys(record ?? {});
    return [
      ...this.#checkState(`${path}/state`, expected.state, caseChart.states),
      ...this.#among('unknown-stage', `${path}/stage`, 'stage', expected.stage, names.stages),
      ...this.#among('unknown-outcome', `${path}/outcome`, 'outcome', expected.outcome ?? undefined, OUTCOMES),
      ...this.#among('unknown-notice', `${path}/sent`, 'notice', expected.sent, names.notices),
      ...this.#among('unknown-notice', `${path}/notSent`, 'notice', expected.notSent, names.notices),
      ...this.#among(
        'unknown-deadline',
        `${path}/deadlines`,
        'deadline',
        keys(expected.deadlines).map((key) => key.split('@')[0] ?? ''),
        names.deadlines,
      ),
      ...this.#among('unknown-task', `${path}/tasks`, 'task', expected.tasks, this.#known.tasks),
      ...this.#among(
        'unknown-order',
        `${path}/orders`,
        'kind of order',
        keys(expected.orders).map((key) => key.split('@')[0] ?? ''),
        ORDER_KINDS,
      ),
      ...this.#among('unknown-document', `${path}/documents`, 'document', expected.documents, names.documents),
      ...this.#among(
        'unknown-fee',
        `${path}/outstanding`,
        'fee',
        keys(expected.outstanding),
        Object.keys(definition.fees),
      ),
      ...Object.entries(expected.party ?? {}).flatMap(([party, state]) =>
        this.#checkPartyState(`${path}/party${jsonPointer(party)}`, party, state),
      ),
    ];
  }

  #checkPartyState(path: string, party: string, state: string): Problem[] {
    const unknown = this.#checkParty(path, party);
    const chart = chartOfRole(this.#view, party.replace(/-\d+$/, ''));
    const states = this.#view.partyCharts.get(chart ?? '')?.states;
    return unknown.length > 0 || !states ? unknown : this.#checkState(path, state, states);
  }

  /** A dotted path, or the end or middle of one; the regions of a parallel state joined by `+`. */
  #checkState(path: string, state: string | undefined, states: readonly StateView[]): Problem[] {
    const isThere = (name: string) => states.some(({ dotted }) => dotted !== '' && `.${dotted}.`.includes(`.${name}.`));
    const missing = (state?.split('+') ?? []).filter((name) => !isThere(name));
    return missing.map((name) =>
      this.#unknown(
        'unknown-state',
        path,
        'state',
        name,
        states.slice(1).map(({ dotted }) => dotted),
      ),
    );
  }

  #among(
    code: ProblemCode,
    path: string,
    what: string,
    names: string | readonly string[] | undefined,
    known: Iterable<string>,
  ): Problem[] {
    const all = new Set(known);
    const list = names === undefined ? [] : typeof names === 'string' ? [names] : names;
    return list.filter((name) => !all.has(name)).map((name) => this.#unknown(code, path, what, name, all));
  }

  #unknown(code: ProblemCode, path: string, what: string, name: string, known: Iterable<string>): Problem {
    return unknownName(code, path, { where: this.#where, what, name, known });
  }
}
