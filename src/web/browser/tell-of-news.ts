/** It asks after so long, and after each answer that held nothing waits longer. */
const FIRST_MS = 20_000;
const LONGEST_MS = 120_000;
const SLOWER = 1.5;
/** Who comes back to the page hears soon. */
const AT_ONCE_MS = 500;
/** A page that nobody has touched for so long asks no more: its asking would keep them signed in. */
const UNTOUCHED_MS = 10 * 60_000;
/** Who can read what is shown in the talks. */
const SHOWN_TO = ['room', 'caucus', 'everyone'];

/** What the page holds for it, empty until there is something to say. */
interface Panel {
  readonly whole: HTMLElement;
  readonly status: HTMLElement;
  /** Loads the page anew. */
  readonly link: HTMLElement;
  /** Keeps what is being written, and does the same; absent where nothing can be written. */
  readonly keep: HTMLButtonElement | null;
}

/**
 * Says in a `[data-news]` that something is new in the talks, and leaves the page as it is: what is being written stays.
 * While the page is seen and used it asks for the newest entries of the journal, as its reader may see them, and tells
 * once. It stops when they are signed out.
 */
export function tellOfNews(whole: HTMLElement): void {
  const panel = panelOf(whole);
  if (!panel) return;
  const stopped = new AbortController();
  let [wait, touchedAt, timer] = [FIRST_MS, Date.now(), 0];
  for (const kind of ['keydown', 'pointerdown', 'scroll', 'focus', 'visibilitychange'])
    document.addEventListener(kind, touched, { passive: true, capture: true, signal: stopped.signal });
  plan(FIRST_MS);

  function plan(after: number): void {
    timer = setTimeout(look, after);
  }

  function touched(): void {
    touchedAt = Date.now();
    if (timer !== 0 || document.visibilityState !== 'visible') return;
    wait = FIRST_MS;
    plan(AT_ONCE_MS);
  }

  async function look(): Promise<void> {
    if (!whole.isConnected) return stopped.abort();
    if (document.visibilityState !== 'visible' || Date.now() - touchedAt > UNTOUCHED_MS) {
      timer = 0;
      return;
    }
    const found = await newsIn(whole.dataset.news ?? '', whole.dataset.known ?? '');
    if (found === 'none') {
      wait = Math.min(wait * SLOWER, LONGEST_MS);
      return plan(wait);
    }
    stopped.abort();
    if (found === 'some' && panel) show(panel);
  }
}

function panelOf(whole: HTMLElement): Panel | undefined {
  const [status, link] = [whole.querySelector<HTMLElement>('[role=status]'), whole.querySelector<HTMLElement>('a')];
  return status && link ? { whole, status, link, keep: whole.querySelector('button') } : undefined;
}

/** Whether there is an entry after the one that the page knows; `over`: who asks may not know any more. */
async function newsIn(address: string, known: string): Promise<'some' | 'none' | 'over'> {
  try {
    const answer = await fetch(address, { headers: { accept: 'application/json' } });
    if ([401, 403, 404].includes(answer.status)) return 'over';
    if (!answer.ok) return 'none';
    const { items } = (await answer.json()) as { items: { id: string; readers: string }[] };
    const place = items.findIndex(({ id }) => id === known);
    const since = place < 0 ? items : items.slice(0, place);
    return since.some(({ readers }) => SHOWN_TO.includes(readers)) ? 'some' : 'none';
  } catch {
    // The connection is lost: perhaps for a moment.
    return 'none';
  }
}

/** Whoever has begun to write is offered to keep it, and only that. */
function show({ whole, status, link, keep }: Panel): void {
  const form = keep?.form;
  const choose = () => {
    const isWritten = form ? hasWriting(form) : false;
    if (keep) keep.hidden = !isWritten;
    link.hidden = isWritten;
  };
  form?.addEventListener('input', choose);
  choose();
  whole.classList.add('is-new');
  status.textContent = whole.dataset.said ?? '';
}

/** Beyond what came with the page. */
function hasWriting(form: HTMLFormElement): boolean {
  return [...form.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>('textarea, input:not([type=hidden])')].some(
    (field) => (field instanceof HTMLInputElement && field.files?.length) || field.value !== field.defaultValue,
  );
}
