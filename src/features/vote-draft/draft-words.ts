import { REFUSED_SUBJECT_WORDS, type Electorate, type VotePlaceView } from '#core/votes'
import { messageOf } from '#core/errors'
import type { DraftStep } from './pages/draft/vote-draft'

/** What the wizard of a vote says. */
export const DRAFT = {
  title: '发起表决',
  failed: '没打开，没写成',
  cannot: '您在这里不能发起表决',
  cannotText: '楼里的事由楼栋长发起，小区的事由业委会或居委会发起。有想法，请先跟他们说。',
  together: '看看大家在定什么',
  frozen: '这次表决不能再改了',
  frozenText: '公示以后一个字也不能改。要改，请先在那一页收回来。',
  seeVote: '去看看这次表决',
  step: (at: number, of: number) => `第 ${at} 步，共 ${of} 步`,
  steps: {
    where: '在哪里，请谁来定',
    what: '要定什么',
    text: '怎么跟大家说',
    settings: '几样要先说好的',
    days: '哪几天投',
    review: '看一遍，对不对',
  } satisfies Record<DraftStep, string>,
  next: '下一步',
  back: '上一步',
  toReview: '改好了，再看一遍',
  save: '存草稿',
  saving: '正在存…',
  saveNote: '存好以后看看名册，再公示。公示以前只有您看得到，随时能改。',
  saved: '存好了。看看名册，没问题就公示',
  resumed: '接着上次没写完的。',
  startOver: '从头写',
  startOverTitle: '从头写吗？',
  startOverYes: '丢掉，从头写',
  startOverText: '这里写了的会丢掉，已经存好的草稿不受影响。',
  keep: '接着写',
  choose: '请选一下',
}

/** Where, and who decides. */
export const WHERE = {
  place: '在哪里',
  placeSheet: '选里面的一个地方',
  inside: '选里面的一个地方',
  checking: '正在看能请谁来定…',
  notThere: '那里不归您召集，请换一个地方',
  placeMissing: '请选一下在哪里',
  who: '请谁来定',
  whoMissing: '请选一下请谁来定',
  whoTexts: (place: VotePlaceView): Record<Electorate, string> => ({
    homes: '邻居之间商量着办的事，租户家也算',
    owners:
      place.ownersBinding === 'binding'
        ? '用维修资金、换物业、动公共的地方，这些要业主来定'
        : '用维修资金、换物业、动公共的地方；结果仅供参考',
    residents: '先听听想法，不作决定',
  }),
}

/** What is to be decided. */
export const WHAT = {
  subject: '要定的是哪一类',
  subjectSheet: '要定的是哪一类',
  subjectMissing: '请选一下要定的是哪一类',
  notHere: '这里还办不了的',
  notYet: {
    ...REFUSED_SUBJECT_WORDS,
    building: messageOf('VOTE_BUILDING_ONLY'),
  },
  alone: messageOf('VOTE_ALONE'),
  rule: '怎么算通过',
  pollRule: '怎么算',
  basis: (article: string) => `依据：${article}`,
  noBasis: '法律没有专门规定，是邻居自己的约定。',
  item: (number: number) => `第 ${number} 项`,
  question: '怎么问大家',
  questionPlaceholder: '比如：同意重做屋面防水吗？',
  pollPlaceholder: '比如：花坛改成什么好？',
  questionMissing: '请写一句话，问大家什么',
  answers: '大家可以选：同意、反对、弃权。',
  options: '有哪些可以选',
  option: (number: number) => `选项 ${number}`,
  optionPlaceholder: '比如：改成车位',
  addOption: '再加一个选项',
  removeOption: (number: number) => `去掉选项 ${number}`,
  optionsMissing: '请至少写两个选项',
  optionsAlike: '有两个选项是一样的，请改一下',
  several: '可以选几项',
  severalText: '关着的时候，每人只选一项',
  most: '最多选几项',
  mostWords: (count: number) => `${count} 项`,
  add: '再加一项要定的',
  remove: '去掉这一项',
  full: (most: number) => `一次最多定 ${most} 项，别的请另发起一次`,
}

