import type { ItemOwnerKind, LedgerKind, Rating, RoundPhase, Stance, TopicOutcome } from '#core/rounds'
import type { CastName } from './cast'

/** A topic of a round: who put it up, whose homes second it, and how its discussion ended. */
export interface TopicTale {
  by: CastName
  title: string
  text?: string
  seconds: CastName[]
  outcome?: { outcome: TopicOutcome; text: string }
  session?: SessionTale
}

/** Where a topic is discussed, on the evening on which the round meets or some days later: at which minute after half past seven, and what was said. */
interface SessionTale {
  daysLater?: number
  afterMinutes: number
  /** Left out: online. */
  where?: string
  host: CastName
  notes: { by: CastName; text: string }[]
}

export interface StatementTale {
  by: CastName
  text: string
  answers: Partial<Record<CastName, Stance>>
}

/** Something to be done: who takes it on (`by`), and what came of it. */
export interface ItemTale {
  title: string
  promise: string
  ownerKind: ItemOwnerKind
  by?: CastName
  dueInDays: number
  /** Of a micro-project. */
  ledger?: { kind: LedgerKind; fen: number; what: string; withWhom?: string; hasReceipt?: true }[]
  report?: string
  finish?: string
  ratings?: Partial<Record<CastName, Rating>>
}

/** One round of the story, all of it convened by the head of 3号楼. */
export interface RoundTale {
  at: string
  question: string
  text?: string
  /** Hours before now at which each phase began that it came to. */
  began: { agenda: number } & Partial<Record<RoundPhase, number>>
  /** It is over. */
  isClosed?: true
  meets: { inDays: number; where: string }
  topics: TopicTale[]
  statements?: StatementTale[]
  items?: ItemTale[]
  lessons?: { by: CastName; text: string }[]
}

