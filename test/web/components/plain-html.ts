/** Tags and texts of a piece of HTML, one a line: attributes in order, white space and ways of escaping made alike. */
export function plainHtml(html: string): string {
  const parts = html.match(/<[a-z/!](?:[^"'>]|"[^"]*"|'[^']*')*>|[^<]+|</gi) ?? [];
  return parts
    .map((part) => (/^<[a-z/]/i.test(part) ? tag(part) : text(part)))
    .filter(Boolean)
    .join('\n');
}

function tag(source: string): string {
  const [, slash, name = '', rest = ''] = /^<(\/?)([\w-]+)([\s\S]*?)\/?>$/.exec(source) ?? [];
  const attributes = [...rest.matchAll(/([^\s="'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g)].map(
    ([, key, double, single]) => `${key}="${key === 'class' ? inOrder(double) : text(double ?? single ?? '')}"`,
  );
  // An SVG element may close itself; in HTML that says nothing.
  return name === 'path' && slash ? '' : `<${slash}${[name, ...attributes.toSorted()].join(' ')}>`;
}

function inOrder(classes = ''): string {
  return classes.split(/\s+/).filter(Boolean).toSorted().join(' ');
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function text(source: string): string {
  return source
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}
