import { put, type Writes } from './changes'
import type { RowOf } from './form'
import type { UnitBook } from './plan-units'
import { wrongAt, type Planning } from './planning'
import type { ReadRow } from './read'
import { stillThere, type StandingOwner, type StandingOwnership } from './standing'

type Row = ReadRow<'owners'>

/** Owners and what they own, as they will be. */
interface Book {
  byNumber: Map<string, StandingOwner>
  byContact: Map<string, StandingOwner>
  /** As they stood, by id. */
  before: Map<string, StandingOwner>
  /** What the file says of an owner, and where first: it can't say two things. */
  said: Map<string, { row: Row; owner: StandingOwner }>
  /** By unit; what the file says of them is in its place. */
  held: Map<string, StandingOwnership[]>
  /** Units the file names, and the ownerships it speaks of. */
  named: Map<string, Row>
  spokenOf: Set<string>
}

const contactKey = (name: string, phone: string) => `${phone} ${name}`

/**
 * 业主. An owner is known by their number, else by name and phone together. Whoever owns a unit now must be named when the
 * file names that unit at all: a sale that forgets the seller would make seller and buyer co-owners.
 */
export function planOwners(planning: Planning, units: UnitBook): void {
  const book = openBook(planning)
  for (const row of endsFirst(planning.rows.owners)) planOwner(planning, units, book, row)
  for (const [unitId, row] of book.named) {
    const forgotten = (book.held.get(unitId) ?? []).some(
      (one) => stillThere(one, planning.today) && !book.spokenOf.has(one.ownershipId),
    )
    if (forgotten)
      wrongAt(
        planning,
        'owners',
        row,
        'unit',
        '这一处登记的业主还有别人：还是业主就照样写一行，不是了就写上结束日期',
      )
  }
  saveOwners(planning, book)
}

/** Who sold and bought back has two rows for one registration that stands: its end is no beginning. */
const endsFirst = (rows: readonly Row[]): Row[] => [
  ...rows.filter(({ said }) => said.endsOn !== undefined),
  ...rows.filter(({ said }) => said.endsOn === undefined),
]

function openBook({ standing: { owners, ownerships } }: Planning): Book {
  const held = new Map<string, StandingOwnership[]>()
  for (const one of ownerships) held.set(one.unitId, [...(held.get(one.unitId) ?? []), one])
  return {
    byNumber: new Map(owners.flatMap((owner) => (owner.number === null ? [] : [[owner.number, owner]]))),
    byContact: new Map(
      owners.flatMap((owner) => (owner.phone === null ? [] : [[contactKey(owner.name, owner.phone), owner]])),
    ),
    before: new Map(owners.map((owner) => [owner.ownerId, owner])),
    said: new Map(),
    held,
    named: new Map(),
    spokenOf: new Set(),
  }
}

function planOwner(planning: Planning, units: UnitBook, book: Book, row: Row): void {
  const { said } = row
  const unit = units.reach(said.unit)
  if (!unit || !stillThere(unit, planning.today))
    return wrongAt(planning, 'owners', row, 'unit', '没找到这个专有部分，请先把它写进「专有部分」表里')
  const owner = ownerOf(planning, book, row)
  if (!owner) return undefined
  const first = planning.firstRow(`owner ${unit.unitId} ${owner.ownerId} ${said.startsOn ?? ''}`, {
    sheet: 'owners',
    ...row,
  })
  if (first) return wrongAt(planning, 'owners', row, 'name', `和${first}写的是同一处的同一位业主，请只留一行`)
  planOwnership(planning, book, row, { unitId: unit.unitId, ownerId: owner.ownerId })
  return undefined
}

