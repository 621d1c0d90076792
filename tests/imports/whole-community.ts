import type { Sheet } from '#core/imports'

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

/** Rows of a community of `homes` homes, five to a family of rows: home, unit, owner and two on the roll. */
export function wholeCommunity(homes: number): Record<Sheet, string[][]> {
  const perStair = 50
  const stairs = Math.ceil(homes / perStair)
  const pathOf = (stair: number) => `大苑/${Math.ceil(stair / 4)}号楼/${((stair - 1) % 4) + 1}单元`
  const all = numbers(homes).map((home) => {
    const stair = Math.ceil(home / perStair)
    const name = String(101 + (((home - 1) % perStair) >> 1) * 100 + ((home - 1) % 2))
    return { stairs: pathOf(stair), name, path: `${pathOf(stair)}/${name}`, home }
  })
  const phone = (home: number) => `138${String(home).padStart(8, '0')}`
  return {
    places: [
      ['', '小区', '', '大苑'],
      ...numbers(Math.ceil(stairs / 4)).map((building) => [
        `L${building}`,
        '楼栋',
        '大苑',
        `${building}号楼`,
      ]),
      ...numbers(stairs).map((stair) => {
        const [estate, building, name = ''] = pathOf(stair).split('/')
        return ['', '门栋', `${estate}/${building}`, name]
      }),
    ],
    homes: all.map(({ stairs: parent, name }) => ['', parent, name]),
    units: all.map(({ stairs: parent, name, path }) => ['', parent, name, '住宅', '89.50', '登记', '', path]),
    owners: all.map(({ path, home }) => [path, '个人', `业主${home}`, '', phone(home), '2019-05-01']),
    roll: all.flatMap(({ path, home }) => [
      [path, `业主${home}`, '业主', '是', phone(home)],
      [path, `家人${home}`, '家人', '否'],
    ]),
  }
}
