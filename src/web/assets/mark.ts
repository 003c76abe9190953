/** Two sides, each with something to say. Shown on the bar and in the tab of the browser. */
export const MARK =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#013366"/><path d="M6 7h12a3 3 0 0 1 3 3v5a3 3 0 0 1-3 3h-5l-5 4v-4H6z" fill="#fff"/><path d="M24 13h2v11h-1l-4 3v-3h-7v-3h8a2 2 0 0 0 2-2z" fill="#f8bb47"/></svg>';