/** The owner a row names: known, changed or new. */
function ownerOf(planning: Planning, book: Book, row: Row): StandingOwner | undefined {
  const { said } = row
  const wrong = (key: keyof RowOf<'owners'>, words: string) => wrongAt(planning, 'owners', row, key, words)
  if (said.number === undefined && (said.phone ?? null) === null)
    return wrong('number', '编号和电话至少写一样，不然认不出同一个人名下的几套房')
  const byContact = !said.phone ? undefined : book.byContact.get(contactKey(said.name, said.phone))
  const found = said.number === undefined ? byContact : (book.byNumber.get(said.number) ?? byContact)
  const before = found && book.said.get(found.ownerId)
  const known = before?.owner ?? found
  if (known && said.number !== undefined && known.number !== null && known.number !== said.number)
    return wrong('number', '同样姓名和电话的业主登记的是别的编号')
  const owner: StandingOwner = {
    ownerId: known?.ownerId ?? planning.newId(),
    kind: said.kind,
    name: said.name,
    number: said.number ?? known?.number ?? null,
    phone: said.phone === undefined ? (known?.phone ?? null) : said.phone,
  }
  if (before && differ(owner, before.owner))
    return wrong('name', `和第 ${before.row.row} 行是同一个编号或电话，写的却不一样，请改成一样`)
  book.said.set(owner.ownerId, { row: before?.row ?? row, owner })
  if (owner.number !== null) book.byNumber.set(owner.number, owner)
  if (owner.phone !== null) book.byContact.set(contactKey(owner.name, owner.phone), owner)
  return owner
}

const differ = (one: StandingOwner, other: StandingOwner) =>
  one.kind !== other.kind || one.name !== other.name || one.phone !== other.phone

function planOwnership(
  planning: Planning,
  book: Book,
  row: Row,
  { unitId, ownerId }: { unitId: string; ownerId: string },
): void {
  const { today, changes, newId } = planning
  const { startsOn, endsOn } = row.said
  const wrong = (words: string) => wrongAt(planning, 'owners', row, 'endsOn', words)
  book.named.set(unitId, row)
  const all = book.held.get(unitId) ?? []
  const theirs = all.filter((one) => one.ownerId === ownerId)
  const before = meantBy(
    row,
    theirs.filter((one) => !book.spokenOf.has(one.ownershipId)),
    today,
  )
  if (startsOn !== undefined && endsOn !== undefined && startsOn > endsOn) return wrong('结束不能早于开始')
  if (!before && endsOn !== undefined && startsOn === undefined)
    return wrong('没找到这位业主现在的登记，不能结束；要补记过去的，请写上开始日期')
  const goesOn = theirs.some((one) => one !== before && one.endsOn === null)
  if (goesOn && (endsOn ?? before?.endsOn ?? null) === null)
    return wrong('这一处的这位业主已经有一行没有结束日期；请只留一行，或给前面那一行写上结束日期')
  if (!before && theirs.length > 0 && startsOn === undefined)
    return wrong('这位业主的登记已经结束了；又买回来的，请写上开始日期')
  const after: StandingOwnership = {
    ownershipId: before?.ownershipId ?? newId(),
    unitId,
    ownerId,
    startsOn: startsOn ?? before?.startsOn ?? null,
    endsOn: endsOn ?? before?.endsOn ?? null,
  }
  book.spokenOf.add(after.ownershipId)
  book.held.set(unitId, [...all.filter((one) => one !== before), after])
  const comparison = put(changes.ownerships, before, after)
  const changed = comparison === 'unchanged' && ownerChanged(book, ownerId)
  planning.count('owners', changed ? 'changed' : comparison)
  return undefined
}

/** The registration a row means: the one that ended on its day, else the one that goes on. */
function meantBy(
  { said: { startsOn, endsOn } }: Row,
  open: readonly StandingOwnership[],
  today: string,
): StandingOwnership | undefined {
  const begins = (one: StandingOwnership) => startsOn === one.startsOn
  const over = open.find((one) => one.endsOn === endsOn && (startsOn === undefined || begins(one)))
  // What was over before it began is another one, of earlier.
  const now = open.filter(
    (one) =>
      stillThere(one, today) && (endsOn === undefined || one.startsOn === null || one.startsOn <= endsOn),
  )
  return over ?? now.find(begins) ?? now[0]
}

function ownerChanged(book: Book, ownerId: string): boolean {
  const before = book.before.get(ownerId)
  const after = book.said.get(ownerId)?.owner
  return !before || !after || differ(before, after) || before.number !== after.number
}

/** An owner does not end; what they own does. */
type Owner = StandingOwner & { endsOn?: null }

function saveOwners({ changes }: Planning, book: Book): void {
  const writes: Writes<Owner> = changes.owners
  for (const [ownerId, { owner }] of book.said) put<Owner>(writes, book.before.get(ownerId), owner)
}
