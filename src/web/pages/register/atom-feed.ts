import { html } from 'hono/html';

/** A list of what is new, as programs read it. */
export interface AtomFeed {
  readonly language: string;
  readonly title: string;
  /** Who publishes. */
  readonly author: string;
  /** Where it is itself, and where people read the same; absolute, as all addresses in it. */
  readonly self: string;
  readonly page: string;
  readonly entries: readonly AtomEntry[];
}

export interface AtomEntry {
  readonly title: string;
  /** Its page: an entry is known by it for ever. */
  readonly page: string;
  /** Instants (UTC). */
  readonly publishedAt: string;
  readonly changedAt: string;
  readonly summary: string;
}

/** What an empty list was last changed at: an answer that is asked for again is the same. */
const NEVER = '1970-01-01T00:00:00Z';

/** The document (RFC 4287). `html` escapes whatever is put in: the same five characters are all that XML has. */
export function atomFeed({ language, title, author, self, page, entries }: AtomFeed): string {
  const newest = entries.map(({ changedAt }) => changedAt).toSorted();
  const feed = html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<title>${inXml(title)}</title>
<id>${inXml(self)}</id>
<link rel="self" type="application/atom+xml" href="${inXml(self)}"/>
<link rel="alternate" type="text/html" hreflang="${language}" href="${inXml(page)}"/>
<updated>${newest.at(-1) ?? NEVER}</updated>
<author><name>${inXml(author)}</name></author>
${entries.map(entryElement)}</feed>
`;
  return `<?xml version="1.0" encoding="utf-8"?>\n${feed}`;
}

function entryElement({ title, page, publishedAt, changedAt, summary }: AtomEntry) {
  return html`<entry>
<title>${inXml(title)}</title>
<id>${inXml(page)}</id>
<link rel="alternate" type="text/html" href="${inXml(page)}"/>
<published>${publishedAt}</published>
<updated>${changedAt}</updated>
<summary>${inXml(summary)}</summary>
</entry>
`;
}

/** Some characters cannot stand in XML at all, escaped or not. */
function inXml(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}
