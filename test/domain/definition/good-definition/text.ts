/** The same in English and in French. */
export const text = (en: string, fr: string) => ({ en, fr });
