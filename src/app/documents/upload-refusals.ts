import type { UnfitUpload } from '../ports/inspect-upload.ts';

/** Why a file is not taken into a case: a closed, documented set. */
export const UPLOAD_REFUSALS = {
  FileEmpty: 'The file is empty.',
  FileTooLarge: 'The file is larger than one file may be.',
  FileKindNotAllowed: 'We cannot take files of this kind. Use PDF, a photo, an office document, text, MP3 or MP4.',
  FileNameMisleading: 'The name of the file says that it is something else than it is.',
  FileOfTwoKinds: 'The file can be read as two kinds of file at once.',
  PictureTooLarge: 'The picture has more pixels than anyone could look at.',
  FileUnpacksTooLarge: 'The file unpacks to more than anyone could look at.',
  FileHoldsMacros: 'The file holds macros. Save it without them.',
  FileDamaged: 'The file is damaged and cannot be opened.',
  FileInfected: 'A virus was found in the file.',
  CaseFull: 'This party has sent as many files as a case takes of one.',
} as const;
export type UploadRefusalReason = keyof typeof UPLOAD_REFUSALS;

/** What each finding of the inspection is called outside. */
export const REFUSAL_OF_UNFIT: { readonly [R in UnfitUpload]: UploadRefusalReason } = {
  empty: 'FileEmpty',
  'too-large': 'FileTooLarge',
  'kind-not-allowed': 'FileKindNotAllowed',
  'extension-does-not-match': 'FileNameMisleading',
  'two-kinds-in-one': 'FileOfTwoKinds',
  'too-many-pixels': 'PictureTooLarge',
  'unpacks-too-large': 'FileUnpacksTooLarge',
  macros: 'FileHoldsMacros',
  damaged: 'FileDamaged',
  infected: 'FileInfected',
};
