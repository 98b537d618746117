const shanghai = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' })

/** The day it is in China, ISO. */
export const shanghaiDay = (now: Date = new Date()): string => shanghai.format(now)
