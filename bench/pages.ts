import { aPagesWorld, type PagesWorld } from './a-pages-world.ts';
import { type BenchPage, EVERY_PAGE } from './every-page.ts';
import { type Measured, summary } from './measure.ts';

/** A page among few and among many cases. */
export interface PageTimes {
  readonly name: string;
  readonly few: Measured;
  readonly many: Measured;
  /** Of the page, uncompressed. */
  readonly bytes: number;
  /** Milliseconds of a processor for a page among many cases: what a busy machine does not change. */
  readonly cpu: number;
}

const WARM_UP = 10;

/** Renders every page for people over and over, one request at a time, in a tribunal of few cases and in one of many. */
export async function pageTimes(few: number, many: number, turns: number): Promise<readonly PageTimes[]> {
  const one = await timesAmong(few, turns);
  const other = await timesAmong(many, turns);
  return EVERY_PAGE.map(({ name }, index) => {
    const [among, amongMany] = [one[index], other[index]];
    if (!among || !amongMany) throw new Error(`${name} was not measured`);
    return { name, few: among.times, many: amongMany.times, bytes: amongMany.bytes, cpu: amongMany.cpu };
  });
}

interface Timed {
  readonly times: Measured;
  readonly bytes: number;
  readonly cpu: number;
}

async function timesAmong(cases: number, turns: number): Promise<readonly Timed[]> {
  const world = await aPagesWorld(cases);
  try {
    const all: Timed[] = [];
    for (const page of EVERY_PAGE) all.push(await timesOf(world, page, turns));
    return all;
  } finally {
    await world.close();
  }
}

async function timesOf(world: PagesWorld, { as, at }: BenchPage, turns: number): Promise<Timed> {
  const path = typeof at === 'string' ? at : await at(world);
  let bytes = 0;
  for (let turn = 0; turn < WARM_UP; turn += 1) bytes = (await world.html(path, as)).length;
  const times: number[] = [];
  const [started, used] = [performance.now(), process.cpuUsage()];
  for (let turn = 0; turn < turns; turn += 1) {
    const begun = performance.now();
    await world.html(path, as);
    times.push(performance.now() - begun);
  }
  const { user, system } = process.cpuUsage(used);
  return { times: summary(times, performance.now() - started), bytes, cpu: (user + system) / 1_000 / turns };
}
