/** The same in English and in French. */
export const both = (en: string, fr: string) => ({ en, fr });
