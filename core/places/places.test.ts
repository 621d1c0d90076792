import fc from 'fast-check'
import type { Actor, Role } from '../permissions'
import { DOOR_CODE_LENGTH, doorCodeIn, isDoorCode } from './door-code'
import {
  coverable,
  fitsIn,
  PLACE_KINDS,
  PLACE_LABELS,
  REGION_KINDS,
  REGION_LABELS,
  regionParent,
  reportable,
  type PlaceKind,
} from './kinds'
import { neighbourName, pathName } from './names'
import { belongsHere, placePolicy } from './policy'

describe('the tree of places', () => {
  /** district › subdistrict › community › estate › (courtyard) › building › entrance › home (domain.md 2), by hand. */
  const STANDS_IN: Record<PlaceKind, (PlaceKind | 'community')[]> = {
    estate: ['community'],
    courtyard: ['community', 'estate'],
    building: ['community', 'estate', 'courtyard'],
    entrance: ['building'],
    home: ['courtyard', 'building', 'entrance'],
    premises: ['community', 'estate', 'courtyard', 'building', 'entrance'],
    facility: ['community', 'estate', 'courtyard', 'building', 'entrance'],
    grid: ['community'],
    functional_grid: ['community'],
  }

  it.each(PLACE_KINDS)('lets a place of the kind %s stand where domain.md lets it', (kind) => {
    const parents = (['community', ...PLACE_KINDS] as const).filter((parent) => fitsIn(kind, parent))
    expect(parents).toEqual(STANDS_IN[kind])
  })

  it('has no circles: nothing stands in its own kind, however far up', () => {
    const above = (kind: PlaceKind): PlaceKind[] =>
      PLACE_KINDS.filter((parent) => fitsIn(kind, parent)).flatMap((parent) => [parent, ...above(parent)])
    for (const kind of PLACE_KINDS) expect(above(kind)).not.toContain(kind)
  })

  it('puts communities in a subdistrict and subdistricts in the district', () => {
    expect(REGION_KINDS.map(regionParent)).toEqual([null, 'district', 'subdistrict'])
  })

  it('has grids cover buildings or entrances', () => {
    expect(PLACE_KINDS.filter(coverable)).toEqual(['building', 'entrance'])
  })

  it('takes reports at physical places, and at nobody’s home', () => {
    expect(PLACE_KINDS.filter(reportable)).toEqual([
      'estate',
      'courtyard',
      'building',
      'entrance',
      'premises',
      'facility',
    ])
  })

  it('has a Chinese word for every kind', () => {
    const words = [...Object.values(REGION_LABELS), ...Object.values(PLACE_LABELS)]
    expect(words.every((word) => /^\p{Script=Han}+$/u.test(word))).toBe(true)
    expect(new Set(words).size).toBe(words.length)
  })
})

describe('names of places', () => {
  it('are said from the estate down, homes with 室', () => {
    const path = [
      { kind: 'estate', name: '湖光苑' },
      { kind: 'building', name: '3号楼' },
      { kind: 'entrance', name: '2单元' },
    ] as const
    expect(pathName(path)).toBe('湖光苑 3号楼 2单元')
    expect(pathName([...path, { kind: 'home', name: '301' }])).toBe('湖光苑 3号楼 2单元 301 室')
    expect(pathName([])).toBe('')
  })

  it('stand for somebody whose own name is not shown', () => {
    expect(neighbourName('3号楼')).toBe('3号楼的一位住户')
    expect(neighbourName(null)).toBe('一位住户')
  })
})

