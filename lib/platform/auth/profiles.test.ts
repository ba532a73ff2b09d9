import { describe, expect, test } from 'vitest'
import {
  accountOf,
  claimedRoles,
  doorFault,
  isHighEnough,
  nameOf,
  type Requirements,
  representedOrganisation,
  requestParameters,
} from './profiles'

const oidc: Requirements = {
  kind: 'oidc',
  organisationNumber: '964965048',
  isShared: false,
  directoryId: null,
  minimumAcr: null,
  admitsGuests: false,
  roleClaim: null,
  roleMap: {},
}
const idporten: Requirements = { ...oidc, kind: 'idporten', minimumAcr: 'substantial' }
const ansattporten: Requirements = { ...oidc, kind: 'ansattporten', minimumAcr: 'substantial' }
const tid = '5b62c7c6-5c6b-4b0e-8a55-0a2a5c9f3f10'
const entra: Requirements = { ...oidc, kind: 'entra', directoryId: tid }
const represents = (orgno: unknown) => ({ authorization_details: [{ type: 'ansattporten:orgno', orgno }] })

describe('P8 the level of assurance', () => {
  test.each([
    ['idporten-loa-low', false, false],
    ['selfregistered-email', false, false],
    ['idporten-loa-substantial', true, false],
    ['eidas-loa-substantial', true, false],
    ['idporten-loa-high', true, true],
    [undefined, false, false],
    [['idporten-loa-high'], false, false],
  ])('%s at ID-porten', (acr, isSubstantial, isHigh) => {
    expect(isHighEnough(idporten, { acr })).toBe(isSubstantial)
    expect(isHighEnough({ ...idporten, minimumAcr: 'high' }, { acr })).toBe(isHigh)
  })

  test('elsewhere it is the very value that was agreed on', () => {
    expect(isHighEnough(oidc, {})).toBe(true)
    expect(isHighEnough({ ...oidc, minimumAcr: 'mfa' }, { acr: 'mfa' })).toBe(true)
    expect(isHighEnough({ ...oidc, minimumAcr: 'mfa' }, { acr: 'pwd' })).toBe(false)
    expect(isHighEnough({ ...oidc, minimumAcr: 'mfa' }, {})).toBe(false)
  })

  test('what vouches for nothing is refused wherever it is said', () => {
    for (const acr of ['selfregistered-email', 'idporten-loa-low', 'eidas-loa-low'])
      expect(isHighEnough(oidc, { acr })).toBe(false)
  })

  test('at Entra ID it is one of the authentication contexts that were satisfied', () => {
    const asks = { ...entra, minimumAcr: 'c1' }
    expect(isHighEnough(asks, { acrs: ['c1', 'c2'] })).toBe(true)
    expect(isHighEnough(asks, { acrs: ['c2'], acr: 'c1' })).toBe(false)
    expect(isHighEnough(asks, {})).toBe(false)
    expect(JSON.parse(requestParameters(asks).claims ?? '')).toEqual({ id_token: { acrs: { essential: true, value: 'c1' } } })
  })
})

describe('P9 Ansattporten', () => {
  const party = represents({ authority: 'iso6523-actorid-upis', ID: '0192:964965048' })

  test('takes a work account that was proved with more than a password, and no other', () => {
    const acr = 'entraid'
    expect(doorFault(ansattporten, { ...party, acr, amr: ['entraid_pwd', 'entraid_mfa'] })).toBeNull()
    expect(doorFault(ansattporten, { ...party, acr, amr: ['entraid-mfa'] })).toBeNull()
    expect(doorFault(ansattporten, { ...party, acr, amr: ['entraid_pwd'] })).toBe('niva')
    expect(doorFault(ansattporten, { ...party, acr })).toBe('niva')
    expect(doorFault({ ...ansattporten, minimumAcr: 'high' }, { ...party, acr, amr: ['entraid_mfa'] })).toBe('niva')
    expect(doorFault(idporten, { acr, amr: ['entraid_mfa'] })).toBe('niva')
  })

  test('lets in those who represent the municipality, and no others', () => {
    const acr = 'high'
    expect(doorFault(ansattporten, { ...party, acr })).toBeNull()
    expect(doorFault(ansattporten, { acr })).toBe('organisasjon')
    expect(doorFault(ansattporten, { acr, ...represents('0192:974772248') })).toBe('organisasjon')
    expect(doorFault({ ...ansattporten, organisationNumber: null }, { acr })).toBe('organisasjon')
    const shared = { ...ansattporten, organisationNumber: null, isShared: true }
    expect(doorFault(shared, { ...party, acr })).toBeNull()
    expect(doorFault(shared, { acr })).toBe('organisasjon')
  })

  test('reads the organisation in every shape Digdir writes it in, and believes no list of several', () => {
    const altinn = { type: 'ansattporten:altinn:resource', authorized_parties: [{ orgno: { ID: '0192:964965048' } }] }
    expect(representedOrganisation({ authorization_details: [altinn] })).toBe('964965048')
    expect(representedOrganisation(represents('0192:964965048'))).toBe('964965048')
    expect(representedOrganisation({ authorization_details: [{ 'orgno:': '964965048' }] })).toBe('964965048')
    const two = { authorization_details: [altinn, { orgno: '974772248' }] }
    for (const odd of [two, {}, { authorization_details: 'orgno' }, represents('0192:12'), represents(null)])
      expect(representedOrganisation(odd)).toBeNull()
  })
})

