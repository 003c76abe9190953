import fc from 'fast-check';

/** What expressions are made of, and what attackers write. */
export const word = fc.constantFrom(
  ...[
    'data',
    'party',
    'parties',
    'now',
    'application',
    'amount',
    'served',
    'servedOn',
    'p',
    'has',
    'size',
    'days',
    'exists',
  ],
  ...[
    'map',
    'filter',
    'all',
    'matches',
    'constructor',
    '__proto__',
    'prototype',
    'toString',
    'valueOf',
    'true',
    'null',
    'in',
  ],
  ...[
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '.',
    ',',
    '?',
    ':',
    '!',
    '-',
    '+',
    '*',
    '/',
    '%',
    '<',
    '<=',
    '==',
    '!=',
    '&&',
    '||',
    '=>',
  ],
  ...[
    '"a"',
    "'",
    '"',
    '"""',
    'b"\\xff"',
    'r"',
    '\\',
    '\\u{',
    '1',
    '0x',
    '1e999',
    '99999999999999999999',
    '1u',
    '//',
    '\n',
    '\u0000',
  ],
);

/** Sources that parse: real names, calls and operators put together without regard for kinds. */
export const tree = fc.letrec<{ node: string; leaf: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'medium' },
    tie('leaf'),
    fc
      .tuple(tie('node'), fc.constantFrom('+', '-', '*', '/', '%', '<', '==', '!=', '&&', '||', 'in'), tie('node'))
      .map((parts) => `(${parts.join(' ')})`),
    fc
      .tuple(fc.constantFrom('!', '-', 'has', 'size', 'int', 'string', 'double'), tie('node'))
      .map(([name, node]) => `${name}(${node})`),
    fc
      .tuple(fc.constantFrom('days', 'workingDays', 'inState'), tie('node'), tie('node'))
      .map(([name, a, b]) => `${name}(${a}, ${b})`),
    fc
      .tuple(tie('node'), fc.constantFrom('all', 'exists', 'exists_one', 'map', 'filter'), tie('node'))
      .map(([list, loop, body]) => `${list}.${loop}(p, ${body})`),
    fc
      .tuple(tie('node'), fc.constantFrom('served', 'response', 'amount', 'constructor', 'home'))
      .map((parts) => parts.join('.')),
    fc.tuple(tie('node'), tie('node'), tie('node')).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
    fc.array(tie('node'), { maxLength: 3 }).map((items) => `[${items.join()}]`),
    fc.tuple(tie('node'), fc.constantFrom('0', '1', '"id"', '"__proto__"')).map(([list, index]) => `${list}[${index}]`),
  ),
  leaf: fc.constantFrom(
    ...[
      '1',
      '2.5',
      '"a"',
      'true',
      'now',
      'p',
      'p.served',
      'p.servedOn',
      'p.id',
      'party',
      'parties',
      'party.servedOn',
      'party.served',
    ],
    ...[
      'data.application.amount',
      'data.application.rooms',
      'data.application.summary',
      'data.application.remedies',
      'data.reply.amount',
    ],
  ),
}));

/** Trees whose kinds fit, over long answers and many parties, so that most are evaluated. */
export const fitting = fc.letrec<{ bool: string; int: string; text: string; parties: string; texts: string }>(
  (tie) => ({
    bool: fc.oneof(
      { depthSize: 'medium' },
      fc.constantFrom('true', 'party.served', 'p.responded', 'has(p.response.amount)', 'inState(p, "served")'),
      fc.tuple(tie('int'), fc.constantFrom('<', '==', '>='), tie('int')).map((parts) => `(${parts.join(' ')})`),
      fc.tuple(tie('text'), fc.constantFrom('<', '==', '!='), tie('text')).map((parts) => `(${parts.join(' ')})`),
      fc.tuple(tie('bool'), fc.constantFrom('&&', '||'), tie('bool')).map((parts) => `(${parts.join(' ')})`),
      tie('bool').map((one) => `!${one}`),
      fc
        .tuple(tie('parties'), fc.constantFrom('all', 'exists', 'exists_one'), tie('bool'))
        .map(([list, loop, body]) => `${list}.${loop}(p, ${body})`),
      fc.tuple(tie('text'), tie('texts')).map(([text, list]) => `(${text} in ${list})`),
      tie('text').map((text) => `${text}.contains("aab")`),
    ),
    int: fc.oneof(
      fc.constantFrom(
        '0',
        '7',
        '9007199254740991',
        'p.response.amount',
        'data.application.amount',
        'days(p.servedOn, now)',
      ),
      fc.tuple(tie('int'), fc.constantFrom('+', '-', '*', '/', '%'), tie('int')).map((parts) => `(${parts.join(' ')})`),
      fc.oneof(tie('parties'), tie('texts'), tie('text')).map((sized) => `size(${sized})`),
      fc.tuple(tie('bool'), tie('int'), tie('int')).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
    ),
    text: fc.oneof(
      fc.constantFrom('"a"', 'p.response.reasons', 'data.application.summary', 'p.id', 'p.servedOn', 'today'),
      fc.tuple(tie('text'), tie('text')).map(([a, b]) => `(${a} + ${b})`),
      tie('int').map((number) => `string(${number})`),
    ),
    parties: fc.oneof(
      fc.constant('parties'),
      fc.tuple(tie('parties'), tie('bool')).map(([list, body]) => `${list}.filter(p, ${body})`),
      fc.tuple(tie('parties'), tie('parties')).map(([a, b]) => `(${a} + ${b})`),
    ),
    texts: fc.oneof(
      fc.constantFrom('["a", "b"]', 'data.application.remedies'),
      fc.tuple(tie('parties'), tie('text')).map(([list, body]) => `${list}.map(p, ${body})`),
      fc.tuple(tie('texts'), tie('texts')).map(([a, b]) => `(${a} + ${b})`),
    ),
  }),
);
