/** Why bytes are not taken as evidence. */
export type UnfitUpload =
  | 'empty'
  | 'too-large'
  | 'kind-not-allowed'
  | 'extension-does-not-match'
  | 'two-kinds-in-one'
  | 'too-many-pixels'
  | 'unpacks-too-large'
  | 'macros'
  | 'damaged'
  | 'infected';

/** What a file turned out to be, judged by its bytes and never by what its sender says of it. */
export type UploadInspection =
  | {
      readonly ok: true;
      readonly mime: string;
      readonly filename: string;
      /** What is kept instead of what was sent: a picture without the place where it was taken. */
      readonly bytes?: Uint8Array;
      /** Nobody could look for viruses: until somebody has, nobody opens it. */
      readonly isHeld?: true;
    }
  | { readonly ok: false; readonly reason: UnfitUpload };

/** Looks into a file before anything of it is kept. The filename that comes back is safe to show and to save under. */
export type InspectUpload = (bytes: Uint8Array, filename: string) => Promise<UploadInspection>;
