import { screenEn } from './screen.en.ts'
import { screenBoardsEn } from './screenBoards.en.ts'
import { screenEmptyEn } from './screenEmpty.en.ts'
import { screenSpeakEn } from './screenSpeak.en.ts'
import { screenTourEn } from './screenTour.en.ts'

/** Everything the wall says, in English. */
export const enScreen = { ...screenEn, ...screenBoardsEn, ...screenEmptyEn, ...screenTourEn, ...screenSpeakEn }