describe('a door code', () => {
  const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  const codes = fc.string({
    unit: fc.constantFrom(...ALPHABET),
    minLength: DOOR_CODE_LENGTH,
    maxLength: DOOR_CODE_LENGTH,
  })
  const CODE = '7N42DGM5TFXQ8VBZ0KR3WJ1HCP'

  it('fits into the 32 characters that WeChat gives a scene', () => {
    expect(DOOR_CODE_LENGTH).toBeLessThanOrEqual(32)
    expect(isDoorCode(CODE)).toBe(true)
  })

  it.each([
    ['as it stands on the sticker', CODE],
    ['with blanks around it', ` ${CODE}\n`],
    ['typed in lower case', CODE.toLowerCase()],
    ['as a scene', `scene=${CODE}`],
    ['in an address of the H5 site', `https://linli.example.cn/#/pages/door/index?code=${CODE}`],
    ['among other parameters', `https://linli.example.cn/door?from=sticker&code=${CODE}&v=2`],
    ['before a fragment', `https://linli.example.cn/door?code=${CODE}#top`],
    ['in the path of a mini-program', `pages/door/index?scene=${CODE}`],
  ])('is found %s', (_where, scanned) => {
    expect(doorCodeIn(scanned)).toBe(CODE)
  })

  it.each([
    ['nothing', ''],
    ['somebody else’s QR code', 'https://u.wechat.com/abc'],
    ['one character less', CODE.slice(1)],
    ['one character more', `${CODE}0`],
    ['letters that Crockford left out', CODE.replace('7', 'I')],
    ['the letter O for the digit', CODE.replace('0', 'O')],
    ['full-width characters', CODE.replace('7', '７')],
    ['a long s, which in capitals would pass as S', CODE.replace('7', 'ſ')],
    ['an ß, which in capitals would pass as two', CODE.slice(2) + 'ß'],
    ['a parameter whose name only ends so', `https://shop.example.cn/?barcode=${CODE}`],
    ['another parameter', `https://linli.example.cn/?id=${CODE}`],
    ['SQL', `${CODE.slice(0, 20)}' or 1`],
    ['a megabyte', 'code='.repeat(200_000)],
  ])('is not found in %s', (_what, scanned) => {
    expect(doorCodeIn(scanned)).toBeUndefined()
  })

  it('is found again after whatever address carries it, in either case', () => {
    const addresses = fc.string({ unit: fc.constantFrom(...'abz09AZ:/.#-_%湖') })
    fc.assert(
      fc.property(codes, addresses, fc.boolean(), (code, address, lower) => {
        expect(doorCodeIn(`${address}?code=${lower ? code.toLowerCase() : code}`)).toBe(code)
      }),
    )
  })

  it('is a door code whenever one is found, whatever was scanned', () => {
    const anyText = fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) })
    const near = fc.string({
      unit: fc.constantFrom(...ALPHABET, ...'ilouſßµ７-'),
      minLength: 25,
      maxLength: 27,
    })
    fc.assert(
      fc.property(fc.oneof(near, anyText), (scanned) => {
        const code = doorCodeIn(scanned)
        expect(code === undefined || (isDoorCode(code) && code === scanned.trim().toUpperCase())).toBe(true)
      }),
    )
  })
})

describe('who may change places', () => {
  const here = { jurisdiction: ['district', 'community'] }
  const holding = (role: Role, placeId: string): Actor => ({
    personId: 'x',
    roles: [{ role, placeId, isLead: false }],
    homes: [],
  })

  it('the administrator builds the tree, the secretary arranges grids too, and community staff have door codes made', () => {
    const may = (actor: Actor) =>
      (Object.keys(placePolicy) as (keyof typeof placePolicy)[]).filter((act) =>
        placePolicy[act](actor, here),
      )
    const doorCodes = ['issueDoorCode', 'revokeDoorCode', 'replaceDoorCode', 'listDoorCodes']
    const grids = ['createGrid', 'arrangeGrids', 'readGrids']
    expect(may(holding('administrator', 'district'))).toEqual([
      'createRegion',
      'createPlace',
      ...grids,
      ...doorCodes,
    ])
    expect(may(holding('community_staff', 'community'))).toEqual(['readGrids', ...doorCodes])
    expect(may(holding('community_secretary', 'community'))).toEqual(grids)
    expect(may(holding('community_staff', 'other community'))).toEqual([])
    expect(may(holding('building_head', 'community'))).toEqual([])
  })

  it('residents and officials belong to a community; who only scanned a code does not', () => {
    const homes = [
      {
        homeId: 'h',
        path: ['community', 'h'],
        relation: 'owner',
        isAdult: true,
        since: new Date(0),
      } as const,
    ]
    expect(
      belongsHere({
        personId: 'x',
        roles: [],
        homes: homes.map((home) => ({ ...home, path: [...home.path] })),
      }),
    ).toBe(true)
    expect(belongsHere(holding('grid_worker', 'grid'))).toBe(true)
    expect(belongsHere({ personId: 'x', roles: [], homes: [] })).toBe(false)
    expect(belongsHere(holding('administrator', 'district'))).toBe(false)
  })
})
