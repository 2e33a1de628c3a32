/** Fixtures: the words that `makeForm` puts names together from. No name is meant to be anybody's. */

/** 160 characters that trade names like; three of them make a trade name, so there are 4,096,000. */
export const tradeCharacters: readonly string[] = [
  ...'安邦宝北柏博采昌晨诚春川达道德鼎东敦恩方芳飞丰福富港高格观光广桂国海涵汉航浩禾和恒弘宏虹鸿厚湖华桦辉汇惠吉佳嘉',
  ...'建健江捷金锦进京晶景敬靖九君俊凯康科可坤兰朗乐理力立利联良林凌龙隆鲁绿茂美明铭木沐南宁农诺鹏平普谦勤青清庆泉',
  ...'仁荣融瑞润森山善上尚深升盛时世舒双顺朔思松泰腾天通同拓万旺维文沃吾祥欣新信兴星雄旭轩雅延阳耀业一宜艺益',
]

export const surnames: readonly string[] = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张']
export const givenNames: readonly string[] = [
  ...[
    '江',
    '岚',
    '松',
    '梅',
    '柏',
    '荷',
    '远',
    '雪',
    '宁',
    '诺',
    '晓峰',
    '思齐',
    '若水',
    '雨桐',
    '长青',
    '明哲',
  ],
  ...['子衿', '景行', '怀瑾', '清扬', '知行', '云舒', '致远', '佳禾'],
]

export interface Place {
  readonly code: string
  readonly name: string
  readonly streets: readonly string[]
}

export const places: readonly Place[] = [
  { code: '220202', name: '昌邑区', streets: ['重庆街', '天津街', '解放东路', '中兴街'] },
  { code: '220203', name: '龙潭区', streets: ['遵义东路', '汉江街', '龙潭大街', '湘潭街'] },
  { code: '220204', name: '船营区', streets: ['解放大路', '德胜路', '北京路', '青岛街'] },
  { code: '220211', name: '丰满区', streets: ['吉林大街', '恒山路', '厦门街', '泰山路'] },
]

export interface LineOfBusiness {
  readonly industry: string
  readonly code: string
  readonly section: string
  /** Codes of the table of scope items; none with gate PRE. */
  readonly items: readonly string[]
  readonly importExport: boolean
}

export const linesOfBusiness: readonly LineOfBusiness[] = [
  line('餐饮', '6210', 'H', ['H621001', 'H624201', 'F522902', 'L728901']),
  line('进出口贸易', '5181', 'F', ['F518101', 'F518103', 'F516501', 'F517401'], true),
  line('企业管理咨询', '7243', 'L', ['L724301', 'L724901', 'L728901', 'L721101']),
  line('软件科技', '6513', 'I', ['I651301', 'I653101', 'I656001', 'M751901']),
  line('百货', '5211', 'F', ['F521101', 'F523201', 'F523901', 'F529201']),
  line('医疗器械', '5154', 'F', ['F515401', 'F515402', 'F525401', 'F523901']),
  line('家居', '5283', 'F', ['F528301', 'F516501', 'F527201', 'F529201']),
]

function line(
  industry: string,
  code: string,
  section: string,
  items: readonly string[],
  importExport = false,
): LineOfBusiness {
  return { industry, code, section, items, importExport }
}
