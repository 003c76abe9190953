/** The values one name can have. `int` and `bool` (0 and 1) are whole numbers; between two others there is always a third. */
export interface Domain {
  readonly kind: 'bool' | 'int' | 'double' | 'text';
  /** The name may have no value at all, or fail. */
  readonly optional: boolean;
}

export type Constant = number | string;
export type Comparison = '<' | '<=' | '>' | '>=' | '==' | '!=';

/** Some of the values of a domain: ordered intervals that do not touch, and perhaps the absence of a value. */
export interface ValueSet {
  readonly intervals: readonly Interval[];
  readonly absent: boolean;
}

/** From one bound to another; an undefined bound is the end of the domain. */
interface Interval {
  readonly from: Bound | undefined;
  readonly to: Bound | undefined;
}
interface Bound {
  readonly value: Constant;
  readonly included: boolean;
}

/** Every value there can be, absence left out. */
export function presentValues(domain: Domain): ValueSet {
  if (domain.kind !== 'bool') return { intervals: [{ from: undefined, to: undefined }], absent: false };
  return { intervals: [{ from: including(0), to: including(1) }], absent: false };
}

/** The values for which `value <comparison> constant` is true. */
export function valuesWhere(domain: Domain, comparison: Comparison, constant: Constant): ValueSet {
  const intervals: Readonly<Record<Comparison, readonly Interval[]>> = {
    '<': [{ from: undefined, to: excluding(constant) }],
    '<=': [{ from: undefined, to: including(constant) }],
    '>': [{ from: excluding(constant), to: undefined }],
    '>=': [{ from: including(constant), to: undefined }],
    '==': [{ from: including(constant), to: including(constant) }],
    '!=': [
      { from: undefined, to: excluding(constant) },
      { from: excluding(constant), to: undefined },
    ],
  };
  return intersection(domain, presentValues(domain), { intervals: intervals[comparison], absent: false });
}

/** What is in both sets. */
export function intersection(domain: Domain, a: ValueSet, b: ValueSet): ValueSet {
  const intervals = a.intervals.flatMap((one) => b.intervals.flatMap((other) => overlap(domain, one, other)));
  return { intervals, absent: a.absent && b.absent };
}

/** What the domain has and the set has not. */
export function complement(domain: Domain, set: ValueSet): ValueSet {
  let present = presentValues(domain);
  for (const interval of set.intervals) present = intersection(domain, present, outside(interval));
  return { intervals: present.intervals, absent: domain.optional && !set.absent };
}

/** Whether nothing is in the set. */
export function isEmptySet(set: ValueSet): boolean {
  return set.intervals.length === 0 && !set.absent;
}

function outside({ from, to }: Interval): ValueSet {
  const below: Interval[] = from ? [{ from: undefined, to: { value: from.value, included: !from.included } }] : [];
  const above: Interval[] = to ? [{ from: { value: to.value, included: !to.included }, to: undefined }] : [];
  return { intervals: [...below, ...above], absent: false };
}

function overlap(domain: Domain, a: Interval, b: Interval): Interval[] {
  const isWhole = domain.kind === 'int' || domain.kind === 'bool';
  const from = wholeBound(tighter(a.from, b.from, 1), isWhole, 1);
  const to = wholeBound(tighter(a.to, b.to, -1), isWhole, -1);
  if (from && to && (from.value > to.value || (from.value === to.value && !(from.included && to.included)))) return [];
  return [{ from, to }];
}

/** The bound that leaves less: the greater of two lower bounds (`direction` 1), the lesser of two upper ones (-1). */
function tighter(a: Bound | undefined, b: Bound | undefined, direction: 1 | -1): Bound | undefined {
  if (!a || !b) return a ?? b;
  if (a.value === b.value) return a.included ? b : a;
  return a.value > b.value === (direction === 1) ? a : b;
}

/** Between 4 and 7, both left out, lie the whole numbers from 5 to 6. */
function wholeBound(bound: Bound | undefined, isWhole: boolean, direction: 1 | -1): Bound | undefined {
  if (!bound || !isWhole || typeof bound.value !== 'number') return bound;
  const nearest = direction === 1 ? Math.ceil(bound.value) : Math.floor(bound.value);
  return including(nearest === bound.value && !bound.included ? nearest + direction : nearest);
}

function including(value: Constant): Bound {
  return { value, included: true };
}

function excluding(value: Constant): Bound {
  return { value, included: false };
}
