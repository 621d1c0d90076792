import { fullDate, startOfDay } from '#core/calendar'
import { messageOf } from '#core/errors'
import { adoptedInWords, BYLAW_KIND, type BylawAct, type BylawItem, type BylawView } from '#core/votes'

const adoptedOn = ({ adoptedOn: day }: Pick<BylawItem, 'adoptedOn'>) => fullDate(startOfDay(day))

/** What the pages about recorded bylaws say; states, acts and limits come from core. */
export const BYLAWS = {
  title: BYLAW_KIND,
  failed: '没打开备案的规约',
  about: '没交票的，算不算、算到哪一边，要看业主自己定的规约。',
  points: [
    '备了案、书记确认过的规约，写着没交票怎么算的，业主表决才照着算。',
    '没备案的，没交票的就不算进任何一边。',
  ],
  empty: '还没有备案的规约',
  emptyText: '没备案，没交票的就不算进任何一边，只算交了票的。',
  record: '备案一份规约',
  nowhere: '先绑定您的家',
  nowhereText: '绑定以后，可以看您那里备案的规约。',
  bind: '绑定我的家',
  line: (item: BylawItem) => `${item.placeName}，${adoptedInWords(item)}`,
}

const STANDING: Record<BylawView['state'], string> = {
  recorded: '书记确认以前，还不算数，没交票的不算进任何一边。',
  in_force: '业主表决时没交票、又有送达证明的，按这一条算；原来的票数也一起公布。',
  refused: '没有确认，不算数。',
  taken_back: '收回了，不算数；改好了可以再备案。',
  ended: '停用以后开始公示的表决，不再按这一条算。',
}

const DECIDED_BY: Record<BylawView['state'], string> = {
  recorded: '谁确认的',
  in_force: '谁确认的',
  ended: '谁确认的',
  refused: '谁看的',
  taken_back: '谁收回的',
}

export const BYLAW = {
  title: '规约',
  failed: '没打开这份规约',
  clause: '没交票的怎么算',
  place: '管哪里',
  adopted: '哪天通过',
  adoptedOn,
  state: '现在',
  standing: (state: BylawView['state']) => STANDING[state],
  recordedBy: '谁备案的',
  decidedBy: (state: BylawView['state']) => DECIDED_BY[state],
  endedBy: '谁停用的',
  reason: '原因',
  /** 陈主任（居委会），2026年11月18日. */
  byAt: (name: string, at: string | null) => (at ? `${name}，${fullDate(at)}` : name),
  photos: '规约的照片',
  photo: '规约',
  all: '看所有备案的规约',
}

const CONSEQUENCES: Record<BylawAct, string> = {
  put_in_force:
    '请对着照片看一遍：这一条是不是原话，是不是业主大会通过的。确认以后，同一个地方原来的规约就停用了。',
  refuse: '备案的人会收到您写的原因，改好了可以再备案。',
  take_back: '收回以后，书记不用再看这一份；改好了可以再备案。',
  end: '停用以后，没交票的不再按这一条算；已经公示的表决不变。',
}

export const BYLAW_ACT = {
  consequence: (act: BylawAct) => CONSEQUENCES[act],
  reasonPlaceholder: '比如：照片里没有这一条',
  reasonMissing: messageOf('REASON_REQUIRED'),
  sending: '正在办…',
  done: '规约的事办好了',
}

export const RECORD_BYLAW = {
  title: '备案规约',
  failed: '没打开',
  closed: '这里不归您备案',
  closedText: '规约由业委会备案；没有业委会的，由居委会备案。',
  about: '照着业主大会通过的那一份写，一个字也不要改。备案以后等书记确认，确认了才算数。',
  place: '管哪里',
  placeAsk: '选地方',
  placeOther: '换一个地方',
  placeSheet: '规约管哪里',
  placeChecking: '正在看这里归谁备案…',
  name: '规约的名字',
  namePlaceholder: '比如：湖光苑业主大会议事规则',
  clause: '写没交票怎么算的那一条',
  clauseHint: '照原话写',
  clausePlaceholder: '比如：未交回表决票的业主，计入多数人选的那一边',
  day: '哪天通过的',
  dayHint: '年-月-日',
  dayPlaceholder: '比如：2026-05-10',
  photos: '拍下规约',
  photosHint: (most: number) => `有名字、有这一条、有盖章的几页，最多 ${most} 张`,
  send: '交给书记确认',
  sending: '正在交…',
  sent: '备案了，书记看过会告诉您',
  missing: {
    placeId: '请选规约管哪里',
    title: '请写规约的名字',
    clause: '请写没交票怎么算的那一条',
    adoptedOn: '请写哪天通过的，比如 2026-05-10',
    photoIds: messageOf('BYLAW_PHOTOS'),
  },
}
