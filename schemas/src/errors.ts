/**
 * The closed table of coded errors. A code is for ever: never renamed, never reused. `{name}` places are filled by
 * `issue()`. HTTP status is mapped in the gateway, exit codes in the command.
 */
interface Entry {
  readonly title: string
  readonly titleZh: string
  readonly en: string
  readonly zh: string
  readonly retryable: boolean
}

const entry = (title: string, titleZh: string, en: string, zh: string, retryable = false): Entry => ({
  title,
  titleZh,
  en,
  zh,
  retryable,
})

export const errorTable = {
  // Reading a message
  YB_MESSAGE_ENCODING: entry(
    'Not UTF-8',
    '不是 UTF-8',
    'The message is not valid UTF-8. Send UTF-8 text; convert GBK first.',
    '消息不是有效的 UTF-8 文本。请以 UTF-8 发送；GBK 须先转换。',
  ),
  YB_MESSAGE_JSON: entry(
    'Not JSON',
    '不是 JSON',
    'The message is not valid JSON: {reason}.',
    '消息不是有效的 JSON：{reason}。',
  ),
  YB_MESSAGE_TOO_LARGE: entry(
    'Too large',
    '消息过大',
    'The message has {size} bytes; at most {limit} are taken.',
    '消息有 {size} 字节，最多接收 {limit} 字节。',
  ),
  YB_MESSAGE_TOO_DEEP: entry(
    'Nested too deeply',
    '嵌套过深',
    'The message is nested deeper than {limit} levels.',
    '消息嵌套超过 {limit} 层。',
  ),
  YB_MESSAGE_ENVELOPE: entry(
    'Envelope is wrong',
    '信封有误',
    'Attribute {name}: {reason}.',
    '属性 {name}：{reason}。',
  ),
  YB_MESSAGE_RESERVED: entry(
    'Attribute of the exchange',
    '交换平台专用属性',
    'Only the exchange sets {name}. Leave it out.',
    '{name} 只能由交换平台设置，请去掉。',
  ),
  YB_TYPE_UNKNOWN: entry(
    'Unknown event type',
    '未知的事件类型',
    'There is no event type {type}. See /schemas for those there are.',
    '没有事件类型 {type}。现有类型见 /schemas。',
  ),
  YB_SCHEMA: entry(
    'Does not fit the schema',
    '不符合数据结构',
    '{pointer}: {reason}.',
    '{pointer}：{reason}。',
  ),
  YB_TIME_FUTURE: entry(
    'Time in the future',
    '时间在未来',
    'time {time} is more than {seconds} s ahead of the exchange. Set your clock by the national time service.',
    'time {time} 比交换平台时间超前 {seconds} 秒以上。请校准时钟。',
  ),
  // Text and identifiers
  YB_TEXT: entry('Text is not acceptable', '文本不合规', '{reason}', '{reason}'),
  YB_IDENTIFIER: entry('Identifier is wrong', '标识码有误', '{reason}', '{reason}'),
  // Form rules
  YB_FORM_RULE: entry('The form contradicts itself', '表单自相矛盾', '{reason}', '{reason}'),
  // Who may say what
  YB_SOURCE_MISMATCH: entry(
    'Wrong sender for the topic',
    '来源与主题不符',
    'source {source} came in on the topic of {participant}. Publish to your own topic.',
    '来源 {source} 从 {participant} 的主题发来。请发往本单位的主题。',
  ),
  YB_PARTICIPANT_UNKNOWN: entry(
    'Unknown participant',
    '未知的接入单位',
    'There is no participant {participant}.',
    '没有接入单位 {participant}。',
  ),
  YB_NOT_YOURS_TO_SAY: entry(
    'Not yours to say',
    '无权发布',
    '{participant} may not say {type}{detail}.',
    '{participant} 无权发布 {type}{detail}。',
  ),
  YB_FIELD_NOT_OWNED: entry(
    'Field of another department',
    '非本部门字段',
    '{path} is written by {owner}, not by {participant}. Dispute the value instead.',
    '{path} 由 {owner} 填写，{participant} 不能写。如有异议，请提出疑义。',
  ),
  // The record and the filing
  YB_RECORD_UNKNOWN: entry(
    'No such record',
    '没有此档案',
    'There is no record {record}.',
    '没有档案 {record}。',
  ),
  YB_RECORD_EXISTS: entry(
    'Record exists',
    '档案已存在',
    'Record {record} exists; a set-up opens a new one.',
    '档案 {record} 已存在；设立登记须新开档案。',
  ),
  YB_FILING_UNKNOWN: entry(
    'No such filing',
    '没有此办件',
    'There is no filing {filing}.',
    '没有办件 {filing}。',
  ),
  YB_FILING_CLOSED: entry(
    'Filing has ended',
    '办件已办结',
    'Filing {filing} has ended ({state}); nothing more can be done in it.',
    '办件 {filing} 已{stateZh}，不能再办理。',
  ),
  YB_FILING_REGISTERED: entry(
    'Enterprise is registered',
    '企业已登记',
    'Filing {filing} cannot be withdrawn: the enterprise is registered. Deregister it instead.',
    '办件 {filing} 不能撤回：企业已经登记。请办理注销。',
  ),
  YB_APPROVAL_UNKNOWN: entry(
    'No such approval',
    '没有此审批',
    'Filing {filing} has no approval {approval}.',
    '办件 {filing} 没有审批 {approval}。',
  ),
  YB_APPROVAL_NOT_YOURS: entry(
    'Approval of another participant',
    '非本单位审批',
    '{approval} is with {owner}, not with {participant}.',
    '{approval} 由 {owner} 办理，不归 {participant}。',
  ),
  YB_APPROVAL_STATE: entry(
    'Approval is in another state',
    '审批状态不符',
    '{approval} is {state}; {type} needs {needed}.',
    '{approval} 现为 {state}；{type} 要求 {needed}。',
  ),
  YB_APPROVAL_ROUND: entry(
    'Wrong round',
    '轮次不符',
    '{approval} is in round {actual}; the message speaks of round {given}.',
    '{approval} 现为第 {actual} 轮；消息所指为第 {given} 轮。',
  ),
  YB_APPROVAL_KIND: entry(
    'Wrong kind of decision',
    '决定类型不符',
    '{approval} is of kind {kind}; say {needed}.',
    '{approval} 属 {kind}，应发布 {needed}。',
  ),
  YB_ACCEPTED_ALREADY: entry(
    'Accepted already',
    '已受理',
    '{approval} counts as accepted since {on}. Decide it; an acceptance cannot be given twice.',
    '{approval} 已于 {on} 受理（含视为受理），不得重复受理，请作出决定。',
  ),
  YB_EXCLUSION_GROUND: entry(
    'Time counts all the same',
    '不属于可扣除的期间',
    '{ground} does not stop the clock of {approval}: only what 行政许可法 45 names and the item allows does.',
    '{ground} 不能扣除 {approval} 的时限：仅限行政许可法第四十五条列举且本事项适用的情形。',
  ),
  YB_EXCLUSION_NOTICE: entry(
    'Exclusion is out of order',
    '扣除期间不成立',
    'Notice {notice} of {approval}: {reason}.',
    '{approval} 的告知文书 {notice}：{reason}。',
  ),
  YB_EXTENSION: entry(
    'Cannot be extended so',
    '不可如此延长',
    '{subject} cannot be extended by this: {reason}.',
    '{subject} 不可如此延长：{reason}。',
  ),
  YB_NOT_RESPONSIBLE: entry(
    'Somebody else is responsible',
    '责任人不符',
    '{filing} is with {actual}, not with {given}. Look at the filing again.',
    '{filing} 现由 {actual} 负责，不是 {given}，请重新查看办件。',
  ),
  YB_FEE_UNKNOWN: entry(
    'No such fee',
    '没有此收费项',
    '{approval} has {count} fees in its catalogue entry; number {fee} is not among them.',
    '{approval} 的目录中有 {count} 项收费，没有第 {fee} 项。',
  ),
  YB_CASE_UNKNOWN: entry(
    'No such case',
    '没有此问责案',
    'There is no open accountability case {case}.',
    '没有未结的问责案 {case}。',
  ),
  YB_NOTHING_TO_UNDO: entry(
    'Nothing to undo',
    '无须善后',
    '{approval} had not acted when its filing was withdrawn, or has been undone already.',
    '{approval} 在办件撤回前未作出处理，或已完成善后。',
  ),
  YB_DISCRETION: entry(
    'Outside the public discretion',
    '超出公开的裁量',
    '{rule} with the range “{range}” is not among the discretion that {item} has made public. Name one of its rules with its range.',
    '{item} 公开的裁量中没有依据“{rule}”、幅度“{range}”。请引用已公开的依据及其幅度。',
  ),
  YB_REFUSAL_NOT_ALLOWED: entry(
    'Cannot be refused',
    '不可作出不予决定',
    '{approval} is of kind {kind}; nobody decides it, it is recorded.',
    '{approval} 属 {kind}，无须决定，仅作记录。',
  ),
  YB_NO_PARTICIPANT: entry(
    'Nobody serves an item',
    '事项无接入单位',
    '{item} applies, and no participant serves {department} in division {division}.',
    '适用事项 {item}，但区划 {division} 内没有接入单位承办 {department}。',
  ),
  YB_NOTHING_ASKED: entry(
    'Nothing was asked',
    '未要求补正',
    '{path} was not asked for in round {round} of {approval}.',
    '{approval} 第 {round} 轮补正未要求 {path}。',
  ),
  // Life after the set-up
  YB_RECORD_STATUS: entry(
    'Not in this status',
    '登记状态不适用',
    'The record has status {status}{flags}; “{process}” is not for it. Look at its status first.',
    '该主体登记状态为 {status}{flags}，不适用“{process}”。请先核对其状态。',
  ),
  YB_STATUS_VALUE: entry(
    'Another status follows',
    '状态值不符',
    'After {type} the status is {expected}; {given} was given. Give {expected}.',
    '{type} 之后的登记状态应为 {expected}，所给为 {given}。请改为 {expected}。',
  ),
  YB_STATUS_BY_EVENT: entry(
    'The status has events of its own',
    '登记状态须以专门事件变更',
    'The registry status changes by its own events alone, such as enterprise.deregistered; leave /status out of {type}.',
    '登记状态只能由专门事件变更（如 enterprise.deregistered），请从 {type} 中去掉 /status。',
  ),
  YB_FILING_PENDING: entry(
    'Another application is undecided',
    '已有申请在办',
    'Filing {filing} ({process}) of this record is not decided yet. Wait for it or withdraw it.',
    '该档案的办件 {filing}（{process}）尚未作出决定。请等待或先撤回。',
  ),
  YB_NOT_OF_PROCESS: entry(
    'Not a matter of this process',
    '不属于本流程',
    '{path} cannot be changed by “{process}”. Leave it out or apply under the process that it belongs to.',
    '{path} 不能通过“{process}”变更。请去掉该项，或按其所属流程申请。',
  ),
  YB_APPLICATION: entry(
    'The application is not complete',
    '申请内容不完整',
    'For “{process}”: {reason}',
    '“{process}”：{reason}',
  ),
  YB_PERIOD: entry('Period is wrong', '期间有误', 'Period: {reason}', '期间：{reason}'),
  YB_RULE: entry('A rule is not met', '不符合规则', '{reason} ({rule})', '{reason}（{rule}）'),
  YB_OBJECTION: entry('No objection now', '现不可提出异议', '{reason}', '{reason}'),
  YB_CORRECTS: entry(
    'Names another event',
    '所撤销的事件有误',
    '`corrects` must name {expected}, which stands; {given} was given.',
    '“corrects”应为现行有效的 {expected}，所给为 {given}。',
  ),
  // Materials
  YB_MATERIAL_NOT_TAKEN: entry(
    'Material that nobody takes',
    '无需提交的材料',
    '{material} is handed in for no item here. Leave it out; the catalogue lists what is: {known}.',
    '此处没有事项需要提交材料 {material}。请去掉；事项目录所列可提交的有：{known}。',
  ),
  YB_MATERIAL_REQUIRED: entry(
    'Material is missing',
    '缺少材料',
    '{item} needs the material {material}. Hand it in with the filing.',
    '{item} 要求提交材料 {material}，请随申请一并提交。',
  ),
  YB_ALREADY_HELD: entry(
    'Already held',
    '已有材料，不得重复索要',
    '{material} comes from {from}: whoever filed is not asked for it again (市场主体登记管理条例 16(3), 在线政务服务若干规定 7). Take it from your feed.',
    '{material} 取自{fromZh}，不得要求申请人重复提供（市场主体登记管理条例第十六条第三款、国务院关于在线政务服务的若干规定第七条）。请从推送中获取。',
  ),
  YB_MATERIAL_MISSING: entry(
    'File not handed in',
    '文件尚未上传',
    'The file {digest} is not here in full from this account. Upload it to /v1/materials/{digest}, then send this again.',
    '本账号尚未完整上传文件 {digest}。请先上传至 /v1/materials/{digest}，再重新提交。',
  ),
  YB_MATERIAL_DIFFERS: entry(
    'File is not as declared',
    '文件与所述不符',
    '{name} is declared as {declared}; by its content it is {actual}. Declare it so, or hand in the right file.',
    '{name} 所述为 {declared}，按内容实为 {actual}。请更正，或提交正确的文件。',
  ),
  YB_MATERIAL_UNKNOWN: entry(
    'No such material',
    '没有此材料',
    'There is no material {digest}.',
    '没有材料 {digest}。',
  ),
  YB_MATERIAL_TOO_LARGE: entry(
    'File is too large',
    '文件过大',
    'A file may have {limit} bytes at most. Make it smaller, e.g. by scanning at a lower resolution.',
    '文件最大 {limit} 字节。请缩小文件，如降低扫描分辨率。',
  ),
  YB_MATERIAL_DIGEST: entry(
    'File has another digest',
    '文件摘要不符',
    'What was uploaded has the digest {actual}, not {digest}. It was dropped; upload the file again from the start.',
    '已上传内容的摘要为 {actual}，不是 {digest}。内容已丢弃，请从头重新上传。',
  ),
  YB_MATERIAL_TYPE: entry(
    'Type of file not taken',
    '不接受的文件类型',
    'By its content the file is {actual}; taken are {allowed}. Convert it.',
    '按内容判断，文件类型为 {actual}；可接受 {allowed}。请转换格式。',
  ),
  YB_UPLOAD_OFFSET: entry(
    'Upload stands elsewhere',
    '上传位置不符',
    'The upload stands at {actual}, not at {given}. Go on from there.',
    '已上传至 {actual}，不是 {given}。请由该处继续。',
  ),
  YB_STALE: entry(
    'The record has moved on',
    '档案已更新',
    '{path} changed at revision {revision}, after revision {basedon} that you had seen. Read the record again.',
    '{path} 已在第 {revision} 版变更，晚于所依据的第 {basedon} 版。请重新读取。',
  ),
  YB_IDENTIFIER_TAKEN: entry(
    'Identifier is taken',
    '标识已被占用',
    '{identifier} belongs to another record.',
    '{identifier} 已属其他档案。',
  ),
  YB_NAME_PROTECTED: entry(
    'Name is protected',
    '名称在保护期内',
    '{name} was given up less than a year ago and is protected to {until} (企业名称登记管理规定 17). Choose another name, or apply after that day.',
    '{name} 原属企业注销或变更未满一年，保护至 {until}（企业名称登记管理规定第十七条）。请另选名称，或在该日之后申请。',
  ),
  YB_MESSAGE_ID_REUSED: entry(
    'Message id used before',
    '消息编号已被使用',
    'Message id {id} was used for other content. Give every message its own id.',
    '消息编号 {id} 已用于其他内容。每条消息须用新编号。',
  ),
  YB_NOT_REGISTERED: entry(
    'Not registered yet',
    '尚未登记',
    'Record {record} is not registered; {type} is possible only afterwards.',
    '档案 {record} 尚未登记，登记后才能 {type}。',
  ),
  YB_FIXTURE_IN_PRODUCTION: entry(
    'Fixture in production',
    '生产环境中的测试标识',
    '{identifier} is a test identifier; this history is in production.',
    '{identifier} 是测试标识；本历史为生产环境。',
  ),
  YB_USCC_FINAL: entry(
    'The code never changes',
    '统一代码终身不变',
    'The unified social credit code, once issued, cannot change.',
    '统一社会信用代码终身不变，不能更改。',
  ),
  YB_NOT_DELEGATED: entry(
    'Not delegated',
    '未获授权',
    'Officer {officer} of {participant} may not decide {item} on {date}. Let an officer decide who may, or have an operator publish the delegation.',
    '{participant} 的经办人 {officer} 在 {date} 无权办理 {item}。请由获授权的经办人办理，或由操作员发布授权。',
  ),
  // Publications of reference data
  YB_PUBLICATION: entry('The publication does not hold', '发布内容不成立', '{reason}', '{reason}'),
  YB_PUBLICATION_VERSION: entry(
    'Not the next version',
    '版本不连续',
    '{stream} stands at version {latest}; publish version {next}, not {given}.',
    '{stream} 现为第 {latest} 版，应发布第 {next} 版，而非第 {given} 版。',
  ),
  YB_ITEM_INCOMPLETE: entry(
    'A fact that must be public is missing',
    '公开要素不完整',
    '{pointer} says nothing, and all eight facts of an item and of its fees must be public (行政许可法 30, 58). Write what applies, or that nothing does.',
    '{pointer} 没有内容；事项与收费“八公开”须逐项填写（行政许可法第三十条、第五十八条）。不适用的请写明不适用。',
  ),
  YB_PROMISE_TOO_LONG: entry(
    'The promise is too long',
    '承诺时限过长',
    '{promised} promised of {statutory} by law is more than half (承诺件审批时限提速 50%). Promise half or less.',
    '法定 {statutoryZh}、承诺 {promisedZh}，超过一半（承诺件审批时限提速 50%）。请承诺不超过一半。',
  ),
  YB_EXTENSION_TOO_LONG: entry(
    'The extension is too long',
    '延长期限过长',
    'An extension of {given} is more than the {most} that the law allows ({basis}). Shorten it.',
    '延长 {givenZh} 超过法律允许的 {mostZh}（{basisZh}）。请缩短。',
  ),
  YB_CALENDAR: entry(
    'A day of the calendar is wrong',
    '日历日期有误',
    '{date}: {reason}.',
    '{date}：{reasonZh}。',
  ),
  // Requests
  YB_REQUEST: entry('Request is wrong', '请求有误', '{reason}', '{reason}'),
  YB_IDEMPOTENCY_KEY_MISSING: entry(
    'Idempotency-Key missing',
    '缺少 Idempotency-Key',
    'Send an Idempotency-Key header, so that a retry cannot file twice.',
    '请携带 Idempotency-Key 请求头，以免重试时重复申报。',
  ),
  YB_IDEMPOTENCY_KEY_REUSED: entry(
    'Idempotency-Key used before',
    'Idempotency-Key 已被使用',
    'This Idempotency-Key was used with another body. Use a new one.',
    '此 Idempotency-Key 已用于其他内容，请换用新的。',
  ),
  YB_UNAUTHENTICATED: entry('Who are you?', '未认证', 'Send a bearer token.', '请携带访问令牌。'),
  YB_FORBIDDEN: entry(
    'Not allowed',
    '无权访问',
    '{principal} may not do this.',
    '{principal} 无权进行此操作。',
  ),
  YB_HOST: entry(
    'Another host was meant',
    '主机名不符',
    'This exchange does not answer for the host of the request. Use the address that it was started with.',
    '本平台不以请求中的主机名提供服务。请使用启动时给出的地址。',
  ),
  YB_MEDIA_TYPE: entry(
    'Media type not taken',
    '不支持的内容类型',
    'Send the body as application/json in UTF-8.',
    '请以 application/json（UTF-8）发送请求体。',
  ),
  YB_NOT_FOUND: entry('Not found', '未找到', 'There is nothing at {path}.', '{path} 不存在。'),
  YB_CURSOR: entry(
    'Cursor does not fit',
    '游标无效',
    'The cursor {reason}. Start again without it.',
    '游标{reason}。请去掉游标重新开始。',
  ),
  YB_POSITION_FUTURE: entry(
    'Position in the future',
    '位置在未来',
    'Position {position} is beyond the head {head}.',
    '位置 {position} 超过末尾 {head}。',
  ),
  YB_JOB_UNKNOWN: entry('No such job', '没有此任务', 'There is no job {job}.', '没有任务 {job}。'),
  YB_PLAN_STALE: entry(
    'Plan does not fit',
    '方案已失效',
    'The plan {plan} does not fit what would happen now. Ask for a new plan.',
    '方案 {plan} 与现状不符，请重新生成方案。',
  ),
  YB_REBUILD_DIFFERS: entry(
    'The rebuilt copy differs',
    '重建结果不一致',
    '{count} views differ between the live copy and the rebuilt one. The live copy stays.',
    '重建副本与现用副本有 {count} 处不同。仍用现有副本。',
  ),
  YB_BUSY: entry('Busy', '繁忙', '{reason} Try again.', '{reason} 请稍后重试。', true),
  YB_UNAVAILABLE: entry('Not available', '不可用', '{reason}', '{reason}', true),
  YB_INTERNAL: entry(
    'Fault of the exchange',
    '平台内部错误',
    'Something failed inside the exchange; reference {reference}.',
    '平台内部出错，编号 {reference}。',
    true,
  ),
  // Configuration and the data folder
  YB_CONFIGURATION: entry('Configuration is wrong', '配置有误', '{reason}', '{reason}'),
  YB_DATA_FOLDER_IN_USE: entry(
    'Data folder in use',
    '数据目录使用中',
    '{folder} is in use by a running exchange (process {pid}). Stop it, or give another --data.',
    '{folder} 正被运行中的交换平台（进程 {pid}）使用。请先停止它，或用 --data 指定其他目录。',
  ),
  YB_DATA_FOLDER_NEWER: entry(
    'Data of a newer version',
    '数据版本较新',
    '{folder} was written by a newer version. Upgrade Yibiao.',
    '{folder} 由更新的版本写入。请升级 Yibiao。',
  ),
  YB_HISTORY_RESTORED: entry(
    'History went back',
    '历史被回退',
    '{what} is beyond the head of the history: a restored copy. An operator must open a new epoch.',
    '{what} 超过历史末尾：可能是恢复的副本。须由操作员开启新纪元。',
  ),
  YB_UNREACHABLE: entry(
    'No exchange found',
    '找不到交换平台',
    'No running exchange at {where}. Start one with: npm start',
    '{where} 没有运行中的交换平台。启动：npm start',
    true,
  ),
} as const satisfies Record<string, Entry>

export type ErrorCode = keyof typeof errorTable
