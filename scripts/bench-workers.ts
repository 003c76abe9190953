import { workerLoad } from '../bench/workers.ts';

// `npm run bench:workers`: the same load on one registry and spread over eight, in the local Workers runtime.
const CONCURRENT = 32;
const MILLISECONDS = 4_000;
const whole = (figure: number) => Math.round(figure).toLocaleString('en');

const one = await workerLoad(1, CONCURRENT, MILLISECONDS);
const eight = await workerLoad(8, CONCURRENT, MILLISECONDS);
for (const kind of ['reads', 'messages'] as const)
  console.log(
    `${kind} over HTTP in the local Workers runtime, ${CONCURRENT} concurrent: 1 registry ${whole(one[kind].rate)}/s; 8 registries`,
    `${whole(eight[kind].rate)}/s; ratio ${(eight[kind].rate / one[kind].rate).toFixed(2)}: one thread serves all objects here`,
  );
