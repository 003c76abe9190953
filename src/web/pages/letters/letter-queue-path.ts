/** A page of the letters to post: from the beginning, or from where the page before it ended. */
export function letterQueuePath(cursor: string | undefined, done?: 'done'): string {
  const asked = new URLSearchParams({ ...(done ? { done: '1' } : {}), ...(cursor ? { cursor } : {}) });
  return asked.size > 0 ? `/letters?${asked}` : '/letters';
}
