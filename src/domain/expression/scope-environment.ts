import { Environment, type ParseResult } from '@marcbachmann/cel-js';
import { declareFunctions } from './declare-functions.ts';
import { EvaluationRun } from './evaluation-run.ts';
import { type RecordViewClass, RecordViews } from './record-view.ts';
import type { ExpressionScope } from './scope-for.ts';
import type { RecordType, ScopeType } from './scope-type.ts';

/** The library's environment for one scope, the class that shows it the inputs, and the run that evaluations share. */
export interface ScopeEnvironment {
  readonly parse: (source: string) => ParseResult;
  readonly InputsView: RecordViewClass;
  readonly run: EvaluationRun;
  /** The label of a record, by the name that the library's messages give its type. */
  readonly labels: ReadonlyMap<string, string>;
  /** What a scope within which this one is taken further starts from. */
  readonly base: Base;
}

interface Base {
  readonly environment: Environment;
  readonly run: EvaluationRun;
  readonly views: RecordViews;
  readonly types: RecordTypes;
}

// The subset's own limits are checked on the tree; these keep the parser short before there is a tree.
const PARSER_LIMITS = {
  maxAstNodes: 1_000,
  maxDepth: 60,
  maxListElements: 100,
  maxMapEntries: 10,
  maxCallArguments: 10,
};

const environments = new WeakMap<ExpressionScope, ScopeEnvironment>();

/** The environment of a scope, built when first asked for (about half a millisecond) and kept as long as the scope is. */
export function environmentOf(scope: ExpressionScope): ScopeEnvironment {
  const known = environments.get(scope);
  if (known) return known;
  const built = buildEnvironment(scope);
  environments.set(scope, built);
  return built;
}

function buildEnvironment(scope: ExpressionScope): ScopeEnvironment {
  const base = scope.within ? extended(environmentOf(scope.within).base) : bare();
  const { environment, run, views, types } = base;
  for (const [name, field] of scope.variables.fields) {
    if (!scope.within?.variables.fields.has(name)) environment.registerVariable(name, types.nameOf(field.type));
  }
  if (!scope.within) declareFunctions(environment, run, types.partyName);
  const InputsView = views.classOf(scope.variables);
  return { parse: (source) => environment.parse(source), InputsView, run, labels: types.labels, base };
}

function bare(): Base {
  const environment = new Environment({ limits: PARSER_LIMITS });
  const run = new EvaluationRun();
  const views = new RecordViews(run);
  environment.registerType('Instant', { ctor: Temporal.Instant, fields: {} });
  return { environment, run, views, types: new RecordTypes(environment, views) };
}

/** All that was declared before is shared: a definition with hundreds of forms has hundreds of scopes. */
function extended({ environment, run, views, types }: Base): Base {
  const own = environment.clone();
  return { environment: own, run, views, types: new RecordTypes(own, views, types) };
}

/**
 * Registers record types as they are met. They are called Record0, Record1… in every scope, because the library keeps each
 * type name it has ever seen for the life of the process, and definitions to check come from outside.
 */
class RecordTypes {
  readonly labels: Map<string, string>;
  partyName: string | undefined;
  readonly #names: Map<RecordType, string>;
  readonly #environment: Environment;
  readonly #views: RecordViews;

  constructor(environment: Environment, views: RecordViews, before?: RecordTypes) {
    this.#environment = environment;
    this.#views = views;
    this.labels = new Map(before?.labels);
    this.#names = new Map(before ? before.#names : []);
  }

  nameOf(type: ScopeType): string {
    switch (type.kind) {
      case 'record':
        return this.#names.get(type) ?? this.#register(type);
      case 'records':
        return `list<${this.nameOf(type.of)}>`;
      case 'text':
      case 'date':
        return 'string';
      case 'texts':
        return 'list<string>';
      case 'address':
        return 'map<string, string>';
      case 'instant':
        return 'Instant';
      default:
        return type.kind;
    }
  }

  #register(record: RecordType): string {
    const fields: Record<string, string> = Object.create(null);
    for (const [name, field] of record.fields) fields[name] = this.nameOf(field.type);
    const name = `Record${this.#names.size}`;
    this.#names.set(record, name);
    this.labels.set(name, record.label);
    if (record.label === 'party') this.partyName = name;
    this.#environment.registerType(name, { ctor: this.#views.classOf(record), fields });
    return name;
  }
}
