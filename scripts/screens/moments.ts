import { WISH_ACT_LABELS } from '#core/wishes'
import { ROUTES } from '../../src/routes'
import type { Actor } from '../../tests/h5/actor'
import type { Things } from '../../tests/h5/pages'
import { addressAt, inSheet, opens, takePhoto, type Picture } from './picture'

const toBind = async (one: Actor, { communityId }: Things, steps: readonly RegExp[]) => {
  await one.opens(addressAt(ROUTES.bind, { communityId }))
  for (const step of steps) await one.press(step)
}

/** Who comes for the first time. */
const COMING: Picture[] = [
  { name: 'sign-in', go: (one) => one.sees('阿梅') },
  { name: 'sign-in-care', look: { care: true }, go: (one) => one.sees('阿梅') },
  { name: 'unbound', who: '小顾', go: (one) => one.sees('先绑定您的家') },
  { name: 'inbox-empty', who: '小顾', go: (one) => one.opens('/pages/inbox/index') },
  { name: 'me-unbound', who: '小顾', go: (one) => one.opens('/pages/me/index') },
  { name: 'my-wishes-unbound', who: '小顾', go: opens(ROUTES.myWishes) },
  { name: 'say-wish-unbound', who: '小顾', go: opens(ROUTES.sayWish) },
  { name: 'phone-none', who: '小顾', go: (one) => one.opens(ROUTES.phone) },
  {
    name: 'bind-home',
    who: '小顾',
    go: (one, things) => toBind(one, things, [/^湖光苑/, /^3号楼/, /^2单元/]),
  },
  {
    name: 'bind-relation',
    who: '小顾',
    go: (one, things) => toBind(one, things, [/^湖光苑/, /^3号楼/, /^2单元/, /^502/]),
  },
]

const toReport = async (one: Actor, words: string) => {
  await one.opens(ROUTES.report)
  await one.write('什么事', words)
}

const WISH_FIELD = '想要什么，或想请人帮什么'

const SPEAKING: Picture[] = [
  { name: 'speak', who: '阿梅', go: (one) => one.press('我要说') },
  { name: 'speak-head', who: '陈阿姨', go: (one) => one.press('我要说') },
  { name: 'speak-care', who: '阿梅', look: { care: true }, go: (one) => one.press('我要说') },
  {
    name: 'report-similar',
    who: '阿梅',
    go: async (one) => {
      await toReport(one, '2单元铁门关不上')
      await one.sees('我也遇到了')
    },
  },
  {
    name: 'report-danger',
    who: '阿梅',
    go: async (one) => {
      await toReport(one, '三楼楼道有很重的燃气味')
      await one.sees(/119/)
    },
  },
  {
    name: 'say-wish-written',
    who: '阿梅',
    go: async (one, things) => {
      await opens(ROUTES.sayWish)(one, things)
      await takePhoto(one)
      await one.write(WISH_FIELD, '想借一个电钻，挂两幅画')
      await one.sees('归到「借东西」')
    },
  },
  {
    name: 'say-wish-elder',
    who: '陈阿姨',
    go: async (one, things) => {
      await opens(ROUTES.sayWish)(one, things)
      await one.press('替别人说')
      await one.press('说给邻居听')
    },
  },
  {
    name: 'say-wish-money',
    who: '阿梅',
    go: async (one, things) => {
      await opens(ROUTES.sayWish)(one, things)
      await one.write(WISH_FIELD, '想借五百块钱')
      await one.press('说给邻居听')
      await one.sees(/心愿里不谈钱/)
    },
  },
]

/** A list of wishes, with something pressed there. */
const inWishes = (then: (one: Actor) => Promise<void>) => async (one: Actor, things: Things) => {
  await opens(ROUTES.wishes)(one, things)
  await one.sees(/^(等人来帮|有人在帮|圆了)/)
  await then(one)
}

/** A wish of the demo, by its words. */
const toWish = (title: RegExp, list = /^等人来帮/) =>
  inWishes(async (one) => {
    await one.press('湖光苑')
    await one.press(list)
    await one.press(title)
    await one.sees('大家说')
  })