/** Which home is to become a business. */
export const APPLICANT = {
  title: '哪一套要改用途',
  sheet: '选要改用途的那一套',
  none: '还没选',
  missing: messageOf('VOTE_APPLICANT_WRONG'),
  search: '找一找',
  placeholder: '比如：501',
  failed: '没打开房子的名单',
  empty: '这栋楼还没有登记住宅，请社区先在「名册和表格」里补上',
  notFound: '没有这样的房子，换几个字再找',
}

/** The words that everybody reads. */
export const TEXT = {
  title: '标题',
  titlePlaceholder: '一句话说清楚要定的事',
  titleMissing: '请写个标题',
  text: '全文',
  textPlaceholder: '为什么要定、怎么做、要多少钱、谁来做。公示以后一个字也不能改。',
  textMissing: '请写上要定的事的来龙去脉',
  counter: (length: number, most: number) => `${length} / ${most} 字`,
}

/** What is agreed before anybody votes. */
export const SETTINGS = {
  disclosure: '结果怎么公布',
  disclosureText: '投票以前就告诉大家，定了不能改。',
  proxies: '能不能委托别人代投',
  proxiesText: '要有书面委托，拍照交上来，社区核对了才算。本人自己投了，以本人的为准。',
  parking: '车位也算票',
  parkingText: '打开以后，车位的面积也算到业主名下',
  area: '总面积',
  areaHint: '不写也行',
  areaPlaceholder: '比如：4873.50',
  areaText: '登记簿上全部房子加起来多少平方米，照着写，用来核对名册。',
  areaWrong: '请写平方米数，最多两位小数，比如 4873.50',
  vacant: '哪几户空着没人住',
  vacantNone: '没有空着的',
  vacantCount: (count: number) => `${count} 户空着`,
  vacantText: '空着的不算票；公示的时候会列出来，谁觉得不对都可以提。',
  vacantSheet: '点一下空着的',
  vacantUnnamed: (count: number) => `另有 ${count} 户是以前选的，点开能看到`,
  vacantFull: (most: number) => `最多选 ${most} 户`,
  vacantBack: '上一级',
  vacantEnd: '这里没有登记的房子',
  vacantHere: '选到哪儿了',
  vacantLoadFailed: '没打开房子的名单',
}

/** When. */
export const DAYS = {
  opens: '哪天开始投',
  opensWords: (day: string) => `${day}早上零点开始`,
  closes: '投到哪天',
  closesWords: (day: string, hour: number) => `${day}${hour}:00 截止`,
  notice: (days: number, earliest: string) =>
    `要先公示 ${days} 天，大家看内容、查名册。今天公示，最早${earliest}开始投。`,
  hour: (hour: number) => `最后一天晚上 ${hour - 12} 点（${hour}:00）截止。`,
  later: '再往后看',
  opensTooSoon: (earliest: string) => `公示的天数不够，最早${earliest}开始，请重新选`,
  opensTooFar: '最多提前半年，请选近一点的日子',
  closesWrong: '截止不能早于开始，最长六十天，请重新选',
}

/** All of it once more. */
export const REVIEW = {
  change: '改',
  changeLabel: (step: string) => `改：${step}`,
  place: '在哪里',
  who: '请谁来定',
  rule: '怎么算',
  options: '可以选',
  most: (count: number) => `最多选 ${count} 项`,
  opens: '开始',
  closes: '截止',
  parkingYes: '车位也算票',
  parkingNo: '车位不算票',
}

export const TELLERS = {
  paper: '也收纸质票',
  paperText: '不用手机的人交纸质选票，截止以后由两位计票人拆封、各录一遍',
  choose: '谁来计票',
  chooseText: '按先后选三位：前两位计票，第三位后备，两位录得不一样时再录一遍。召集人自己不能当。',
  missing: '请选满三位计票人',
  full: '已经选满三位，先去掉一位再选',
  again: '再试一次',
  review: '也收纸质票，三位计票人选好了',
}

export const SILENCE = {
  demands: '打开以后要做到',
}
