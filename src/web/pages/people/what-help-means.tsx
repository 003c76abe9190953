/** @jsxImportSource hono/jsx */
import { fill, type Words } from '../../words.ts';

interface Props {
  readonly words: Words;
  readonly capacity: 'representative' | 'helper';
  /** Whom they stand beside, by name; absent: said to the party. */
  readonly of?: string;
}

/** What someone may do and see at a party's side, and what not: the same wherever it is said. */
export function WhatHelpMeans({ words: { helpers: said }, capacity, of }: Props) {
  const { may, mayNot } = of === undefined ? said.means[capacity] : said.meansFor[capacity];
  const name = of ?? '';
  return (
    <>
      <ul>
        {may.map((line) => (
          <li>{fill(line, { name })}</li>
        ))}
      </ul>
      <p>
        <b>{of === undefined ? said.cannot : said.youCannot}</b>
      </p>
      <ul>
        {mayNot.map((line) => (
          <li>{fill(line, { name })}</li>
        ))}
      </ul>
    </>
  );
}
