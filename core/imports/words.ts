/** Why a whole file can't be read, in words for who made it. */
export const FILE_WORDS = {
  empty: '文件里一行也没有。请照模板填好再传',
  unreadable: '这个文件打不开，可能传坏了，或设了密码。请用表格软件打开看看，另存一份再传',
  unpacksTooBig: '这个文件解开以后太大了。请分成几个文件传',
  tooManyRows: '行太多了，一次最多二十万行。请分成几个文件传',
  tooManyColumns: '列太多了，请只留模板里的列',
  tooManySheets: '表太多了，请只留模板里的表',
  unknownSheet: '不认识这张表，请删掉，或改成模板里的名称',
  sheetTwice: '这张表有两张，请合成一张',
  unknownHeadings: '第一行的标题和模板里哪张表都对不上。CSV 一个文件只放一张表，标题请照模板写',
  encoding: '这个文件里的字认不出来。请另存为 UTF-8 的 CSV，或 XLSX',
  csvBroken: '这一行的引号或逗号对不上，请用表格软件另存一份再传',
  merged: '有合并的单元格，请先取消合并，每一格都填上',
  formula: '这一格是公式，请换成算好的内容（复制，再选择性粘贴为数值）',
  errorCell: '这一格是表格软件算错的结果，请改成要写的内容',
  longNumber: '这个数太长，表格软件会改掉后面几位。请把这一列设成文本，再填一遍',
  cellTooLong: '这一格太长了，最多四百个字',
} as const
