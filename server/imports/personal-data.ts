import { FORM, OWNER_KIND_LABELS, type Sheet } from '#core/imports'
import { RELATION_LABELS } from '#core/people'
import { ROLE_LABELS } from '#core/permissions'
import {
  AS_ID,
  dayOf,
  leftOut,
  ONLY_FOR_ORDER,
  personalTable,
  type PersonalArea,
  SOMEBODY_ELSE,
  type Reading,
} from '#server/platform/personal-data'
import { aboutEntry, aboutOwner } from './standing'

const SECRET = leftOut('用来核对的密文，读不出内容')

/**
 * Tables somebody brought in, and what the lists say under their verified phone. Such a phone may stand beside another's
 * name (a child's beside the mother's; a number that somebody else had before): of names only the first sign is shown.
 */
export const importData: PersonalArea = {
  tables: [
    personalTable({
      table: 'imports',
      title: '导入过的表格',
      mine: ['person_id'],
      order: ['import_id'],
      columns: {
        community_id: AS_ID,
        import_id: AS_ID,
        person_id: AS_ID,
        by_name: '当时的称呼',
        role: { title: '以什么职务', words: (value) => (value ? ROLE_LABELS[value] : '') },
        sheets: { title: '有哪些表', words: (value) => value.map(titleOf).join('、') },
        format: AS_ID,
        state: AS_ID,
        counts: AS_ID,
        problem_count: { title: '有几处不对', words: String },
        file_kept: ONLY_FOR_ORDER,
        created_at: '什么时候传的',
        applied_at: '什么时候导入的',
        applied_by: SOMEBODY_ELSE,
        applied_role: ONLY_FOR_ORDER,
        preview_changed: ONLY_FOR_ORDER,
      },
    }),
    personalTable({
      table: 'roll_entries',
      title: '住户名册上登记的（按我的手机号）',
      mine: [],
      minePhone: 'phone_index',
      order: ['entry_id'],
      columns: {
        community_id: AS_ID,
        entry_id: AS_ID,
        home_id: AS_ID,
        name_sealed: { title: '登记的姓名' },
        relation: { title: '是这户的什么人', words: (value) => RELATION_LABELS[value] },
        is_adult: { title: '已满 18 岁', words: (value) => (value ? '是' : '否') },
        phone_sealed: { title: '手机号' },
        phone_index: SECRET,
        ends_on: '到哪天为止',
        created_at: '什么时候登记的',
      },
      read: (row, reading) => ({
        ...opened(row, aboutEntry(row.entry_id), reading),
        ends_on: row.ends_on && dayOf(row.ends_on),
      }),
    }),
    personalTable({
      table: 'owners',
      title: '业主名册上登记的（按我的手机号）',
      mine: [],
      minePhone: 'phone_index',
      order: ['owner_id'],
      columns: {
        community_id: AS_ID,
        owner_id: AS_ID,
        kind: { title: '是哪一类业主', words: (value) => OWNER_KIND_LABELS[value] },
        number: '作为业主的编号',
        name_sealed: { title: '登记的名称' },
        phone_sealed: { title: '手机号' },
        phone_index: SECRET,
        created_at: '什么时候登记的',
      },
      read: (row, reading) => opened(row, aboutOwner(row.owner_id), reading),
    }),
  ],
  others: {
    'imports.applied_by': '表格是别人传的；是谁按的导入，写在操作记录里',
    'owners.owner_id': '是名册上的编号，不是账号；登记了我手机号的，在「业主名册上登记的」里',
    'ownerships.owner_id': '是名册上的编号，不是账号；哪处房子是谁的，请找社区核对',
  },
  stays: {
    'imports.person_id': '表格是办公时导入的，是谁导入的，以后也要查得到',
    'imports.applied_by': '表格是办公时导入的，是谁导入的，以后也要查得到',
  },
}

const titleOf = (sheet: Sheet): string => FORM[sheet].title

interface Sealed {
  name_sealed: Buffer | null
  phone_sealed: Buffer | null
}

function opened({ name_sealed: name, phone_sealed: phone }: Sealed, about: string, { contactBox }: Reading) {
  return {
    name_sealed: name && firstSign(contactBox.open(name, about)),
    phone_sealed: phone && contactBox.open(phone, about),
  }
}

/** 陈梅 → 陈＊ */
const firstSign = (name: string): string => `${Array.from(name)[0] ?? ''}＊`
