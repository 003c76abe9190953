import { beforeEach, describe, expect, it } from 'vitest';
import { aRegistry, type OpenedRegistry } from './a-registry.ts';
import { keepForEver, REFUSED_FOR_EVER } from './kept-for-ever.ts';

describe('what is written for ever', () => {
  let opened: OpenedRegistry;
  const execute = (sql: string) => () => opened.database.connection.exec(sql);

  beforeEach(async () => {
    opened = aRegistry();
    await keepForEver(opened.registry);
  });

  it.each(REFUSED_FOR_EVER)('refuses: %s', (sql) => {
    expect(execute(sql)).toThrow(/append-only|journal gap|never|FOREIGN KEY/);
  });
});
