import type { ExpressionProblemCode } from '../../expression/expression-problem.ts';

/** Every problem that a definition can have, and in general what to do. A closed set: `docs/workflow-format.md` lists it. */
const OWN_CODES = {
  // The text
  'too-large': ['The definition is larger than 256 KB.', 'Shorten its texts, or split it into two processes.'],
  'too-deep': ['The JSON is nested more than 32 levels deep.', 'Name a part and refer to it.'],
  'not-json': ['The text is not JSON.', 'Look at the place it names for a missing comma, quotation mark or bracket.'],
  'not-data': ['Something is not plain data.', 'Hand in the definition as JSON.'],
  'duplicate-key': ['A key is written twice in the same place.', 'Remove one, or rename it.'],
  'forbidden-key': ['A key is called __proto__, constructor or prototype.', 'Choose another name.'],

  // The shape
  missing: ['Something that must be there is missing.', 'Add it.'],
  'wrong-type': [
    'Something is of another kind than it must be: a text instead of a list, say.',
    'Write it as the sentence says.',
  ],
  'wrong-value': ['A value is not one of those it can have.', 'Use one of those listed.'],
  'wrong-format': ['A text is not written as it must be.', 'Write it as the sentence says.'],
  'too-big': ['A number, text or list is larger than it may be.', 'Make it smaller.'],
  'too-small': ['A number, text or list is smaller than it must be.', 'Make it larger.'],
  'unknown-key': ['The format does not know this key.', 'Use the key it suggests, or remove it.'],
  'bad-name': ['A name has characters that names cannot have.', 'A letter, then letters, digits, - and _; at most 64.'],

  // Names
  'unknown-target': ['A transition leads to a state that does not exist.', 'Name a sibling, .child or #id.'],
  'unknown-initial': ['A state starts in a state that is not inside it.', 'Name one of the states inside.'],
  'unknown-guard': [
    'A transition asks a guard that does not exist.',
    'Declare it under “guards”, or correct the name.',
  ],
  'unknown-notice': [
    'Something names a notice that does not exist.',
    'Declare it under “notices”, or correct the name.',
  ],
  'unknown-form': ['Something names a form that does not exist.', 'Declare it under “forms”, or correct the name.'],
  'unknown-document': [
    'Something names a document that does not exist.',
    'Declare it under “documents”, or correct the name.',
  ],
  'unknown-fee': ['Something names a fee that does not exist.', 'Declare it under “fees”, or correct the name.'],
  'unknown-role': [
    'Something names a role that does not exist, or of the wrong kind.',
    'Declare it under “roles”, or correct the name.',
  ],
  'unknown-deadline': [
    'Something names a deadline that does not exist.',
    'Declare it under “deadlines”, or correct the name.',
  ],
  'unknown-template': ['A notice or document names a template that does not exist.', 'Use one of those listed.'],
  'unknown-stage': ['Something names a stage that does not exist.', 'Declare it under “stages”, or correct the name.'],
  'unknown-event': [
    'Something names an event that is neither declared nor told.',
    'Declare it under “events”, or correct the name.',
  ],
  'unknown-calendar': ['The tribunal has no such calendar.', 'Name one that it has.'],
  'unknown-party-chart': [
    'A role names a party chart that does not exist.',
    'Declare it under “partyCharts”, or correct the name.',
  ],
  'unknown-state': [
    'Guidance, a scenario or an expression names a state that does not exist.',
    'Write its dotted path: response.waiting.',
  ],
  'unknown-option': ['Something names an option that a choice does not have.', 'Use one of its options.'],
  'unknown-question': [
    'The explorer leads to a question or outcome that does not exist.',
    'Declare it, or correct the name.',
  ],
  'unknown-placeholder': ['A text has a placeholder that nothing fills.', 'Use one of those listed.'],
  'unknown-party': [
    'A scenario names a party that is not in it.',
    'Parties are called by role and number: respondent-2.',
  ],
  'unknown-task': ['A scenario expects a task that nothing opens.', 'Correct the name.'],
  'unknown-order': ['A scenario expects a kind of order that there is not.', 'Use one of those listed.'],
  'unknown-outcome': ['A scenario expects an outcome that there is not.', 'Use one of those listed.'],
  'unknown-refusal': ['A scenario expects a refusal that there is not.', 'Use one of those listed.'],
  'unknown-tribunal-role': [
    'A tribunal role has a name that nobody in the tribunal can hold.',
    'Call it facilitator, member, registrar or admin.',
  ],
  'reserved-name': ['A name belongs to the engine.', 'Choose another.'],
  'duplicate-id': ['An id is used twice where it must be the only one.', 'Rename one of them.'],
  'bad-set-path': [
    'A “set” writes to a place that cannot be written.',
    'Write to data.<form>.<field>, party.<form>.<field>, party.servedOn or party.responded.',
  ],
  'bad-placeholder': ['A text has braces that make no placeholder.', 'Write {{name}}.'],
  'placeholder-not-filled': ['A placeholder stands in a text that nothing fills.', 'Remove it.'],
  'wrong-count': ['A scenario has more or fewer parties than their role takes.', 'Change the number.'],

  // The charts
  'chart-without-states': ['A chart has no states.', 'Add them.'],
  'missing-initial': ['A state with states inside does not say which comes first.', 'Add “initial”.'],
  'initial-misplaced': ['“initial” stands where nothing comes first.', 'Remove it.'],
  'final-misused': ['A final state has something that would lead on.', 'Remove that, or let the state not be final.'],
  'history-misused': [
    'A history state is used as an ordinary one.',
    'Give it nothing but "type": "history", and lead to it.',
  ],
  'parallel-misused': ['A parallel state has fewer than two regions.', 'Remove “type”, or add a region.'],
  'done-misused': ['“onDone” waits for an end that cannot come.', 'Make a state inside final, or remove it.'],
  'id-misplaced': ['The chart itself has an id.', 'Remove it.'],
  'too-many-parts': ['There are more roles, forms, events or the like than are allowed.', 'Split the process.'],
  'too-many-states': ['The charts have more than 500 states.', 'Split the process.'],
  'too-many-transitions': [
    'The charts have more than 5,000 transitions.',
    'Put what states share on a state around them.',
  ],
  'states-too-deep': ['States lie more than 8 deep.', 'Put them beside each other.'],
  'too-many-expressions': ['The definition has more than 1,500 expressions.', 'Name those written more than once.'],
  'too-many-consequences': [
    'All events together bring more than 20,000 actions and deadlines.',
    'Let fewer events lead to the states in which most happens.',
  ],
  'guard-too-large': ['A transition combines more than 50 guards.', 'Say it in one named guard.'],
  'event-never-comes': ['A state reacts to an event that its chart never hears of.', 'Move it to the chart that does.'],
  'event-nobody-can-do': ['Nobody can ever do an event.', 'Let a state that can be reached react to it, or remove it.'],
  'of-misplaced': ['“of” stands on an event that moves the case.', 'Remove it, or give the event "scope": "party".'],
  'told-without-chart': ['An event is told to parties that have no chart.', 'Tell someone who has one.'],
  'role-not-assignable': [
    'A role is assigned that is not given to one person.',
    'Name a tribunal role that is not shared.',
  ],
  'unreachable-state': ['No case can ever be in a state.', 'Lead there, or remove it.'],
  'dead-end': ['A state is open, but nothing can happen there.', 'Add an event or a deadline, or make it final.'],
  'never-ends': ['From a state no way leads to the end of the case.', 'Lead, in the end, to a final state.'],
  'wait-without-deadline': [
    'A state waits for someone with no deadline and no queue.',
    'Add a deadline, a task, an assignment or a target.',
  ],
  'always-cycle': ['States lead round to each other by themselves.', 'Let an event or a deadline lead on.'],
  'tell-cycle': ['Charts keep telling each other the same.', 'Let one of them come to rest.'],
  'guard-never-true': ['A guard can never be true.', 'Correct it, or remove the transition.'],
  'shadowed-transition': [
    'A transition is never taken, because one before it always is.',
    'Put the narrower guard first.',
  ],
  'final-without-outcome': ['A case can be closed without an outcome.', 'Record one on every way.'],
  'exceptional-beginning': ['Every case begins in an exceptional stage.', 'Remove “exceptional”.'],
  'state-without-stage': ['A state of the case belongs to no stage.', 'Add "meta": { "stage": … }.'],
  'missing-guidance': [
    'A role can act in a state without being told what this means for them.',
    'Add it to “guidance”.',
  ],
  'basis-may-be-empty': [
    'A deadline can start without the date it is counted from.',
    'Set it on every way, or ask with has(…).',
  ],

  // People, forms, texts
  'no-party-role': ['No role is a party.', 'Add one.'],
  'min-above-max': ['A least number is above the largest.', 'Correct one of them.'],
  'choice-without-options': ['A choice has nothing to choose from.', 'Add “options”.'],
  'setting-without-meaning': ['A field has a setting that its type does not know.', 'Remove it.'],
  'event-without-title': ['An event has no title.', 'Add one in each language.'],
  'exhibit-form': ['An event moves an exhibit, but does not ask for what that takes.', 'Ask for it in its form.'],
  'exhibit-without-party': [
    'An event of the tribunal puts something in evidence, and does not say whose it is.',
    'Give it "scope": "party".',
  ],
  'exhibit-hidden': [
    'Something is put in evidence that not everyone in the case could read.',
    'Open it to the case, or keep it out of evidence.',
  ],
  'mark-twice': ['Exhibits of two roles would have the same numbers.', 'Give one of them another “mark”.'],
  'otherwise-without-when': ['An event says “otherwise” without a condition.', 'Add “when”, or remove “otherwise”.'],
  'field-without-label': ['A field has no label.', 'Add one.'],
  'missing-translation': ['A text says nothing in a declared language.', 'Write it.'],
  'undeclared-language': [
    'A text is written in a language that is not declared.',
    'Remove it, or declare the language.',
  ],
  'never-stored': ['Something reads answers where they are not kept.', 'Read them where they are.'],
  'decision-without-reasons': ['A decision is issued without reasons.', 'Let the event ask for “reasons”.'],
  'order-without-terms': ['An order is issued that says nothing.', 'Give it terms or an amount.'],
  'standing-without-order': [
    'The standing of orders ends where none is issued.',
    'Put “standing” into the chart that issues the order.',
  ],
  'publish-without-decision': [
    'Something is published in a step that decides nothing.',
    'Put “publish” beside “decide”.',
  ],
  'message-without-text': ['An event posts a message without a text.', 'Give it a form with a text.'],
  'legal-without-service': ['A legal notice has no service rule.', 'Say when it counts as served.'],
  'legal-to-some': [
    'A legal notice goes only to those for whom a condition holds.',
    'Remove “only”, and let guards choose between two notices.',
  ],
  'service-without-channel': [
    'A service rule is for a channel that the notice does not use.',
    'Add the channel, or remove the rule.',
  ],
  'channel-without-service': [
    'A legal notice goes by letter, but no rule says when a letter counts as served.',
    'Say how many days after posting.',
  ],
  'text-alone': [
    'A text message carries no content: it only says that there is something in the portal.',
    'Send the notice to the portal too, and let another channel serve it.',
  ],
  'privileged-shown': ['What is said without prejudice could reach the member who decides.', 'Keep it in the room.'],
  'privileged-move': [
    'What is said without prejudice moves the case before all have agreed.',
    'Guard it by offer.accepted, or let it only act.',
  ],
  'sealed-shown': ['What only the tribunal may read would be shown to parties.', 'Leave it out, or open it.'],
  'unreachable-question': ['No answers lead to a question or outcome of the explorer.', 'Lead there, or remove it.'],
  'explorer-cycle': ['Answers in the explorer lead round and round.', 'Lead every answer on.'],

  // Warnings
  unused: ['Something is declared and used nowhere.', 'Remove it, or use it.'],
  'target-too-short': ['A stage should be over before a deadline in it has run.', 'Make the target longer.'],
  'can-stall': ['A party can lead a case round and round.', 'Add a deadline.'],
  'too-many-problems': ['There are more problems than are listed.', 'Correct these first.'],
} as const satisfies Readonly<Record<string, readonly [means: string, fix: string]>>;

