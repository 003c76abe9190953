/** A signature: whose, in what office, on what day (`2026-03-16`). */
export type Signature = { name: string; title: string; date: string };

/** A party's signature that was given online: `date` and `how` are in words. */
export type OnlineSignature = Signature & { how: string };

/** One piece of a document's body. Texts are plain; a line break inside one stays a line break. */
export type Block =
  | { kind: 'heading'; level?: 1 | 2; text: string }
  | { kind: 'paragraph'; text: string }
  /** Paragraphs with numbers that go on through the document. */
  | { kind: 'numbered'; items: string[] }
  | { kind: 'list'; items: string[] }
  | { kind: 'table'; rows: { key: string; value: string }[] }
  /** What must be done, by when and why, set apart. */
  | { kind: 'callout'; title: string; text: string };

/** An amount in cents of an ISO 4217 currency. */
export type Money = { cents: number; currency: string };

/** What a document says, in one language. Dates are plain dates: `2026-03-16`. */
export type DocumentModel = {
  /** One of `LAYOUTS`. */
  template: string;
  /** `en`, `fr`, `it`; the frame of any other language is in English. */
  language: string;
  tribunal: { name: string; address?: string; colours?: { ink?: string; brand?: string; accent?: string } };
  reference: string;
  title: string;
  /** Also the document's date of creation, so that the same model gives the same bytes. */
  issuedOn: string;
  /** `label` is the role in people's words: "Applicant". */
  parties: { role?: string; name: string; label: string }[];
  body: Block[];
  orders?: { text: string; amount?: Money; due?: string }[];
  /** The sum of it all, below the orders. */
  amount?: Money;
  /** By which the tribunal finds the order, for whoever asks whether a copy is genuine. */
  orderCode?: string;
  /** Numbered paragraphs. */
  reasons?: string[];
  /** Who issues it for the tribunal. */
  signature?: Signature;
  /** The parties who agreed, each with the day on which they did. */
  agreedBy?: (Signature | OnlineSignature)[];
  /** `url` is https, and `code` proves a copy genuine there. */
  verification?: { code: string; url: string };
  /** The page on which its reader answers it: in words, and as a square code for a phone. */
  answerAt?: string;
  /** Who it is posted to, in the lines of an envelope. */
  addressee?: { lines: string[] };
  paper?: 'us-letter' | 'a4';
};
