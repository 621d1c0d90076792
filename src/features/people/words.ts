import { messageOf } from '#core/errors'
import { type GrantAct, type MembershipAct, type MembershipList, type MembershipView } from '#core/people'

/** Every sentence of signing in, of homes and of offices. Labels of states, acts and roles are core's. */
export const SIGN_IN = {
  title: '登录',
  brand: '邻里',
  what: '楼里有事，在这里跟社区说一声；谁在办、办到哪儿了，都看得见。',
  withWechat: '用微信登录',
  busy: '正在登录…',
  demo: '演示社区：选一个人进去看看',
  demoFailed: '没打开演示社区',
  retry: '再试一次',
  noCode: '微信没有答应，请再点一次。',
  browser: '用手机让这台电脑登录',
  browserText: '在手机上打开小程序「邻里」，点「我的」里的「登录的设备」，填上这个码：',
  browserNote: '填好后这里会自己进去。只在您自己的电脑上这样做。',
  browserFailed: '没要到登录的码',
}

export const BIND = {
  title: '绑定我的家',
  community: '您住在哪个社区？',
  communityFailed: '没打开社区列表',
  noCommunity: '这里还没有社区',
  noCommunityText: '社区开通以后会出现在这里，请过些天再来看看。',
  backToMe: '回到「我的」',
  home: '您家是哪一户？',
  homeHint: '一层一层点下去，找到门牌号。',
  homeFailed: '没打开这一户',
  relation: '您是这户的什么人？',
  relationMissing: '请先选一个',
  adult: '我已满 18 岁',
  adultText: '成年人才能确认别的家人',
  note: '给确认的人写一句',
  noteHint: '不写也行',
  notePlaceholder: '如：我是老林的女儿，上个月搬来的',
  submit: '申请绑定',
  busy: '正在申请…',
  who: '楼栋长、网格员、社区工作人员，或这户已绑定的成年人，有一位确认就行。',
  change: '换一户',
  exists: '看看我的申请',
  askedFailed: '没打开这个申请',
  asked: '您申请了绑定',
  next: '确认以后，首页就是您楼里的事，报事不用再选地方。',
}

export const REQUESTS = {
  title: '家和家里人',
  lists: { to_decide: '等我确认', mine: '我的申请', household: '家里人' } satisfies Record<
    MembershipList,
    string
  >,
  choose: '看哪些',
  failed: '没打开列表',
  bind: '绑定我的家',
  noHome: '您还没绑定家',
  noHomeText: '绑定以后，这里有您家和家里人。',
  empty: {
    to_decide: {
      title: '现在没有要您确认的',
      text: '有人申请绑定您这儿的住户时，会出现在这里，也会在消息里告诉您。',
    },
    mine: { title: '您还没申请过', text: '绑定您家，楼里的事就看得到、说得上话。' },
    household: {
      title: '家里还没有别人',
      text: '请家里人用自己的手机登录，在「我的」里点「绑定一户」，再由您来确认。',
    },
  } satisfies Record<MembershipList, { title: string; text: string }>,
  adult: '已满 18 岁',
  child: '未满 18 岁',
  me: '您',
  person: '谁',
  note: '附言',
  reason: '为什么',
  asked: '申请时间',
  reasonLabel: '为什么',
  reasonPlaceholder: '写一句，对方看得到',
  reasonBusy: '正在办…',
  confirmTitle: (person: string) => `${person}真的住这户吗？`,
  confirmText: '确认以后，对方就能看到这栋楼的事，也能以这户的名义说话。',
  withdrawTitle: '撤回这个申请？',
  withdrawText: '以后还可以再申请。',
  keep: '先不办',
  done: '已经办好',
}

/** Whom a request is about, as its reader says it. */
export const personIn = ({ mine, personName }: MembershipView): string => (mine ? REQUESTS.me : personName)

/** What is asked before an act that goes out at one press. */
export const MEMBERSHIP_QUESTIONS: Partial<
  Record<MembershipAct, (person: string) => { title: string; text: string }>
> = {
  confirm: (person) => ({ title: REQUESTS.confirmTitle(person), text: REQUESTS.confirmText }),
  withdraw: () => ({ title: REQUESTS.withdrawTitle, text: REQUESTS.withdrawText }),
}

