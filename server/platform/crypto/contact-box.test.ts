import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { CONTACT_KEY_BYTES, createContactBox, sameHash } from '.'

const box = createContactBox(randomBytes(CONTACT_KEY_BYTES))
const other = createContactBox(randomBytes(CONTACT_KEY_BYTES))
const PHONE = '13800138000'

it('opens what it sealed, whatever it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, about) => {
      expect(box.open(box.seal(text, about), about)).toBe(text)
    }),
  )
})

it('seals the same text differently each time, with the number of its key in front', () => {
  const sealed = Array.from({ length: 50 }, () => box.seal(PHONE, 'amei').toString('hex'))
  expect(new Set(sealed).size).toBe(50)
  expect(
    sealed.every((text) => text.startsWith('01') && !text.includes(Buffer.from(PHONE).toString('hex'))),
  ).toBe(true)
})

it('opens nothing that was changed by one bit, anywhere', () => {
  const sealed = box.seal(PHONE, 'amei')
  for (let bit = 0; bit < sealed.length * 8; bit += 1) {
    const changed = Buffer.from(sealed)
    changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
    expect(() => box.open(changed, 'amei')).toThrow()
  }
})

it.each([
  ['with another key', () => other.open(box.seal(PHONE, 'amei'), 'amei')],
  ['that belongs to somebody else', () => box.open(box.seal(PHONE, 'amei'), 'laowu')],
  ['that was cut short', () => box.open(box.seal(PHONE, 'amei').subarray(0, 20), 'amei')],
  ['without a byte', () => box.open(Buffer.alloc(0), 'amei')],
])('opens nothing %s', (_what, open) => {
  expect(open).toThrow()
})

it('finds an equal value by its index, for one purpose, with one key', () => {
  const index = box.blindIndex('phone', PHONE)
  expect(index).toHaveLength(32)
  expect(sameHash(index, box.blindIndex('phone', PHONE))).toBe(true)
  const others = [
    box.blindIndex('phone', '13800138001'),
    box.blindIndex('code', PHONE),
    box.blindIndex('phone', '1380013', '8000'),
    other.blindIndex('phone', PHONE),
    box.fingerprint,
  ]
  expect(others.filter((hash) => sameHash(hash, index))).toEqual([])
})

it('needs a key of 32 bytes', () => {
  expect(() => createContactBox(Buffer.alloc(31))).toThrow()
})

it('compares hashes of different lengths without falling over', () => {
  expect(sameHash(Buffer.alloc(32), Buffer.alloc(31))).toBe(false)
})
