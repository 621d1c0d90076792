import {
  NOTICES,
  CONSENT_AGE_LABELS,
  GRANT_STATE_LABELS,
  MEMBERSHIP_STATE_LABELS,
  RELATION_LABELS,
} from '#core/people'
import { ROLE_LABELS, type Role } from '#core/permissions'
import {
  AS_ID,
  leftOut,
  ONLY_FOR_ORDER,
  personalTable,
  SOMEBODY_ELSE,
  type PersonalArea,
} from '#server/platform/personal-data'
import { forgetPeople } from './forget-people'
import type { HomeLeftEffects } from './leave-home'
import { phoneIn } from './phone-repository'

const SECRET = leftOut('用来核对的密文，读不出内容')
const yesOrNo = { words: (value: boolean) => (value ? '是' : '否') }
const PROVIDERS = { wechat: '微信登录', demo: '演示', command: '服务器命令' }
const METHODS = { wechat: '微信给的', sms: '短信验证的' }

const TABLES: PersonalArea['tables'] = [
  personalTable({
    table: 'people',
    title: '我是谁',
    mine: ['person_id'],
    order: ['person_id'],
    columns: {
      person_id: AS_ID,
      nickname: '称呼',
      person_code: '我的编号',
      created_at: '第一次登录',
      closed_at: leftOut('注销以后才有'),
    },
  }),
  personalTable({
    table: 'identities',
    title: '怎么登录',
    mine: ['person_id'],
    order: ['provider', 'subject'],
    columns: {
      provider: { title: '用什么', words: (value) => PROVIDERS[value] },
      subject: leftOut('登录的凭据，像钥匙一样，不写在文件里'),
      person_id: AS_ID,
      created_at: '从什么时候',
    },
  }),
  personalTable({
    table: 'phones',
    title: '手机号',
    mine: ['person_id'],
    order: ['person_id'],
    columns: {
      person_id: AS_ID,
      sealed: { title: '手机号' },
      blind_index: SECRET,
      method: { title: '怎么绑定的', words: (value) => METHODS[value] },
      verified_at: '什么时候绑定',
    },
    read: (row, { contactBox }) => ({ sealed: phoneIn(contactBox, row.sealed, row.person_id) }),
  }),
  personalTable({
    table: 'consents',
    title: '我的同意',
    mine: ['person_id'],
    order: ['consent_id'],
    columns: {
      person_id: AS_ID,
      consent_id: AS_ID,
      document: { title: '同意了什么', words: (value) => NOTICES[value].title },
      version: '哪一版',
      age: { title: '年龄', words: (value) => CONSENT_AGE_LABELS[value] },
      given_at: '什么时候同意',
      withdrawn_at: '什么时候撤回',
    },
  }),
  personalTable({
    table: 'sessions',
    title: '登录的设备',
    mine: ['person_id'],
    order: ['session_id'],
    columns: {
      token_hash: SECRET,
      session_id: AS_ID,
      person_id: AS_ID,
      device: '设备',
      created_at: '登录时间',
      last_seen_at: '最近用过',
      expires_at: '到什么时候',
    },
  }),
  personalTable({
    table: 'person_communities',
    title: '我的社区',
    mine: ['person_id'],
    order: ['community_id'],
    columns: { person_id: AS_ID, community_id: '哪个社区' },
  }),
  personalTable({
    table: 'memberships',
    title: '住处和绑定申请',
    mine: ['person_id'],
    order: ['membership_id'],
    columns: {
      community_id: AS_ID,
      membership_id: AS_ID,
      person_id: AS_ID,
      home_id: AS_ID,
      home_path: ONLY_FOR_ORDER,
      home_name: '哪一户',
      relation: { title: '是这户的', words: (value) => RELATION_LABELS[value] },
      is_adult: { title: '已满 18 岁', ...yesOrNo },
      note: '附言',
      state: { title: '现在', words: (value) => MEMBERSHIP_STATE_LABELS[value] },
      reason: '为什么',
      asked_at: '申请时间',
      confirmed_at: '确认时间',
      decided_by: SOMEBODY_ELSE,
      objector_id: SOMEBODY_ELSE,
      ended_at: '结束时间',
      ended_by: SOMEBODY_ELSE,
    },
  }),
  personalTable({
    table: 'role_grants',
    title: '担任过的职务',
    mine: ['person_id'],
    order: ['grant_id'],
    columns: {
      region_id: AS_ID,
      grant_id: AS_ID,
      person_id: AS_ID,
      role: { title: '职务', words: roleInWords },
      place_id: AS_ID,
      place_name: '在哪儿',
      jurisdiction: ONLY_FOR_ORDER,
      official_name: '职务上的称呼',
      is_lead: { title: '负责这个队伍', ...yesOrNo },
      is_acting: { title: '代理', ...yesOrNo },
      starts_at: '从什么时候',
      ends_at: '到什么时候',
      evidence: '凭据',
      state: { title: '现在', words: (value) => GRANT_STATE_LABELS[value] },
      reason: '为什么',
      proposed_by: SOMEBODY_ELSE,
      proposed_as: SOMEBODY_ELSE,
      decided_by: SOMEBODY_ELSE,
      created_at: '授予时间',
    },
  }),
  personalTable({
    table: 'contact_readings',
    title: '谁看过我的电话',
    mine: ['owner_id'],
    order: ['reading_id'],
    columns: {
      community_id: AS_ID,
      owner_id: AS_ID,
      reading_id: AS_ID,
      reader_id: SOMEBODY_ELSE,
      reader_name: '谁看的',
      reader_role: { title: '什么职务', words: roleInWords },
      subject_kind: ONLY_FOR_ORDER,
      subject_id: AS_ID,
      about: '为了哪件事',
      at: '什么时候',
    },
  }),
]

