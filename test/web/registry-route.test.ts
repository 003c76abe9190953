import { describe, expect, it } from 'vitest';
import { registryFor } from '../../src/web/registry-route.ts';

const BITS = '7m2x9kq4v0c8t3e5h1ga6nybwr';
const EAST = `east-${BITS}`;
const ORIGIN = 'https://tribunal.example';

const asked = (path: string) => registryFor(`${ORIGIN}${path}`, (registry) => registry === 'east');

describe('a request goes to', () => {
  it.each([
    `/api/v1/cases/${EAST}`,
    `/api/v1/cases/${EAST}/events`,
    `/api/v1/documents/${EAST}2f`,
    `/api/v1/notices/${EAST}1?lang=fr`,
    `/cases/${EAST}/notices/${EAST}1`,
    `/cases/${EAST}/act/SUBMIT?party=${EAST}2`,
    `/cases/east%2D${BITS}`,
  ])('the registry whose id is in its path: %s', (path) => expect(asked(path)).toBe('east'));

  it.each([
    '/',
    '/cases',
    `/cases?cursor=${EAST}`,
    '/api/v1/cases',
    '/api/v1/auth/sessions',
    '/api/v1/workflows/small-claims/versions/3',
    `/cases/${BITS}`,
    `/cases/home-${BITS}`,
    `/cases/home-${BITS}/notices/${EAST}`,
    `/cases/west-${BITS}`,
    `/cases/EAST-${BITS}`,
    '/cases/east-short',
    `/dev/mail/${EAST}%2Femail`,
    `/n/${EAST}`,
    '/cases/%E0%A4%A',
    '//east',
  ])('the home registry otherwise: %s', (path) => expect(asked(path)).toBe('home'));
});
