/** A model with every text in it changed, at any depth; its numbers and its shape stay. */
export function mapTexts<Model>(model: Model, change: (text: string) => string): Model {
  if (typeof model === 'string') return change(model) as Model;
  if (Array.isArray(model)) return model.map((each) => mapTexts(each, change)) as Model;
  if (model === null || typeof model !== 'object') return model;
  return Object.fromEntries(Object.entries(model).map(([name, value]) => [name, mapTexts(value, change)])) as Model;
}
