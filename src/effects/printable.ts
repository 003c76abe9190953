import { printableText } from './printable-text.ts';

/** A model with every text in it made printable, at any depth. */
export function printable<Model>(model: Model): Model {
  if (typeof model === 'string') return printableText(model) as Model;
  if (Array.isArray(model)) return model.map(printable) as Model;
  if (model === null || typeof model !== 'object' || model instanceof Uint8Array) return model;
  return Object.fromEntries(Object.entries(model).map(([name, value]) => [name, printable(value)])) as Model;
}
