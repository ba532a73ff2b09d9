import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressFault, isPublicAddress } from './addresses'

const none = { hosts: [], allowsThisMachine: false }

describe('R1 addresses that somebody else wrote', () => {
  test.each([
    'http://login.example.no/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://０x7f.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://8.8.8.8/',
    'https://localhost/',
    'https://localhost./',
    'https://intern/',
    'https://metadata.google.internal/',
    'https://idp.kommune.local/',
    'https://169.254.169.254/latest/meta-data',
    'https://kari:ord@login.example.no/',
    'https://login.example.no:8443/',
    'ftp://login.example.no/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    '//login.example.no',
    '',
  ])('%s is not reached', (address) => {
    expect(addressFault(address, none)).not.toBeNull()
  })

  test('public hosts by name are, and those the operator has opened', () => {
    expect(addressFault('https://login.microsoftonline.com/abc/v2.0', none)).toBeNull()
    expect(addressFault('https://idp.kommune.local/', { ...none, hosts: ['idp.kommune.local'] })).toBeNull()
    expect(addressFault('http://idp.kommune.local/', { ...none, hosts: ['idp.kommune.local'] })).toBe('scheme')
  })

  test('this machine is reached in the demo alone', () => {
    expect(addressFault('http://localhost:4400', { hosts: [], allowsThisMachine: true })).toBeNull()
    expect(addressFault('http://localhost.example.no:4400', { hosts: [], allowsThisMachine: true })).toBe('scheme')
  })

  test.each([
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '169.254.169.254',
    '0.0.0.0',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:7f00:1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    'fd00::1',
    'fe80::1',
    'ff02::1',
    '2002:7f00:1::',
    'ingenting',
  ])('%s is no public address', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  test('others are public', () => {
    for (const address of ['8.8.8.8', '193.213.112.4', '2606:4700::1111']) expect(isPublicAddress(address)).toBe(true)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.nat(255), fc.nat(255), fc.nat(255), (a, b, c, d) => {
        expect(isPublicAddress(`${a}.${b}.${c}.${d}`)).toBe(true)
        expect(isPublicAddress(`::ffff:${a}.${b}.${c}.${d}`)).toBe(true)
      }),
    )
  })
})
