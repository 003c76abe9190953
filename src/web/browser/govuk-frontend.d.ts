declare module 'govuk-frontend' {
  /** Something that a piece of markup becomes. */
  export type Component = new (root: Element) => object;
  export function createAll(component: Component, config: object, within: Element): readonly object[];
  export const Button: Component;
  export const CharacterCount: Component;
  export const Checkboxes: Component;
  export const ErrorSummary: Component;
  export const ExitThisPage: Component;
  export const NotificationBanner: Component;
  export const Radios: Component;
  export const ServiceNavigation: Component;
  export const SkipLink: Component;
}
