import { httpRate } from './http.ts';
import { spreadOver } from './registries.ts';
import { reportPages } from './report-pages.ts';
import { scale } from './scale.ts';
import { simulationRate } from './simulate.ts';
import { sweepRate } from './sweep.ts';
import { transitions } from './transitions.ts';

const isSmoke = process.argv.includes('--smoke');
const milliseconds = isSmoke ? 300 : 4_000;
const many = isSmoke ? 10_000 : 1_000_000;

const whole = (figure: number) => Math.round(figure).toLocaleString('en');
const ms = (figure: number) => `${figure.toFixed(2)} ms`;
const busy = (spread: { readonly busy: number }) => `${whole(spread.busy * 100)} %`;
const ratio = (one: number, other: number) => (one / other).toFixed(2);

for (const concurrent of [64, 1]) {
  const { ours, raw, indexed } = await transitions(concurrent, milliseconds);
  console.log(
    `transitions in process, ${concurrent} concurrent: ${whole(ours.rate)}/s, p50 ${ms(ours.p50)}, p99 ${ms(ours.p99)};`,
    `raw limit ${whole(raw.rate)}/s, p50 ${ms(raw.p50)}; ratio ${ratio(ours.rate, raw.rate)};`,
    `with an index over the journal, which Parley has not, ${whole(indexed.rate)}/s; ratio ${ratio(ours.rate, indexed.rate)}`,
  );
}

for (const concurrent of [64, 1]) {
  const { rate, p50, p99 } = await httpRate(concurrent, milliseconds);
  console.log(`transitions over HTTP, ${concurrent} concurrent: ${whole(rate)}/s, p50 ${ms(p50)}, p99 ${ms(p99)}`);
}

const [one, eight] = [await spreadOver(1, 64, milliseconds), await spreadOver(8, 64, milliseconds)];
console.log(
  `the same over HTTP in 1 registry: ${whole(one.rate)}/s, thread busy ${busy(one)}, ${one.batch.toFixed(1)} commits a transaction;`,
  `spread over 8 in one program: ${whole(eight.rate)}/s, thread busy ${busy(eight)}, ${eight.batch.toFixed(1)} commits a transaction;`,
  `ratio ${ratio(eight.rate, one.rate)}: one thread decides for all of them, and each waits for its own disk writes`,
);

const sizes = await scale(1_000, many, milliseconds);
console.log(
  `transitions with ${whole(many)} cases and deadlines: ${whole(sizes.many.rate)}/s; with 1,000: ${whole(sizes.few.rate)}/s;`,
  `ratio ${ratio(sizes.many.rate, sizes.few.rate)}; of 1,000 among them ${whole(sizes.active.rate)}/s, ratio ${ratio(sizes.active.rate, sizes.few.rate)};`,
  `start-up ${ms(sizes.startUp)}; a look for what is due ${whole(sizes.look)} µs`,
);

const due = many / 50;
const rates = { few: await sweepRate(due, due), many: await sweepRate(due, many) };
console.log(
  `sweep: ${whole(rates.many)} expiries/s with ${whole(due)} due of ${whole(many)}; ${whole(rates.few)}/s with as many due of as many;`,
  `ratio ${ratio(rates.many, rates.few)}`,
);

const { rate } = await simulationRate(milliseconds);
console.log(`simulation: ${whole(rate)} steps/s`);

await reportPages(isSmoke);
