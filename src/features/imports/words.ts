import { IMPORT_PROBLEMS, type ImportState, type SheetCountsView } from '#core/imports'

/** Every sentence of bringing tables in and taking them out. */
export const IMPORTS = {
  title: '名册和表格',
  failed: '没打开表格',
  choose: '哪个社区',
  upload: '选一个表格导入',
  uploading: '正在传…',
  how: '先下载模板，照着填好再传。传上来先核对，您看过没问题再导入，这之前什么也不会改。',
  fromChat: '微信里从聊天记录选：先把表格发给「文件传输助手」或任何一个群。',
  template: '下载空白模板',
  templateText: '每一列怎么填，模板里有说明',
  exportTitle: '导出现在的',
  exportAll: '全部',
  exportText: '和模板一样的表，改好了可以再导入',
  exportTextOthers: (titles: string) =>
    `和模板一样的表，改好了可以再导入；${titles}请交给管理员导入，自己导入前从文件里删掉`,
  exportAsk: '导出的表里有姓名和电话',
  exportAskText: '请只在工作里用，用完删掉。这次导出会记下来。',
  exportYes: '导出',
  exportNo: '先不导',
  exportFile: '社区名册.xlsx',
  templateFile: '导入模板.xlsx',
  history: '导入过的',
  empty: '还没导入过表格',
  emptyText: '第一次：下载模板，填上小区、楼栋和户，再填业主和住户。',
  by: (name: string, day: string) => `${name} · ${day}`,
  noCommunity: '还没有社区',
  noCommunityText: '区里建好社区以后，这里就能选。',
}

export const IMPORT_STATE_WORDS: Record<ImportState, string> = {
  checking: '正在核对',
  bad: '有的行不对，没有导入',
  ready: '核对好了，等您导入',
  applying: '正在导入',
  applied: '导入好了',
  failed: '没导成，什么都没改',
  expired: '放太久，文件删掉了',
}

export const IMPORT_DETAIL = {
  title: '导入表格',
  failed: '没打开这个表格',
  missing: '没找到这个表格',
  missingText: '请回到名册和表格，再选一次。',
  read: (done: number) => `读了 ${done} 行`,
  written: (done: number, total: number) => `写了 ${done} / ${total} 行`,
  waitText: '可以先去忙别的，回来再看。',
  lookAgain: '情况变了，请再看一遍',
  lookAgainText: '您核对以后，别处改了数据，还什么都没写进去。下面是现在会改的，没问题再按一次导入。',
  whatChanges: '会改什么',
  whatChanged: '改了什么',
  nothing: '和现在的一样，不用导入。',
  left: '表里没写的，原来怎样还怎样。',
  problems: (count: number) => (count > IMPORT_PROBLEMS ? `${IMPORT_PROBLEMS} 多处要改` : `${count} 处要改`),
  problemsText: '一行也没写进去。照下面改好表格，再传一次。',
  fileProblem: '整个文件',
  row: (row: number) => `第 ${row} 行`,
  problemsFailed: '没打开要改的地方',
  apply: '导入',
  applying: '正在开始…',
  again: '再传一个',
  back: '回到名册和表格',
  notYours: '这个表格里有的表不归您导入，请交给该导入的人。',
}

/** 新增 3，改动 1，结束 0，不变 20: what a file does to one sheet; zeros are left out. */
export function countsInWords({ added, changed, ending, unchanged }: SheetCountsView): string {
  const parts = [
    added > 0 && `新增 ${added}`,
    changed > 0 && `改动 ${changed}`,
    ending > 0 && `结束 ${ending}`,
    unchanged > 0 && `不变 ${unchanged}`,
  ].filter(Boolean)
  return parts.join('，') || '没有行'
}
