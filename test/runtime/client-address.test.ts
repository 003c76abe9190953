import { describe, expect, it } from 'vitest';
import { clientAddress } from '../../src/runtime/server/client-address.ts';

const from = (remoteAddress: string, forwarded?: string) =>
  clientAddress(
    { incoming: { socket: { remoteAddress } } },
    new Headers(forwarded ? { 'x-forwarded-for': forwarded } : {}),
  );

describe('the address that limits go by', () => {
  it('is that of whoever connects, whatever they say', () => {
    expect(from('203.0.113.7')).toBe('203.0.113.7');
    expect(from('203.0.113.7', '198.51.100.1')).toBe('203.0.113.7');
  });

  it('is what a proxy in our own network saw, not what its client claimed to be', () => {
    expect(from('127.0.0.1', '198.51.100.1')).toBe('198.51.100.1');
    expect(from('10.0.0.2', '6.6.6.6, 198.51.100.1')).toBe('198.51.100.1');
    expect(from('::1', '198.51.100.1')).toBe('198.51.100.1');
  });

  it('is an IPv4 address also when it comes in the clothes of IPv6', () => {
    expect(from('::ffff:203.0.113.7')).toBe('203.0.113.7');
  });

  it('is the network of an IPv6 address', () => {
    expect(from('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2');
    expect(from('2001:db8:1:2::9')).toBe('2001:db8:1:2');
    expect(from('2001:db8::9')).toBe('2001:db8:0:0');
  });

  it('is empty rather than a failure when nothing is known', () => {
    expect(clientAddress(undefined, new Headers())).toBe('');
  });
});
