import { transitions } from './transitions.ts';

const isSmoke = process.argv.includes('--smoke');
const milliseconds = isSmoke ? 300 : 3_000;

const whole = (figure: number) => Math.round(figure).toLocaleString('en');
const ms = (figure: number) => `${figure.toFixed(2)} ms`;

for (const concurrent of [64, 1]) {
  const { ours, raw } = await transitions(concurrent, milliseconds);
  console.log(
    `transitions, in process, ${concurrent} concurrent: ${whole(ours.rate)}/s, p50 ${ms(ours.p50)}, p99 ${ms(ours.p99)};`,
    `raw ${whole(raw.rate)}/s, p50 ${ms(raw.p50)}; ratio ${(ours.rate / raw.rate).toFixed(2)}`,
  );
}
