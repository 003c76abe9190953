/** How someone showed who they are: by what a mail brought, by Digital ID, or the machine's operator vouched for them. */
export type ProvenBy = 'mail' | 'digitalId' | 'operator';
