import type { Gender } from './scene.ts';

const women =
  /\b(?:wom[ae]n|girls?|lady|ladies|she|hers?|mother|mom|mommy|mum|wife|sister|daughter|granddaughter|grandma|grandmother|granny|ballerina|actress|witch|female)\b|女|妈|娘|姐|妹|姨|奶奶|外婆|老婆|姥姥|老太太|妻|她|花旦|仙子/iu;
const men =
  /\b(?:m[ae]n|boys?|schoolboy|he|his|him|father|dad|daddy|husband|brother|son|grandson|grandpa|grandfather|guy|monk|fireman|swordsman|fisherman|male)\b|男|爸|爷|哥(?!斯拉)|弟|叔|伯|老公|丈夫|(?<!吉)他(?!们)|少年|小伙|帅哥|儿子|孙子|外公|先生|姥爷|僧人/iu;

/** Whether a word speaks of a woman or of a man; null where of neither or of both. */
export function genderOf(text: string): Gender | null {
  const [isWoman, isMan] = [women.test(text), men.test(text)];
  if (isWoman === isMan) return null;
  return isWoman ? 'woman' : 'man';
}

/** Mothers and brothers do not make a couple with whoever is beside them. */
export const areRelatives = (text: string): boolean =>
  /mother|father|mom|mum|dad|sister|brother|妈|爸|姐|妹|哥|弟|叔|姨/iu.test(text);
