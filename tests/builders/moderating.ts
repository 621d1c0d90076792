import type { TestServer } from '../api/test-server'
import type { Neighbourhood, SignedInPerson } from './neighbourhood'
import { listInboxEndpoint } from '#core/inbox'
import {
  appealEndpoint,
  decideCaseEndpoint,
  listCasesEndpoint,
  listHiddenEndpoint,
  reportWordsEndpoint,
  type CaseDecision,
  type Concern,
} from '#core/moderation'

/** Reporting, deciding and appealing through the API, in the first community of a neighbourhood. */
export function moderating(server: () => TestServer, place: () => Neighbourhood) {
  const here = () => ({ communityId: place().community.communityId })
  return {
    here,
    report: (by: SignedInPerson, postId: string, more: { category?: Concern; note?: string } = {}) =>
      server().call(reportWordsEndpoint, {
        as: by.token,
        params: here(),
        body: { target: { kind: 'post', id: postId }, category: 'insult', ...more },
      }),
    queue: async (by: SignedInPerson) =>
      (await server().ok(listCasesEndpoint, { as: by.token, params: here(), query: {} })).items,
    decide: (by: SignedInPerson, caseId: string, decision: CaseDecision, reason?: string) =>
      server().call(decideCaseEndpoint, {
        as: by.token,
        params: { ...here(), caseId },
        body: { decision, ...(reason ? { reason } : {}) },
      }),
    hiddenOf: async (of: SignedInPerson) =>
      (await server().ok(listHiddenEndpoint, { as: of.token, params: here(), query: {} })).items,
    appeal: (by: SignedInPerson, caseId: string, note = '我没骂人') =>
      server().call(appealEndpoint, { as: by.token, params: { ...here(), caseId }, body: { note } }),
    kindsFor: async (of: SignedInPerson) =>
      (await server().ok(listInboxEndpoint, { as: of.token, params: here(), query: {} })).items.map(
        ({ kind }) => kind,
      ),
  }
}
