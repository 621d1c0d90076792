import {
  MEMBER_ACT_LABELS,
  type MemberAct,
  type MemberList,
  type OrganisationKind,
  type VolunteerAct,
} from '#core/organisations'

/** Every sentence of volunteers and organisations. Labels of states, acts and kinds are core's. */
export const MINE = {
  title: '志愿者与互助组织',
  nowhere: '您还没有社区',
  nowhereText: '先绑定您的家，再来看看能帮上什么忙。',
  bind: '绑定我的家',
  failed: '没打开互助组织',
  section: '互助组织',
  choose: '看哪些',
  all: '全部',
  own: '我在的',
  empty: '这里还没有互助组织',
  emptyText: '志愿队、党支部、街坊小店都可以。想成立一个，请跟社区工作人员说。',
  emptyOwn: '您还没加入哪一个',
  emptyOwnText: '点「全部」，看看有没有合您心意的。',
  desk: '等社区回话的志愿者和互助组织',
  private: '谁在里面，只有负责人和社区工作人员看得到；帮忙时，邻居看到的是组织的名字。',
  kindAndDoes: (kind: string, does: string) => `${kind} · ${does}`,
}

export const VOLUNTEER = {
  title: '当志愿者',
  failed: '没打开您的申请',
  what: '社区同意以后，说给全社区的心愿，您都能来帮。',
  ask: '我想当志愿者',
  again: '再申请一次',
  until: (day: string) => `到 ${day}`,
  reason: '为什么',
  sheet: '我想当志愿者',
  note: '您能帮什么忙',
  noteHint: '不写也行，邻居看不到',
  notePlaceholder: '如：会修电器、周末能陪老人看病',
  send: '告诉社区',
  busy: '正在告诉社区…',
  asked: '社区知道了，有回话会告诉您',
  stopQuestion: '不当志愿者了？',
  stopText: '以后只能帮住处附近的心愿了；想回来，随时可以再申请。',
  withdrawQuestion: '撤回这个申请？',
  withdrawText: '以后还可以再申请。',
  keep: '先不',
  done: '已经办好',
}

export const ORGANISATION = {
  title: '互助组织',
  failed: '没打开这个互助组织',
  gone: '这个互助组织不再办了',
  does: '做什么',
  reason: '为什么',
  join: '我想加入',
  joinNote: '跟负责人说一句',
  joinHint: '不写也行，邻居看不到',
  joinPlaceholder: '如：我是三号楼的老王，周末有空',
  joinSend: '申请加入',
  joinBusy: '正在申请…',
  joined: '负责人知道了，有回话会告诉您',
  leaveQuestion: '要退出吗？',
  leaveText: '您替组织认下的心愿会交给别的成员。以后还可以再申请加入。',
  withdrawQuestion: '撤回这个申请？',
  withdrawText: '以后还可以再申请。',
  keep: '先不',
  done: '已经办好',
}

/** Questions before an act that goes out at one press; the others ask for a reason, or for nothing. */
export const MEMBER_QUESTIONS: Partial<
  Record<MemberAct, (person: string) => { title: string; text: string }>
> = {
  withdraw: () => ({ title: ORGANISATION.withdrawQuestion, text: ORGANISATION.withdrawText }),
  leave: () => ({ title: ORGANISATION.leaveQuestion, text: ORGANISATION.leaveText }),
  confirm: (person) => ({ title: `请${person}加入？`, text: '加入以后，就能用组织的名义帮忙。' }),
  make_lead: (person) => ({
    title: `请${person}来负责？`,
    text: '负责人看得到谁在里面，也能请人进来、请人退出。',
  }),
}

export const VOLUNTEER_QUESTIONS: Partial<
  Record<VolunteerAct, (person: string) => { title: string; text: string }>
> = {
  approve: (person) => ({ title: `同意${person}当志愿者？`, text: '两年有效，到期可以再申请。' }),
  withdraw: () => ({ title: VOLUNTEER.withdrawQuestion, text: VOLUNTEER.withdrawText }),
  stop: () => ({ title: VOLUNTEER.stopQuestion, text: VOLUNTEER.stopText }),
}

export const MEMBERS = {
  choose: '看哪些人',
  lists: { asked: '想加入的', inside: '在里面的' } satisfies Record<MemberList, string>,
  failed: '没打开名单',
  empty: {
    asked: { title: '现在没有人等您回话', text: '有人想加入时，会出现在这里，也会在消息里告诉您。' },
    inside: { title: '里面还没有人', text: '请一位新的负责人，组织才办得起来。' },
  } satisfies Record<MemberList, { title: string; text: string }>,
  note: '留的话',
  reason: '为什么',
  asked: '申请时间',
  me: '您',
  reasonLabel: '为什么',
  reasonPlaceholder: '写一句，对方看得到',
  busy: '正在办…',
}

export const STAFF = {
  title: '社区工作人员可以做的',
  lead: '请一位新的负责人',
  leadText: '换负责人时，先请新的，再请原来的退出',
  code: '对方的编号',
  codeHint: '在对方的「我的」里',
  codePlaceholder: '12 位字母和数字',
  leadSend: MEMBER_ACT_LABELS.make_lead,
  leadDone: '已经请来，对方会收到消息',
  end: '不再办了',
  endLabel: '为什么不再办',
  endPlaceholder: '写一句，成员看得到',
  ended: '已经结束，成员会收到消息',
  busy: '正在办…',
  missing: '请把编号填上',
}

export const DESK = {
  title: '志愿者与互助组织',
  choose: '看哪些',
  views: { requests: '想当志愿者的', organisations: '互助组织' },
  failed: '没打开列表',
  create: '成立一个互助组织',
  noRequests: '现在没有人等社区回话',
  noRequestsText: '有人想当志愿者时，会出现在这里，也会在消息里告诉您。',
  noOrganisations: '还没有互助组织',
  noOrganisationsText: '志愿队、党支部、街坊小店都可以：写个名字，请一位负责人就行。',
  offices: '正在当志愿者的',
  officesText: '在「职务」里看，也在那里结束',
  forStaff: '这里给社区工作人员用',
  forStaffText: '您想帮忙的话，在「我的」里看看志愿者与互助组织。',
  toMine: '去看看',
  note: '能帮什么',
  asked: '申请时间',
}

export const CREATE = {
  title: '成立互助组织',
  kind: '是哪一种',
  kinds: {
    party_branch: '党员们一起帮忙；谁是党员不会显示',
    volunteer_team: '邻居们自己组的队',
    shop: '街坊小店、周边商户',
    institution: '学校、医院、单位',
    other: '都不像的',
  } satisfies Record<OrganisationKind, string>,
  name: '叫什么',
  namePlaceholder: '如：湖光志愿队',
  does: '做什么，一句话',
  doesPlaceholder: '如：周末帮老人跑腿、修小家电',
  code: '负责人的编号',
  codeHint: '在对方的「我的」里',
  codePlaceholder: '12 位字母和数字',
  send: '成立',
  busy: '正在成立…',
  done: '成立了，负责人会收到消息',
  notChosen: '请先选一种',
}
