import { areaEntered, areaToEnter } from './area-entry'

it.each([
  ['4873.50', 487350],
  ['4,873.5', 487350],
  ['4873', 487300],
  ['4873.5 ㎡', 487350],
  ['４８７３．５０平方米', 487350],
  ['4873。5', 487350],
  ['0.01', 1],
  // 1.005 · 100 is 100.49999999999999 as a float; 0.29 · 100 is 28.999999999999996.
  ['0.29', 29],
  ['99999999999.99', 9_999_999_999_999],
])('reads %s', (typed, area) => {
  expect(areaEntered(typed)).toBe(area)
})

it.each(['', '0', '0.00', '-5', '12.345', '四千', '1.2.3', '1e5', '999999999999'])('refuses %j', (typed) => {
  expect(areaEntered(typed)).toBeUndefined()
})

it('writes what it reads', () => {
  for (const area of [1, 29, 100, 487350]) expect(areaEntered(areaToEnter(area))).toBe(area)
  expect(areaToEnter(5)).toBe('0.05')
})