export const ROUND_TALES: readonly RoundTale[] = [
  {
    at: '3号楼 2单元',
    question: '晚上楼道里的动静，怎么能小一点',
    began: { agenda: 238, discussion: 215, action: 190, evaluation: 100 },
    isClosed: true,
    meets: { inDays: -9, where: '一楼门厅' },
    topics: [
      {
        by: 'amei',
        title: '铁门夜里一关，整个楼道都听得见',
        seconds: ['zhou', 'head'],
        outcome: { outcome: 'consensus', text: '铁门装缓冲垫；十点以后上下楼轻一点。' },
        session: {
          afterMinutes: 0,
          where: '一楼门厅',
          host: 'head',
          notes: [{ by: 'amei', text: '夜里最响的是铁门，先治门。' }],
        },
      },
    ],
    items: [
      {
        title: '给铁门装缓冲垫',
        promise: '一个星期里装好，关门听不见响',
        ownerKind: 'resident',
        by: 'zhou',
        dueInDays: 1,
        finish: '上下各贴了一条，夜里试过，轻多了。',
        ratings: { amei: 'kept', head: 'partly' },
      },
    ],
    lessons: [{ by: 'amei', text: '先一起听一遍是哪儿响，再说怎么办，比互相埋怨快。' }],
  },
  {
    at: '3号楼',
    question: '楼门口的雨棚和台阶，怎么让老人走得稳',
    began: { agenda: 230, discussion: 200, action: 170, evaluation: 30 },
    meets: { inDays: -8, where: '社区活动室' },
    topics: [
      {
        by: 'wu',
        title: '下雨天台阶滑，想铺防滑条',
        seconds: ['amei', 'zhou'],
        outcome: { outcome: 'consensus', text: '先铺台阶，雨棚等大修一起做。' },
        session: {
          afterMinutes: 0,
          where: '社区活动室',
          host: 'wu',
          notes: [{ by: 'wu', text: '四个单元的台阶都量过，一共要二十米。' }],
        },
      },
    ],
    items: [
      {
        title: '四个单元的台阶铺防滑条',
        promise: '四个单元都铺到，雨天走着不滑',
        ownerKind: 'resident',
        by: 'wu',
        dueInDays: 2,
        finish: '四个单元都铺好了，多出来的一卷放在我家。',
        ratings: { amei: 'kept' },
      },
    ],
  },
  {
    at: '3号楼',
    question: '楼前的花坛，大家怎么一起管',
    began: { agenda: 180, discussion: 150, action: 96 },
    meets: { inDays: -6, where: '楼前长椅' },
    topics: [
      {
        by: 'amei',
        title: '花坛谁来浇水，轮着来好不好',
        seconds: ['zhou', 'wu'],
        outcome: { outcome: 'consensus', text: '一单元一周，轮着浇；工具放在一楼。' },
        session: {
          afterMinutes: 0,
          where: '楼前长椅',
          host: 'amei',
          notes: [
            { by: 'amei', text: '各单元一周一轮，名单贴在门厅。' },
            { by: 'wu', text: '水桶和剪子缺一套。' },
          ],
        },
      },
    ],
    items: [
      {
        title: '添一套浇花的工具，搭一个放工具的木架',
        promise: '工具一套，木架一个，账目都写在这里',
        ownerKind: 'council',
        by: 'head',
        dueInDays: 6,
        ledger: [
          { kind: 'money_in', fen: 30000, what: '六户凑的', withWhom: '3号楼的六户人家' },
          {
            kind: 'money_out',
            fen: 11850,
            what: '水桶、剪子和手套',
            withWhom: '路口五金店',
            hasReceipt: true,
          },
          { kind: 'gift', fen: 0, what: '旧木板四块', withWhom: '老吴' },
        ],
        report: '工具买好了，木架周末搭。',
      },
      {
        title: '排一张浇水的轮值表',
        promise: '表贴在各单元门厅，写清哪周轮到谁',
        ownerKind: 'resident',
        by: 'amei',
        dueInDays: 3,
        finish: '四个单元都贴了，下周从一单元开始。',
      },
      {
        title: '换掉花坛边漏水的水龙头',
        promise: '换一个不漏的，边上加一道阀',
        ownerKind: 'property',
        by: 'property',
        dueInDays: 5,
      },
      {
        title: '每周看一眼花坛有没有人乱扔',
        promise: '每周一次，看到了拍下来报上去',
        ownerKind: 'grid',
        dueInDays: 20,
      },
    ],
  },
  {
    at: '3号楼',
    question: '楼前那块空地，怎么用才好',
    text: '空地一直堆着旧家具，上个月清走了。怎么用，大家一起说。',
    began: { agenda: 120, discussion: 60 },
    meets: { inDays: -1, where: '社区活动室' },
    topics: [
      {
        by: 'zhou',
        title: '加两张长椅，放哪儿',
        text: '老人下楼想有个坐的地方，又怕晚上有人聚着吵。',
        seconds: ['amei', 'wu'],
        outcome: { outcome: 'consensus', text: '两张都放在东头树下，离窗户远一点。' },
        session: {
          afterMinutes: 0,
          where: '社区活动室',
          host: 'head',
          notes: [
            { by: 'amei', text: '放在树下好，夏天有阴。' },
            { by: 'zhou', text: '离一楼窗户远一点，晚上不吵人。' },
          ],
        },
      },
      {
        by: 'wu',
        title: '晾衣服和停自行车，怎么分开',
        seconds: ['amei'],
        session: { daysLater: 2, afterMinutes: 30, host: 'wu', notes: [] },
      },
    ],
    statements: [
      {
        by: 'zhou',
        text: '空地先给老人和孩子用，车往后排。',
        answers: { amei: 'agree', wu: 'agree', head: 'agree' },
      },
      { by: 'wu', text: '晾衣服的地方一定要留。', answers: { amei: 'agree', zhou: 'pass' } },
      { by: 'amei', text: '晚上九点以后别在空地上跳舞。', answers: { zhou: 'agree', wu: 'disagree' } },
      { by: 'head', text: '谁家用空地放东西，最多放三天。', answers: { wu: 'agree', zhou: 'disagree' } },
      { by: 'zhou', text: '可以划两个车位给送货的临时停。', answers: { head: 'disagree' } },
    ],
  },
  {
    at: '3号楼',
    question: '快递放在哪儿，才不堵楼道',
    began: { agenda: 20 },
    meets: { inDays: 4, where: '一楼门厅' },
    topics: [
      {
        by: 'zhou',
        title: '一楼放一个快递架',
        text: '现在都堆在门边，推车过不去。',
        seconds: ['wu'],
      },
      { by: 'amei', title: '大件请送货的打电话，别放楼道', seconds: [] },
    ],
  },
]
