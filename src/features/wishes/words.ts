import { PHOTO_MOMENT_LABELS } from '#core/photos'
import { WISH_ACT_LABELS, type WishList, type WishPart } from '#core/wishes'

/** What the pages about wishes say; labels of states, acts, lists and kinds come from core. */
export const LIST_WORDS = {
  title: '心愿',
  failed: '没打开心愿',
  notRefreshed: '没刷新成，下面还是刚才的。',
  places: '看哪里的心愿',
  lists: '看哪些心愿',
  count: (label: string, count: string) => `${label} ${count}`,
  sum: {
    waiting: (place: string, count: string) => `${place}有 ${count} 个心愿在等，最急的在前`,
    helping: (place: string, count: string) => `${place}有 ${count} 个心愿有人在帮`,
    fulfilled: (place: string, count: string) => `${place}圆了 ${count} 个心愿`,
  } satisfies Record<WishList, (place: string, count: string) => string>,
  sumKind: (kind: string) => `只看「${kind}」`,
  here: '这里',
  allKinds: '分类看',
  otherKind: '换一类',
  kindSheet: '看哪一类',
  everyKind: '都看',
  lately: '刚刚圆了的',
  say: '说个心愿',
}

export const LIST_EMPTY: Record<WishList, { title: string; text: string }> = {
  waiting: { title: '现在没有心愿在等', text: '想借把梯子、学学手机、找人下棋，都可以说，邻居看得到。' },
  helping: { title: '现在没有正在帮的', text: '有人愿意帮，说心愿的人点了头，就会在这里。' },
  fulfilled: { title: '还没有圆了的心愿', text: '帮好了，说心愿的人说一声「帮到了」，就会在这里。' },
}

/** To who isn't at home here yet. */
export const STRANGER_WORDS = {
  title: '绑定了家，就能看邻居的心愿',
  text: '心愿是说给附近邻居听的。已经申请了的，等确认好，再打开就看得到。',
  bind: '绑定我的家',
}

export const KIND_EMPTY = {
  title: (kind: string) => `现在没有「${kind}」的心愿`,
  text: '换一类看看，或者您也说一个。',
  all: '看所有的心愿',
}

export const DETAIL_WORDS = {
  title: '心愿',
  notOpened: '没打开这个心愿',
  kind: (kind: string) => `心愿 · ${kind}`,
  seenBy: (place: string) => `${place}里的邻居能看到`,
  who: '给谁',
  self: (name: string) => `自己（${name}）`,
  selfAt: (name: string, place: string) => `自己（${name}，${place}）`,
  me: '我自己',
  meSeen: (name: string) => `我自己（邻居看到的是「${name}」）`,
  other: (name: string) => `邻居，由${name}替着说的`,
  otherMine: (name: string) => `${name}，我替着说的`,
  when: '什么时候',
  by: (day: string) => `${day}前`,
  noHurry: '不急',
  where: '在哪儿',
  now: '现在',
  since: '从',
  until: '最晚',
  next: '接下来',
  declined: (reason: string) => `没有给邻居看：${reason}`,
  offersWait: (count: number) => `有 ${count} 位愿意帮，等说心愿的人点头`,
  alsoWant: (homes: number) => `已有 ${homes} 户也想要`,
  offered: '您说过愿意帮，等对方点头。点了头，会马上告诉您。',
  photos: PHOTO_MOMENT_LABELS.other,
  after: '帮好以后',
  sending: '正在办…',
  moreActs: '更多',
  moreActsTitle: '还可以',
  stale: (message: string) => `${message}，这一页已经换成最新的了。`,
  askAuthor: '帮到您了吗？',
  helpNote: (days: number) => `帮忙不谈钱。认下后 ${days} 天内联系就好。`,
}

export const SECOND_WORDS = {
  title: '也想要的邻居',
  count: (homes: number, needed: number) => `${homes} / ${needed} 户`,
  mine: '您也想要，有进展会告诉您',
  want: '我也想要',
  wanted: '记下了，有进展会告诉您',
  noMore: '我不要了',
  taken: '好的，不算您了',
}

export const OFFER_WORDS = {
  title: '愿意来帮的',
  count: (offers: number) => `${offers} 位`,
  lapses: (moment: string) => `${moment}前没点头，这次就算了`,
  acceptNamed: (label: string, name: string) => `${label}：${name}`,
}

export const CONTACT_WORDS = {
  titleHelper: '联系说心愿的人',
  titleAuthor: '联系来帮的人',
  masked: (phone: string) => `电话 ${phone}`,
  see: '看电话',
  recorded: '看过会记下来，对方看得到是谁看的。事情办完，又遮起来。',
  call: (phone: string) => `打 ${phone}`,
  again: '忙帮完了，电话又遮起来了。',
  unconfirmed: '说是帮好了有一阵了，电话又遮起来了。要是还没帮到，点「还没有」，又看得到。',
  none: '对方没有留电话，可以在下面「大家说」里留言。',
}

export const PROPOSAL_WORDS = {
  title: '想请您合到一起',
  intoWish: (title: string) => `合到另一个心愿：${title}`,
  intoMatter: (title: string) => `合到一件事：${title}`,
  intoTopic: (title: string) => `合到一个议题：${title}`,
  intoNew: { matter: WISH_ACT_LABELS.become_matter, topic: WISH_ACT_LABELS.become_topic },
  by: (name: string, reason: string) => `${name}说：${reason}`,
  look: '先看看那一个',
  consequence: '合到一起以后，这个心愿就不再单独等人帮；也想要的邻居会知道。',
}

export const CONSENT_WORDS = {
  title: '替别人说的',
  who: '是谁的心愿',
  way: '怎么同意的',
  forgotten: '事情过去久了，名字已经删掉',
  only: '这些只有说的人和社区工作人员看得到。',
}

export const MERGED_WORDS = {
  wish: '合到另一个心愿了',
  matter: '提成一件事了，社区在办',
  topic: '提成议题了，和邻居一起谈',
  go: '看那边的进展',
}

export const MINE_WORDS = {
  title: '我的心愿和帮忙',
  parts: '看哪些',
  failed: '没打开您的心愿',
  say: '说个心愿',
  look: '看看邻居的心愿',
  stranger: '先绑定您的家',
  strangerText: '绑定以后，就能说心愿，也能帮邻居。',
  bind: '绑定我的家',
}

export const PART_LABELS: Record<WishPart, string> = { said: '我说的', helping: '我帮的' }

export const PART_EMPTY: Record<WishPart, { title: string; text: string }> = {
  said: { title: '您还没说过心愿', text: '想借把梯子、学学手机、找人下棋，都可以说。有人愿意帮，会告诉您。' },
  helping: { title: '您还没帮过忙', text: '顺手能帮的，点「我来帮」就好。对方点头以后，会在这里。' },
}
