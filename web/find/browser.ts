/** Inside WeChat: nothing is installed or kept there, links to applications are swallowed, files are not downloaded; a picture is saved and sent by a long press, if it is written into the page. */
export const isWeChat = (userAgent: string = navigator.userAgent): boolean => /\bMicroMessenger\//i.test(userAgent)
