// The browser suite: the production H5 build in Chromium against a running demo server (BASE_URL), journeys first, then reading.
import process from 'node:process';
import { launch } from './browser.mjs';
import { atTheCounter } from './journeys/at-the-counter.mjs';
import { byTelephone } from './journeys/by-telephone.mjs';
import { cardsOnPaper } from './journeys/cards-on-paper.mjs';
import { checkInByCode } from './journeys/check-in-by-code.mjs';
import { deskAndLanguage } from './journeys/desk-and-language.mjs';
import { fromASpreadsheet } from './journeys/from-a-spreadsheet.mjs';
import { outsideHelp } from './journeys/outside-help.mjs';
import { photosAndVoice } from './journeys/photos-and-voice.mjs';
import { questionAndSurvey } from './journeys/question-and-survey.mjs';
import { rulesAndHands } from './journeys/rules-and-hands.mjs';
import { setUpFromNothing } from './journeys/set-up.mjs';
import { weakNetworkWithMedia } from './journeys/weak-network-with-media.mjs';
import { weakNetwork } from './journeys/weak-network.mjs';
import { wholeWay } from './journeys/whole-way.mjs';
import { readableEverywhere } from './reading.mjs';
import { choose, finish } from './scenarios.mjs';

choose(process.argv.slice(2));
const browser = await launch();
try {
  const journeys = [
    wholeWay,
    byTelephone,
    photosAndVoice,
    outsideHelp,
    questionAndSurvey,
    rulesAndHands,
    weakNetwork,
    weakNetworkWithMedia,
    deskAndLanguage,
    fromASpreadsheet,
    cardsOnPaper,
    atTheCounter,
    checkInByCode,
    setUpFromNothing,
  ];
  for (const journey of [...journeys, readableEverywhere]) await journey(browser);
} finally {
  await browser.close();
}
process.exitCode = finish();
