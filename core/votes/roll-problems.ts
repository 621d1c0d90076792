import { areaInWords, countFigure } from './area'

/** What is wrong with a roll. While one of them blocks, no notice is given. */
export type RollProblem =
  | { kind: 'area_missing'; unitId: string; name: string; blocks: true }
  | { kind: 'unit_twice'; unitId: string; name: string; blocks: true }
  | { kind: 'owner_missing'; unitId: string; name: string; blocks: true }
  | { kind: 'owners_without_unit'; ownerIds: readonly string[]; blocks: false }
  | { kind: 'home_twice'; name: string; blocks: true }
  | { kind: 'sum_differs'; areaCentiM2: number; expectedAreaCentiM2: number; blocks: true }
  | { kind: 'area_too_large'; blocks: true }
  | { kind: 'applicant_missing'; blocks: true }
  | { kind: 'nobody'; blocks: true }

/** What is wrong, and what to do. Owners are counted, never named. */
export function rollProblemInWords(problem: RollProblem): string {
  switch (problem.kind) {
    case 'area_missing':
      return `「${problem.name}」没有面积：请社区在「名册和表格」里补上`
    case 'unit_twice':
      return `「${problem.name}」在名册上有两个：请社区在「名册和表格」里去掉多的那个`
    case 'owner_missing':
      return `「${problem.name}」已经交付，却没有业主：请社区在「名册和表格」里补上业主；还没交付的，改成未交付`
    case 'owners_without_unit':
      return `有 ${countFigure(problem.ownerIds.length)} 位业主名下没有算票的房子，这次没有票。要是漏了，请社区在「名册和表格」里补上`
    case 'home_twice':
      return `「${problem.name}」在名册上有两户：请社区在「名册和表格」里去掉多的那户`
    case 'sum_differs':
      return sumInWords(problem.areaCentiM2, problem.expectedAreaCentiM2)
    case 'area_too_large':
      return '面积加起来大得不对，没法算：请社区在「名册和表格」里看看，是不是哪一处多写了几位'
    case 'applicant_missing':
      return '名册上没有要改用途的那一套：请改草稿，重新选是哪一套'
    case 'nobody':
      return '名册上还没有人：请社区先在「名册和表格」里导入，或另选一个地方'
  }
}

function sumInWords(area: number, expected: number): string {
  const standing =
    area < expected ? `少了 ${areaInWords(expected - area)}` : `多了 ${areaInWords(area - expected)}`
  return `名册上的面积加起来是 ${areaInWords(area)}，和您填的总面积 ${areaInWords(expected)} 对不上，${standing}：请社区在「名册和表格」里核对；要是总面积填错了，就改过来`
}