const OTHERS: PersonalArea['others'] = {
  'browser_sign_ins.person_id': '电脑登录的码，五分钟就没有了',
  'phone_codes.person_id': '短信验证码，十分钟就没有了',
  'memberships.decided_by': '是别人的住处；谁确认的，在「办过的事的记录」里',
  'memberships.objector_id': '是别人的住处；谁提的异议，在「办过的事的记录」里',
  'memberships.ended_by': '是别人的住处；谁说的，在「办过的事的记录」里',
  'role_grants.proposed_by': '是别人的职务；谁授予的，在「办过的事的记录」里',
  'role_grants.decided_by': '是别人的职务；谁确认的，在「办过的事的记录」里',
  'contact_readings.reader_id': '是别人的电话；谁看的，在「办过的事的记录」里',
}

const STAYS: PersonalArea['stays'] = {
  'people.person_id': '只剩一个没有称呼的编号，别的记录才对得上',
  'memberships.decided_by': '邻居的住处是谁确认的，以后核对要用',
  'memberships.objector_id': '邻居的住处是谁提的异议，以后核对要用',
  'memberships.ended_by': '邻居的住处是谁结束的，以后核对要用',
  'role_grants.person_id': '公家的职务谁担任过，以后也要查得到',
  'role_grants.proposed_by': '公家的职务是谁授予的，以后也要查得到',
  'role_grants.decided_by': '公家的职务是谁确认的，以后也要查得到',
  'contact_readings.reader_id': '邻居的电话是谁看的，邻居有权知道',
}

/** Who somebody is, where they live, what they agreed to, which offices they held. */
export const peopleData = (whenHomeLeft: HomeLeftEffects): PersonalArea => ({
  tables: TABLES,
  others: OTHERS,
  stays: STAYS,
  forget: (db, closing) => forgetPeople(db, whenHomeLeft, closing),
})

function roleInWords(role: Role | null): string {
  return role ? ROLE_LABELS[role] : ''
}
