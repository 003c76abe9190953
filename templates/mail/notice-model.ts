/** A colour as `#rrggbb`; anything else is left aside for the default. */
export type ThemeColours = Partial<
  Record<'ink' | 'paper' | 'wash' | 'brand' | 'brandDeep' | 'accent' | 'line', string>
>;

/** What a notice says, filled in and in one language. Every text is plain: the templates escape it. */
export type NoticeModel = {
  /** `en`, `fr`, `it`; the frame of any other language is in English. */
  language: string;
  tribunal: { name: string; address?: string; contact: string; theme?: ThemeColours };
  /** One of `NOTICE_TEMPLATES`. */
  template: string;
  subject: string;
  /** One paragraph each; a line break inside one stays a line break. */
  paragraphs: string[];
  recipient: { name: string };
  case?: { reference: string; title: string };
  /** The one thing to press. The address must be https (http on this machine). */
  action?: { label: string; url: string };
  /** What must be done, by when (`title`), and why then. */
  deadlines: { title?: string; sentence: string }[];
  documents: { title: string }[];
  /** A one-use code to sign in with. */
  code?: string;
  /** A code by which they show that this address is theirs. */
  confirmation?: string;
  /** A code by which the recipient can join the case under any address, and where. */
  invitation?: { code: string; link: string };
  footer?: string;
};
