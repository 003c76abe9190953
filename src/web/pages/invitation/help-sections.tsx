/** @jsxImportSource hono/jsx */
import type { Definition } from '../../../domain/definition/schema.ts';
import type { Tribunal } from '../../../domain/process/process.ts';
import { textIn } from '../../../domain/text-in.ts';
import type { Words } from '../../words.ts';

/** Where people find help, in one language. */
export interface HelpShown {
  readonly sections: readonly {
    readonly heading: string;
    readonly text: string;
    readonly links: readonly { readonly title: string; readonly url: string }[];
  }[];
  /** The tribunal's own address. */
  readonly contact: string;
}

/** What a definition says of help, and whom to write to. */
export function helpIn({ help = [] }: Pick<Definition, 'help'>, { contact }: Tribunal, language: string): HelpShown {
  const sections = help.map(({ heading, text, links = [] }) => ({
    heading: textIn(heading, language),
    text: textIn(text, language),
    links: links.map(({ title, url }) => ({ title: textIn(title, language), url })),
  }));
  return { sections, contact };
}

interface Props {
  readonly words: Words;
  readonly help: HelpShown;
  /** The title is that of the page. */
  readonly isPage?: true;
}

export function HelpSections({ words: { help: said }, help: { sections, contact }, isPage }: Props) {
  const [before, after] = said.contact.split('{contact}');
  return (
    <section aria-labelledby="help">
      {isPage ? <h1 id="help">{said.title}</h1> : <h2 id="help">{said.title}</h2>}
      <p>
        {before}
        <a href={`mailto:${contact}`}>{contact}</a>
        {after}
      </p>
      {sections.map(({ heading, text, links }) => (
        <>
          {isPage ? <h2>{heading}</h2> : <h3>{heading}</h3>}
          <p>{text}</p>
          {links.length > 0 && (
            <ul>
              {links.map(({ title, url }) => (
                <li>
                  <a href={url}>{title}</a>
                </li>
              ))}
            </ul>
          )}
        </>
      ))}
    </section>
  );
}
