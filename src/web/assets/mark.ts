/** Two sides and the ground between them. */
export const MARK =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0a4b5c"/><path d="M6 9h9v6l-4 4v-4H6zM26 13h-9v6l4 4v-4h5z" fill="#fff"/></svg>';
