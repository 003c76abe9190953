/** How a function of the subset is written, for sentences, and how many arguments it takes. */
export interface CallableFunction {
  readonly usage: string;
  readonly arguments: readonly number[];
}

/** `name(…)`. Whatever is not here cannot be called. */
export const FUNCTIONS: Readonly<Record<string, CallableFunction>> = {
  has: { usage: 'has(data.response)', arguments: [1] },
  size: { usage: 'size(parties)', arguments: [1] },
  days: { usage: 'days(party.servedOn, now)', arguments: [2] },
  workingDays: { usage: 'workingDays(party.servedOn, now)', arguments: [2] },
  addDays: { usage: 'addDays(event.servedOn, 10)', arguments: [2] },
  inState: { usage: 'inState(party, "served")', arguments: [2] },
  int: { usage: 'int(2.5)', arguments: [1] },
  double: { usage: 'double(2)', arguments: [1] },
  string: { usage: 'string(2)', arguments: [1] },
};

/** `value.name(…)`. */
export const METHODS: Readonly<Record<string, CallableFunction>> = {
  all: { usage: 'parties.all(p, p.responded)', arguments: [2] },
  exists: { usage: 'parties.exists(p, p.served)', arguments: [2] },
  exists_one: { usage: 'parties.exists_one(p, p.served)', arguments: [2] },
  filter: { usage: 'parties.filter(p, p.served)', arguments: [2] },
  map: { usage: 'parties.map(p, p.id)', arguments: [2, 3] },
  size: { usage: 'parties.size()', arguments: [0] },
  contains: { usage: 'data.application.summary.contains("roof")', arguments: [1] },
  startsWith: { usage: 'data.application.summary.startsWith("Re:")', arguments: [1] },
  endsWith: { usage: 'data.application.summary.endsWith("?")', arguments: [1] },
};
