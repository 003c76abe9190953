import { z } from 'zod';
import { actionSchema } from './action-schema.ts';
import { nameSchema, textSchema } from './text-schema.ts';

/** A guard is the name of one, or a combination. */
export type Guard = string | { all: Guard[] } | { any: Guard[] } | { not: Guard };
export const guardSchema: z.ZodType<Guard, Guard> = z.lazy(() =>
  z.union([
    nameSchema,
    z.strictObject({ all: z.array(guardSchema).min(1).max(20) }),
    z.strictObject({ any: z.array(guardSchema).min(1).max(20) }),
    z.strictObject({ not: guardSchema }),
  ]),
);

const actionsSchema = z.union([actionSchema, z.array(actionSchema).max(50)]);

/** `#id` names a state by its id; a bare name a sibling; `.name` a child. */
export const targetSchema = z.string().min(1).max(200);

const transitionObjectSchema = z.strictObject({
  target: targetSchema.optional(),
  guard: guardSchema.optional(),
  actions: actionsSchema.optional(),
});
export type TransitionObject = z.infer<typeof transitionObjectSchema>;

export const transitionSchema = z.union([
  targetSchema,
  transitionObjectSchema,
  z
    .array(z.union([targetSchema, transitionObjectSchema]))
    .min(1)
    .max(20),
]);
export type Transition = z.infer<typeof transitionSchema>;

/** A state node, in XState's own vocabulary; only these keys. */
export interface ChartNode {
  id?: string | undefined;
  initial?: string | undefined;
  type?: 'parallel' | 'final' | 'history' | undefined;
  states?: Record<string, ChartNode> | undefined;
  on?: Record<string, Transition> | undefined;
  always?: Transition | undefined;
  after?: Record<string, Transition> | undefined;
  entry?: z.infer<typeof actionsSchema> | undefined;
  exit?: z.infer<typeof actionsSchema> | undefined;
  onDone?: Transition | undefined;
  meta?: { stage?: string | undefined; title?: Record<string, string> | undefined } | undefined;
}

export const chartSchema: z.ZodType<ChartNode, ChartNode> = z.lazy(() =>
  z.strictObject({
    id: nameSchema.optional(),
    initial: nameSchema.optional(),
    type: z.enum(['parallel', 'final', 'history']).optional(),
    states: z.record(nameSchema, chartSchema).optional(),
    on: z.record(nameSchema, transitionSchema).optional(),
    always: transitionSchema.optional(),
    after: z.record(nameSchema, transitionSchema).optional(),
    entry: actionsSchema.optional(),
    exit: actionsSchema.optional(),
    onDone: transitionSchema.optional(),
    meta: z.strictObject({ stage: nameSchema.optional(), title: textSchema.optional() }).optional(),
  }),
);