const EXPRESSION_CODES: Readonly<Record<ExpressionProblemCode, readonly [means: string, fix: string]>> = {
  'expression-empty': ['An expression is empty.', 'Write it, or leave it out.'],
  'expression-too-long': ['An expression has more than 1,000 characters.', 'Split it into named guards.'],
  'expression-too-complex': ['An expression has too many parts.', 'Split it into named guards.'],
  'expression-too-deep': ['An expression is nested too deeply.', 'Split it into named guards.'],
  'expression-syntax': ['An expression cannot be read.', 'Look at the place it names.'],
  'forbidden-name': ['An expression uses a name that JavaScript gives a meaning.', 'Use another.'],
  'forbidden-construct': ['An expression uses a part of CEL that is not in the subset.', 'Say it otherwise.'],
  'nested-loop': ['An expression has a loop inside a loop.', 'Use one.'],
  'literal-expected': ['An expression has a name where a constant must stand.', 'Write the constant.'],
  'number-too-large': ['A number is too large to be exact.', 'Use a smaller one.'],
  'shadowed-name': ['A loop uses a name that already means something.', 'Use another, such as p.'],
  'unknown-name': ['An expression names something that does not exist there.', 'Use one of those listed.'],
  'unknown-field': ['Something names a field that does not exist there.', 'Use one of those listed.'],
  'unknown-function': ['An expression calls a function that does not exist.', 'Use one of those listed.'],
  'not-a-date': ['A date is compared with a text that is none.', 'Write dates as "2026-03-01".'],
  'wrong-type': ['Something is of another kind than it must be.', 'Write it as the sentence says.'],
  'wrong-result': ['An expression gives something that is of no use there.', 'Give what the sentence says.'],
};

export type ProblemCode = keyof typeof OWN_CODES | ExpressionProblemCode;

/** Code → what it means, and in general what to do. */
export const PROBLEM_CODES: Readonly<Record<ProblemCode, readonly [means: string, fix: string]>> = {
  ...EXPRESSION_CODES,
  ...OWN_CODES,
};
