/** What our components do not offer, by component and option, and why. */
const OPTIONS: readonly (readonly [RegExp, string])[] = [
  [/attributes(\.|$)/i, 'attributes that our pages do not use cannot be set'],
  [
    /^character-count (maxwords|countType|words|characters)/,
    'limits are of characters, in the words of our catalogues',
  ],
  [/^character-count countMessage/, 'the count has one look'],
  [/^date-input (day|month|year|items)\.(pattern|inputmode)/, 'every part is digits'],
  [/^file-upload value/, 'a browser shows no value of a file control'],
  [/^file-upload /, 'the plain control, which opens the camera on a phone, needs no script'],
  [/^input (prefix|suffix|inputWrapper)\.classes/, 'prefix and suffix have one look'],
  [/headingLevel$|titleHeadingLevel$/, 'titles have the level that fits our pages'],
  [/^pagination items/, 'lists are read by cursor: there is a next page and no tenth'],
  [/^panel actions/, 'a panel confirms; what comes next stands under it'],
  [/^summary-list card/, 'our cards are elements around a list'],
  [/^summary-list rows\.actions\.classes/, 'actions have one look'],
  [/^table .*(row|col)span/, 'rows become cards on a phone: no cell spans two'],
];

/** Single fixtures, and why. */
const FIXTURES: Readonly<Record<string, string>> = {
  'button: start link with html': 'a button is text',
  'character-count: to configure in JavaScript': 'the limit is always known',
  'character-count: with neither maxlength nor maxwords set': 'the limit is always known',
  'character-count: with neither maxlength, maxwords nor textarea description set': 'the limit is always known',
  'date-input: items with classes': 'parts have one look',
  'checkboxes: with falsy values': 'what is absent has no number',
  'radios: with falsy items': 'what is absent has no number',
  'task-list: with empty values': 'what is absent has no number',
  'label: empty': 'a label says something',
  'panel: interruption with custom classes': 'a panel confirms',
  'panel: interruption, no actions': 'a panel confirms',
};

/** Why a fixture says nothing about ours; undefined when it has to hold. Throws for an option that nobody has thought about. */
export function whyLeftOut(
  component: string,
  fixture: string,
  optionsNotOffered: readonly string[],
): string | undefined {
  const single = FIXTURES[`${component}: ${fixture}`];
  if (single) return single;
  const [option] = optionsNotOffered;
  if (option === undefined) return undefined;
  const reason = OPTIONS.find(([pattern]) => pattern.test(`${component} ${option}`))?.[1];
  if (!reason) throw new Error(`${component}: ${fixture} sets ${option}; offer it, or say why not`);
  return reason;
}
