import { plainHeading } from '../plain.ts'

/**
 * Headings over what is told of a person. A table that has one is refused as a whole: no sheet keeps persons, only posts, counts and organisations.
 * Names of organisations (单位名称) and counts (党员数) are none of these.
 */
const whole: ReadonlySet<string> = new Set([
  '姓名', '名字及姓名', '人员姓名', '党员姓名', '委员姓名', '联系人', '联系人姓名', '负责人', '负责人姓名', '法人姓名', '法定代表人', '书记姓名', '身份证', '手机', '民族', '宗教', '宗教信仰', '信仰', '籍贯', '出生日期', '出生年月', '生日', '性别', '政治面貌', '入党时间', '家庭住址', '微信号', '邮箱',
  'personname', 'nameofperson', 'fullname', 'firstname', 'lastname', 'surname', 'contactperson', 'idnumber', 'idcard', 'passport', 'mobile', 'mobilephone', 'mobilenumber', 'cellphone', 'ethnicity', 'ethnicgroup', 'religion', 'birthday', 'dateofbirth', 'gender', 'sex', 'homeaddress', 'email',
].map(plainHeading))

const within = /姓名|身份证|证件号|手机|民族|宗教信仰|出生(日期|年月)|家庭住址|身分證|民族别/

/** The heading tells of persons. */
export const isPersonal = (heading: string): boolean => whole.has(plainHeading(heading)) || within.test(heading.normalize('NFKC').replaceAll(/\s+/g, ''))