describe('T7 Entra ID', () => {
  test('lets in the people of the one directory', () => {
    expect(doorFault(entra, { tid, acct: 0 })).toBeNull()
    expect(doorFault(entra, { tid: 'another' })).toBe('organisasjon')
    expect(doorFault(entra, {})).toBe('organisasjon')
  })

  test('never personal accounts, whatever is configured', () => {
    const personal = '9188040d-6c67-4c5b-b112-36a304b66dad'
    expect(doorFault({ ...entra, directoryId: personal }, { tid: personal })).toBe('organisasjon')
  })

  test('guests only where the municipality says so', () => {
    expect(doorFault(entra, { tid, acct: 1 })).toBe('gjest')
    expect(doorFault(entra, { tid, idp: 'https://sts.windows.net/another/' })).toBe('gjest')
    expect(doorFault(entra, { tid, acct: 0, idp: `https://sts.windows.net/${tid}/` })).toBeNull()
    expect(doorFault(entra, { tid, acct: 0, idp: 'https://sts.windows.net/another/' })).toBe('gjest')
    expect(doorFault({ ...entra, admitsGuests: true }, { tid, acct: 1 })).toBeNull()
  })

  test('nobody where it is not told whether they are guests, unless those may come in too', () => {
    expect(doorFault(entra, { tid })).toBe('uten-acct')
    expect(doorFault(entra, { tid, acct: 2 })).toBe('uten-acct')
    expect(doorFault({ ...entra, admitsGuests: true }, { tid })).toBeNull()
  })
})

describe('T5 roles from the token', () => {
  const map = { roleClaim: 'roles', roleMap: { 'delt-leder': 'portfolio_manager', 'delt-innsyn': 'portfolio_reader' } as const }

  test('are those the map knows', () => {
    expect(claimedRoles(map, { roles: ['delt-leder', 'annet'] })).toEqual(['portfolio_manager'])
    expect(claimedRoles(map, { roles: 'delt-innsyn' })).toEqual(['portfolio_reader'])
    expect(claimedRoles({ ...map, roleClaim: 'realm_access.roles' }, { realm_access: { roles: ['delt-leder'] } })).toEqual([
      'portfolio_manager',
    ])
    expect(claimedRoles({ ...map, roleClaim: 'https://delt.no/roles' }, { 'https://delt.no/roles': ['delt-leder'] })).toEqual([
      'portfolio_manager',
    ])
    for (const odd of [{}, { roles: null }, { roles: [{}] }, { roles: ['__proto__', 'constructor', 'toString'] }])
      expect(claimedRoles(map, odd)).toEqual([])
  })

  test('are never those of the nation, even where the map holds them', () => {
    const mistaken = { roleClaim: 'roles', roleMap: { a: 'operator', b: 'advisor', c: 'member' } as const }
    expect(claimedRoles(mistaken, { roles: ['a', 'b', 'c'] })).toEqual(['member'])
  })

  test('are none where the list was too long to be sent', () => {
    const groups = { ...map, roleClaim: 'groups' }
    expect(claimedRoles(groups, { _claim_names: { groups: 'src1' }, groups: ['delt-leder'] })).toEqual([])
    expect(claimedRoles(groups, { hasgroups: true, groups: ['delt-leder'] })).toEqual([])
  })
})

test('P1 nothing is asked for but who it is, and where to reach them', () => {
  expect(requestParameters(oidc)).toEqual({ scope: 'openid profile email' })
  expect(requestParameters(idporten)).toEqual({ scope: 'openid profile no_pid', acr_values: 'idporten-loa-substantial' })
  expect(requestParameters({ ...oidc, kind: 'adfs' })).toEqual({ scope: 'openid' })
  expect(requestParameters(ansattporten)).toEqual({
    scope: 'openid profile',
    acr_values: 'substantial entraid',
    authorization_details: '[{"type":"ansattporten:orgno"}]',
  })
  expect(requestParameters({ ...oidc, minimumAcr: 'mfa' })).toMatchObject({ acr_values: 'mfa' })
  // A work account is never more than substantial, so it is not offered where that is too little.
  expect(requestParameters({ ...ansattporten, minimumAcr: 'high' })).toMatchObject({ acr_values: 'high' })
})

test('people are called by the name that is told, else by what they sign in as, and never by a number', () => {
  expect(nameOf({ name: ' Kari Nordmann ' })).toBe('Kari Nordmann')
  expect(nameOf({ given_name: 'Kari', family_name: 'Nordmann' })).toBe('Kari Nordmann')
  expect(nameOf({ name: '', sub: 'x7Gf' })).toBeNull()
  expect(accountOf({ upn: 'kari@kommune.example', preferred_username: 'x' })).toBe('kari@kommune.example')
  expect(accountOf({ preferred_username: 'kari' })).toBe('kari')
  expect(accountOf({ preferred_username: '17054026641' })).toBeNull()
  expect(accountOf({ sub: 'x7Gf' })).toBeNull()
})
