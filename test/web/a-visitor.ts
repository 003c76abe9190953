import type { TestWeb } from './a-web.ts';

/** Someone with a browser: cookies, forms, redirects; no scripts. */
export interface Visitor {
  get(path: string): Promise<Seen>;
  /** Fills in the form of a page and sends it, with all that it brings along. */
  send(page: Seen, answers?: Answers, name?: string): Promise<Seen>;
  /** Presses the button of the form of a page that is sent there. */
  press(page: Seen, action: string): Promise<Seen>;
  post(path: string): Promise<Seen>;
  signIn(email: string, next?: string): Promise<Seen>;
}

export type Answers = Readonly<Record<string, string | File | readonly (string | File)[]>>;

export interface Seen {
  /** Where they are after all redirects. */
  readonly path: string;
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  /** As it reads, without its tags. */
  readonly text: string;
}

export function aVisitor(web: TestWeb, language = 'en'): Visitor {
  const cookies = new Map<string, string>();
  const visitor: Visitor = {
    get: (path) => go('GET', path),
    send: (page, answers = {}, name) => go('POST', formIn(page.html).action, filled(page.html, answers, name)),
    press: (page, action) => go('POST', action, filled(page.html, {}, undefined, action)),
    post: (path) => go('POST', path, new FormData()),
    async signIn(email, next) {
      const page = await visitor.get(next ?? '/sign-in');
      const code = await visitor.send(page, { email });
      return visitor.send(code, { code: mailedCode(web, email) });
    },
  };
  return visitor;

  async function go(method: string, path: string, body?: FormData): Promise<Seen> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = {
      'accept-language': language,
      accept: 'text/html',
      ...(cookie ? { cookie } : {}),
      ...(method === 'POST' ? { origin: web.origin, 'sec-fetch-site': 'same-origin' } : {}),
    };
    const response = await web.as('stranger', method, path, { headers, ...(body ? { body } : {}) });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value) cookies.set(name, value);
      else cookies.delete(name);
    }
    const to = response.headers.get('location');
    if (response.status === 303 && to) return go('GET', to);
    const html = await response.text();
    const text = html
      .replace(/<[^>]+>/g, ' ')
      .replace(/&#39;/g, '’')
      .replace(/\s+/g, ' ');
    return { path, status: response.status, headers: response.headers, html, text };
  }
}

/** The form in the page, not the one in its frame; or the one that is sent to an address. */
function formIn(html: string, to?: string): { readonly action: string; readonly inside: string } {
  const forms = [...html.slice(to ? 0 : html.indexOf('<main')).matchAll(/<form([^>]*)>(.*?)<\/form>/gs)];
  const [, attributes = '', inside = ''] = (to ? forms.find((form) => form[1]?.includes(`"${to}"`)) : forms[0]) ?? [];
  return { action: (/action="([^"]*)"/.exec(attributes)?.[1] ?? '').replaceAll('&amp;', '&'), inside };
}

function unescaped(text: string): string {
  const entities = { '&quot;': '"', '&#39;': "'", '&lt;': '<', '&gt;': '>', '&amp;': '&' };
  return text.replace(/&(?:quot|#39|lt|gt|amp);/g, (entity) => entities[entity as keyof typeof entities]);
}

function filled(html: string, answers: Answers, button?: string, to?: string): FormData {
  const form = new FormData();
  for (const [input] of formIn(html, to).inside.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const part = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1] ?? '';
    form.append(part('name'), unescaped(part('value')));
  }
  for (const [name, value] of Object.entries(answers)) {
    for (const one of [value].flat() as (string | File)[]) form.append(name, one);
  }
  if (button) form.append('_add', button);
  return form;
}

/** The code that stands in the newest mail to an address. */
function mailedCode(web: TestWeb, email: string): string {
  const rows = web.tribunal.registry.read((reads) => reads.outboxReady('2999-01-01T00:00:00.000Z', 100));
  const row = rows.filter(({ kind, subject }) => kind === 'signInCode' && subject === email).at(-1);
  return (row?.payload as { code: string } | undefined)?.code ?? '';
}
