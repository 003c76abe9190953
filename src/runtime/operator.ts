import type { Viewer } from '../domain/viewer.ts';

/** Whoever runs the machine can write the database: they stand above the first administrator, and the audit says so. */
export const OPERATOR: Viewer = {
  kind: 'user',
  userId: 'operator',
  email: '',
  name: 'Operator',
  language: 'en',
  roles: ['admin'],
};
