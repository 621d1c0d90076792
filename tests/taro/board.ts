import type { BoardTopicItem } from '#core/rounds'

export const BOARD_PLACE = '01990000-0000-7000-8000-00000000b001'
export const BOARD_TOPIC = '01990000-0000-7000-8000-00000000c001'

/** One of three homes seconds it. */
export const boardTopicItem = (more: Partial<BoardTopicItem> = {}): BoardTopicItem => ({
  topicId: BOARD_TOPIC,
  placeId: BOARD_PLACE,
  title: '楼前加两张长椅',
  text: null,
  byName: '3号楼的一位住户',
  mine: false,
  state: 'open',
  wordsState: null,
  seconds: 1,
  secondsNeeded: 3,
  seconded: false,
  maySecond: true,
  mayTakeBack: false,
  proposal: null,
  mergedInto: null,
  outcome: null,
  outcomeText: null,
  createdAt: '2026-11-18T02:00:00.000Z',
  revision: 1,
  acts: [],
  metAt: null,
  silentAt: null,
  declined: null,
  round: null,
  inRound: false,
  mayConvene: false,
  mayDecline: false,
  ...more,
})

/** The boards of somebody who lives in a building of an estate. */
export const BOARDS = [
  { placeId: BOARD_PLACE, name: '湖光苑 3号楼', kind: 'building', lives: true },
  { placeId: '01990000-0000-7000-8000-00000000b002', name: '湖光苑', kind: 'estate', lives: true },
] as const

/** A page of a board. */
export const boardPage = (items: readonly BoardTopicItem[], mayPutUp = true) => ({
  items: [...items],
  nextCursor: null,
  board: { placeName: '湖光苑 3号楼', secondsNeeded: 3, mayPutUp },
})
