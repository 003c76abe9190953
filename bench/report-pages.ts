import { pageTimes } from './pages.ts';

/** What the server may take to make a page, in the middle of many times. */
const MOST_MS = 10;

/** Prints what each page for people takes among few cases and among many, the slowest first. */
export async function reportPages(isSmoke: boolean): Promise<void> {
  const [few, many, turns] = isSmoke ? [50, 1_000, 3] : [1_000, 100_000, 200];
  const pages = (await pageTimes(few, many, turns)).toSorted((page, other) => other.many.p50 - page.many.p50);
  const slow = pages.filter(({ many: { p50 } }) => p50 >= MOST_MS).length;
  console.log(
    `pages in process with ${many.toLocaleString('en')} cases: ${pages.length} pages, ${slow} over ${MOST_MS} ms in the median; ratio to ${few.toLocaleString('en')} cases`,
  );
  for (const { name, few: among, many: amongMany, bytes, cpu } of pages)
    console.log(
      `  ${name}: p50 ${amongMany.p50.toFixed(2)} ms, p99 ${amongMany.p99.toFixed(2)} ms, processor ${cpu.toFixed(2)} ms, ${Math.round(bytes / 1_024)} KB; ratio ${(amongMany.p50 / among.p50).toFixed(2)}`,
    );
}
