import { MEMBER_STATE_LABELS, VOLUNTEER_STATE_LABELS } from '#core/organisations'
import { AS_ID, personalTable, SOMEBODY_ELSE, type PersonalArea } from '#server/platform/personal-data'
import { forgetOrganisations } from './forget-organisations'
import type { MemberLeftListeners } from './member-left'

/** Which organisations somebody asked to join or was in, and when they asked to be a volunteer. */
export const organisationData = (memberLeft: MemberLeftListeners): PersonalArea => ({
  tables: [
    personalTable({
      table: 'organisation_members',
      title: '互助组织',
      mine: ['person_id'],
      order: ['member_id'],
      columns: {
        community_id: AS_ID,
        member_id: AS_ID,
        organisation_id: AS_ID,
        person_id: AS_ID,
        state: { title: '现在', words: (value) => MEMBER_STATE_LABELS[value] },
        note: '附言',
        reason: '为什么',
        asked_at: '什么时候申请的',
        decided_by: SOMEBODY_ELSE,
      },
    }),
    personalTable({
      table: 'volunteer_requests',
      title: '申请当志愿者',
      mine: ['person_id'],
      order: ['request_id'],
      columns: {
        community_id: AS_ID,
        request_id: AS_ID,
        person_id: AS_ID,
        state: { title: '结果', words: (value) => VOLUNTEER_STATE_LABELS[value] },
        note: '附言',
        reason: '为什么',
        asked_at: '什么时候申请的',
        decided_by: SOMEBODY_ELSE,
        grant_id: AS_ID,
      },
    }),
  ],
  others: {
    'organisations.created_by': '组织是大家的；谁建的，在「办过的事的记录」里',
    'organisation_members.decided_by': '是别人的申请；谁答复的，在「办过的事的记录」里',
    'volunteer_requests.decided_by': '是别人的申请；谁答复的，在「办过的事的记录」里',
  },
  stays: {
    'organisations.created_by': '办公时建的组织还在，要查得到是谁建的',
    'organisation_members.decided_by': '别人的申请是谁答复的，以后核对要用',
    'volunteer_requests.decided_by': '别人的申请是谁答复的，以后核对要用',
  },
  forget: (db, closing) => forgetOrganisations(db, memberLeft, closing),
})
