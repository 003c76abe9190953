import { readFileSync } from 'node:fs';

/** One call of the README's tour, as it is written there. */
export interface TourStep {
  /** `/api/v1/cases/$CASE/events`, `/dev/clock`. */
  readonly path: string;
  /** Who does it, by the name of their token; nobody, of a call without one. */
  readonly as: string | undefined;
  /** JSON, with `$TODAY` where the day of the tour stands. */
  readonly body: string;
  /** What the README prints beneath it. */
  readonly answer: string;
}

/** The calls that the README's tour sends, in order; those that only look are left out. */
export function readmeTour(): TourStep[] {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const tour = readme.split('## A tour')[1]?.split('```')[1] ?? '';
  return [...tour.matchAll(/^curl -s (\S+)(.*?) -d '(.*?)'(?=\s)((?:\n?[ \t]*#[^\n]*)*)/gms)].map(
    ([, address = '', headers = '', body = '', answer = '']) => ({
      path: address.replace('$B', '/api/v1').replace('localhost:3000', ''),
      as: /Bearer \$(\w+)/.exec(headers)?.[1],
      body: body.replaceAll("'$TODAY'", '$TODAY'),
      answer,
    }),
  );
}