const toLadder = toWish(/人字梯/)
const toLesson = toWish(/手机挂号/)
const toChair = toWish(/旧藤椅/, /^有人在帮/)

const WISHING: Picture[] = [
  { name: 'home-wishes', who: '阿梅', go: (one) => one.press('心愿') },
  { name: 'home-places', who: '阿梅', go: (one) => one.press(/^3号楼/) },
  { name: 'wishes-kinds', who: '阿梅', go: inWishes((one) => one.press('分类看')) },
  { name: 'wishes-helping', who: '阿梅', go: inWishes((one) => one.press(/^有人在帮/)) },
  { name: 'wishes-fulfilled', who: '阿梅', go: inWishes((one) => one.press(/^圆了/)) },
  {
    name: 'wishes-empty',
    who: '阿梅',
    go: inWishes(async (one) => {
      await one.press('分类看')
      await one.visitor.page.getByRole('dialog').locator('.chip').last().click()
    }),
  },
  { name: 'wish-neighbour', who: '阿梅', go: toLadder },
  { name: 'wish-neighbour-care', who: '老吴', look: { care: true }, go: toLadder },
  {
    name: 'wish-offer',
    who: '阿梅',
    go: async (one, things) => {
      await toLadder(one, things)
      await one.press(WISH_ACT_LABELS.offer)
    },
  },
  { name: 'wish-author', who: '阿梅', go: toLesson },
  {
    name: 'wish-accept',
    who: '阿梅',
    go: async (one, things) => {
      await toLesson(one, things)
      await one.press(/^请他来帮/)
    },
  },
  {
    name: 'wish-say',
    who: '老吴',
    go: async (one, things) => {
      await toLesson(one, things)
      await one.press('说两句…')
    },
  },
  {
    name: 'my-wishes-helping',
    who: '阿梅',
    go: async (one, things) => {
      await opens(ROUTES.myWishes)(one, things)
      await one.press('我帮的')
    },
  },
]

const DELIVERY = '藤椅擦干净了，搬到楼下了'

async function deliver(one: Actor): Promise<void> {
  await one.press(WISH_ACT_LABELS.deliver)
  await one.write('帮了什么', DELIVERY)
}

async function thank(one: Actor, things: Things): Promise<void> {
  await toChair(one, things)
  await one.press(WISH_ACT_LABELS.confirm)
  await one.write('想说句谢谢吗', '晒太阳正好，谢谢阿梅')
}

/** One wish, from being helped to its thanks: each picture goes on where the last one stood. */
const HELPING: Picture[] = [
  {
    name: 'wish-helper',
    who: '阿梅',
    go: async (one, things) => {
      await toChair(one, things)
      await one.press('看电话')
      await one.sees(/^打 1/)
    },
  },
  {
    name: 'wish-deliver',
    who: '阿梅',
    go: async (one, things) => {
      await toChair(one, things)
      await one.press(WISH_ACT_LABELS.contact)
      await one.sees('记下了')
      await deliver(one)
      await takePhoto(one)
    },
  },
  {
    name: 'wish-helper-waits',
    who: '阿梅',
    go: async (one, things) => {
      await toChair(one, things)
      await deliver(one)
      await inSheet(one, '好了，说出去')
      await one.sees(DELIVERY)
    },
  },
  { name: 'wish-delivered', who: '老吴', go: toChair },
  { name: 'wish-delivered-care', who: '老吴', look: { care: true }, go: toChair },
  { name: 'wish-thanks', who: '老吴', go: thank },
  {
    name: 'wish-fulfilled',
    who: '老吴',
    go: async (one, things) => {
      await thank(one, things)
      await inSheet(one, WISH_ACT_LABELS.confirm)
      await one.sees('圆了')
    },
  },
  { name: 'inbox-thanks', who: '阿梅', go: (one) => one.opens('/pages/inbox/index') },
]

/** What residents come to by pressing something. */
export const MOMENTS_OF_RESIDENTS: readonly Picture[] = [...COMING, ...SPEAKING, ...WISHING, ...HELPING]
