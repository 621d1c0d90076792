/** Words of the search. What kinds are called is core's. */
export const SEARCH = {
  title: '搜索',
  label: '找什么',
  placeholder: '如：楼道灯、停水、3单元',
  go: '找一找',
  missing: '先写两个字，再找。',
  failed: '没找成',
  start: '想找哪件事？',
  startText: '报过的事、说过的话和心愿、发过的通知，写两三个字就能找。',
  recent: '最近找过',
  forget: '清空',
  nothing: (query: string) => `没找到「${query}」`,
  nothingText: '换个说法再试，如「灯」「停水」；或只写楼号、单元号。',
  report: '报一件',
  found: (kind: string, title: string) => `${kind}，${title}`,
  again: (query: string) => `再找「${query}」`,
}