export const SESSIONS = {
  title: '登录的设备',
  failed: '没打开设备列表',
  current: '就是这一台',
  used: '最近用过：',
  since: (when: string) => `${when} 登录`,
  end: '让它退出',
  question: '让这台设备退出？',
  questionText: '那台设备上要重新登录才能再用。',
  keep: '先不退',
  done: '那台设备已经退出了',
  browser: '让一台电脑登录',
  browserHint: '填电脑上显示的码',
  browserMissing: '请把电脑上的 8 个字都填上',
  browserAllow: '让它登录',
  browserBusy: '正在让它登录…',
  browserDone: '那台电脑可以用了',
  emptyTitle: '没有登录着的设备',
  emptyText: '下次登录后会出现在这里。',
}

export const OFFICES = {
  title: '职务',
  choose: '看哪里的职务',
  failed: '没打开职务列表',
  add: '授予职务',
  emptyTitle: '这里没有您看得到的职务',
  emptyText: '您自己的职务、由您授予或确认的职务，会出现在这里。',
  nowhere: '您还没有社区',
  nowhereText: '绑定了家，或有了职务以后，这里才有内容。',
  lead: '负责人',
  place: '在哪儿',
  period: '任期',
  from: (day: string) => `${day} 到`,
  evidence: '凭据',
  reason: '为什么',
  acts: { confirm: '同意授予', refuse: '不同意', end: '结束职务' } satisfies Record<GrantAct, string>,
  confirmQuestion: (name: string, role: string) => ({
    title: `同意${name}担任${role}？`,
    text: '同意以后马上生效，会记下是您确认的。',
  }),
  keep: '先不办',
  done: '已经办好',
  reasonPlaceholder: '写一句，对方看得到',
  busy: '正在办…',
}

export const PROPOSE = {
  title: '授予职务',
  code: '对方的编号',
  codeHint: '请对方在「我的」里念给您',
  codePlaceholder: '12 位字母和数字',
  role: '什么职务',
  place: '管哪里',
  choosePlace: '选一个地方',
  otherPlace: '换一个地方',
  name: '大家怎么称呼',
  namePlaceholder: '如：张师傅',
  leadTitle: '是负责人',
  leadText: '可以再授予别的同事',
  years: '任期多久',
  yearsOf: (years: number) => `${years} 年`,
  until: (day: string) => `到 ${day}`,
  evidence: '凭什么授予',
  evidencePlaceholder: '写明文件或记录',
  missing: messageOf('TEXT_MISSING'),
  notChosen: '请先选一个',
  submit: '授予',
  busy: '正在授予…',
  granted: '已经授予，对方会收到消息',
  none: '您现在不能在这里授予职务',
  noneText: '如果该由您办，请联系社区书记。',
  back: '回去',
}

export const CONSENTS = {
  title: '我的同意',
  failed: '没打开您的同意',
  agreed: (day: string) => `您在 ${day} 同意了`,
  byGuardian: '监护人看过并同意',
  withdrawn: (day: string) => `您在 ${day} 撤回了`,
  outdated: '说明更新了，下次要用时会再问您',
  never: '还没问过您，要用时会先问',
  withdraw: '撤回同意',
  question: '要撤回吗？',
  keep: '先不撤',
  withdrawnNow: '已经撤回',
  give: '同意这一份',
}

export const PHONE = {
  title: '手机号',
  failed: '没打开您的手机号',
  why: '绑定以后，您的话才给邻居看；办您的事的人需要时能打给您，谁看过您的号码都有记录。',
  now: '您绑定的手机号',
  change: '换一个',
  remove: '删掉',
  removeQuestion: '要删掉手机号吗？',
  removeText: '删掉以后，办事的人打不到您，您的话也暂时不给邻居看。随时可以再绑。',
  keep: '先留着',
  removed: '手机号已经删掉',
  withWechat: '用微信的手机号',
  wechatBusy: '正在绑定…',
  wechatRefused: '微信没有给出手机号；可以再点一次，或用短信绑定',
  withSms: '用短信绑定',
  phone: '手机号码',
  phonePlaceholder: '11 位',
  send: '发验证码',
  sendBusy: '正在发…',
  sentTo: (phone: string) => `验证码发到 ${phone}，十分钟内有效`,
  code: '短信里的验证码',
  codePlaceholder: '6 位数字',
  confirm: '绑定',
  confirmBusy: '正在绑定…',
  again: '没收到，再发一个',
  otherPhone: '换个号码',
  done: '手机号绑定好了',
}

export const CONTACT_READINGS = {
  title: '谁看过我的电话',
  failed: '没打开记录',
  choose: '看哪个社区',
  what: (about: string) => `为了办「${about}」`,
  emptyTitle: '还没有人看过您的电话',
  emptyText: '办您的事的人看您的电话时，这里会记下是谁、什么时候、为了哪件事。',
}
