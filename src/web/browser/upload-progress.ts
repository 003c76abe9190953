/** How often it is said how far they are: a voice that read every percent would say nothing else. */
const SAID_STEP = 25;

/** What the page holds for it, hidden until there is something to show. */
interface Panel {
  readonly whole: HTMLElement;
  readonly bar: HTMLProgressElement;
  readonly status: HTMLElement;
}

/**
 * Sends a form's files in the background and shows how far they are, where the form holds a `[data-upload]`. Where the
 * answer is another page, the browser goes there; where it is this page again, with what is wrong, it takes the place of
 * what `main` held, and `start` wakes it up. Without files the browser sends the form as ever.
 */
export function showUploadProgress(form: HTMLFormElement, start: (within: Element) => void): void {
  const panel = panelOf(form);
  if (!panel) return;
  let isUnderWay = false;
  form.addEventListener('submit', async (event) => {
    if (!hasFiles(form)) return;
    event.preventDefault();
    if (isUnderWay) return;
    isUnderWay = true;
    panel.whole.hidden = false;
    setMoving(panel, true);
    const answer = await send(form, panel);
    if (answer && show(answer, form, start)) return;
    // The files are still chosen. What has arrived is known by the form's key: sending it again does no harm.
    isUnderWay = false;
    setMoving(panel, false);
    say(panel, panel.whole.dataset.lost);
  });
}

function panelOf(form: HTMLFormElement): Panel | undefined {
  const whole = form.querySelector<HTMLElement>('[data-upload]');
  const bar = whole?.querySelector('progress');
  const status = whole?.querySelector<HTMLElement>('[role=status]');
  return whole && bar && status ? { whole, bar, status } : undefined;
}

function setMoving({ bar }: Panel, isMoving: boolean): void {
  // With its label.
  if (bar.parentElement) bar.parentElement.hidden = !isMoving;
}

function hasFiles(form: HTMLFormElement): boolean {
  const inputs = form.querySelectorAll<HTMLInputElement>('input[type=file]');
  return [...inputs].some(({ files }) => files && files.length > 0);
}

/** Nothing when the connection was lost. `fetch` says nothing of how far an upload is. */
function send(form: HTMLFormElement, panel: Panel): Promise<XMLHttpRequest | undefined> {
  const { bar, whole } = panel;
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    let told = 0;
    request.upload.onprogress = ({ loaded, total }) => {
      bar.value = total > 0 ? (100 * loaded) / total : 0;
      if (bar.value < told + SAID_STEP || bar.value >= 100) return;
      told = bar.value - (bar.value % SAID_STEP);
      say(panel, whole.dataset.sent?.replace('{percent}', String(told)));
    };
    request.upload.onload = () => {
      bar.value = 100;
      say(panel, whole.dataset.looking);
    };
    request.onload = () => done(request);
    request.onerror = () => done(undefined);
    request.open('POST', form.action);
    request.send(new FormData(form));
  });
}

/** Whether there was something to show. */
function show({ responseURL, responseText }: XMLHttpRequest, form: HTMLFormElement, start: (within: Element) => void) {
  if (responseURL !== form.action) {
    location.assign(responseURL);
    return true;
  }
  const page = new DOMParser().parseFromString(responseText, 'text/html');
  const [main, next] = [document.querySelector('main'), page.querySelector('main')];
  if (!main || !next) return false;
  // The element stays: the link that skips to it knows it.
  main.replaceChildren(...next.childNodes);
  document.title = page.title;
  scrollTo(0, 0);
  start(main);
  return true;
}

function say({ status }: Panel, words = ''): void {
  status.textContent = words;
}
