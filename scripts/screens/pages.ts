import { addressesOf } from '../../tests/h5/pages'
import { NO_ROUNDS } from '../../tests/h5/round-things'
import type { Look } from '../../tests/h5/site'
import type { Picture } from './picture'

/** Who lives here: looks at every page that nobody of the staff is named for. */
const RESIDENT = '阿梅'
const STAFF = '王敏'

/** Pages of those who work here; everybody else sees that they are somebody else's. */
const WORKERS: Record<string, string> = {
  requests: STAFF,
  offices: STAFF,
  places: STAFF,
  doorCodes: STAFF,
  grids: STAFF,
  grid: STAFF,
  desk: '陈国强',
  workList: '陈国强',
  moderation: STAFF,
  publishNotice: STAFF,
  imports: STAFF,
  importDetail: STAFF,
  organisationDesk: STAFF,
  createOrganisation: STAFF,
  voteMissing: '陈阿姨',
  voteEnvelopes: '陈阿姨',
  voteKeying: STAFF,
  voteDeliveries: '陈阿姨',
  voteProxies: STAFF,
  voteDraft: '陈阿姨',
  recordBylaw: '钱芳',
  conveneRound: '陈阿姨',
  sessionBoard: '陈阿姨',
  roundProjector: '陈阿姨',
}

/** Pages that are also looked at in another way. */
const OTHER_LOOKS: readonly { suffix: string; look: Look; pages: readonly string[] }[] = [
  {
    suffix: 'care',
    look: { care: true },
    pages: [
      'home',
      'inbox',
      'me',
      'wishes',
      'wish',
      'sayWish',
      'matter',
      'report',
      'desk',
      'grid',
      'myData',
      'together',
      'vote',
      'voteResult',
      'voteRoll',
      'round',
      'roundInDiscussion',
      'roundInEvaluation',
      'session',
      'roundItem',
      'roundReport',
    ],
  },
  { suffix: 'dark', look: { dark: true }, pages: ['home', 'wishes', 'wish', 'matter', 'me', 'vote'] },
  {
    suffix: 'wide',
    look: { wide: true },
    pages: [
      'home',
      'moderation',
      'imports',
      'organisationDesk',
      'places',
      'grid',
      'wishes',
      'vote',
      'roundInDiscussion',
      'sessionBoard',
      'roundProjector',
    ],
  },
]

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

const ofPage = (name: string, suffix?: string, look?: Look): Picture => ({
  name: [kebab(name), suffix].filter(Boolean).join('-'),
  who: WORKERS[name] ?? RESIDENT,
  look,
  go: (one, things) => one.opens(addressesOf(things)[name] as string),
})

/** Every page of the site, by its address, on a phone; the important ones larger, darker and wider, too. */
export function picturesOfPages(): Picture[] {
  const nothing = {
    communityId: '',
    matterId: '',
    placeId: '',
    gridId: '',
    noticeId: '',
    wishId: '',
    organisationId: '',
    voteId: '',
    endedVoteId: '',
    bylawId: '',
    demandId: '',
    rounds: NO_ROUNDS,
  }
  const names = Object.keys(addressesOf(nothing))
  return [
    ...names.map((name) => ofPage(name)),
    ...OTHER_LOOKS.flatMap(({ suffix, look, pages }) => pages.map((name) => ofPage(name, suffix, look))),
  ]
}
