/** The device's own parts and what WeChat draws over a page, on a small mini-program by hand: each tapped, each heard. */
import path from 'node:path';
import type { Person } from './person';
import { openStudio, somebody } from './studio';

let person: Person;

// Before the studio closes.
afterAll(() => person.leaves());
openStudio(path.join(__dirname, 'fixture'));

const hears = (words: string): Promise<void> => person.sees(`听到：${words}`);

beforeAll(async () => {
  person = await somebody();
  person.phone.launch();
});

it('a tap goes up to whoever binds it, and no further than a catch', async () => {
  await person.taps('里面');
  await hears('inner');
  await person.taps('外面');
  await hears('outer');
});

it('what is typed is cut at its length, drawn by every template that reads it, and covers the placeholder', async () => {
  await person.sees('写名字');
  await person.writes('名字', '扎西卓玛啦');
  await person.sees('颜色 扎西卓玛');
  await person.seesNot('写名字');
});

it('switch, checkboxes and radios change by a tap on themselves or on their label', async () => {
  await person.taps('夜间');
  await hears('switch true');
  await person.taps('选 黄');
  await hears('checkbox ["1"]');
  await person.taps('选 蓝');
  await hears('checkbox ["1","2"]');
  await person.taps('单 黄');
  await hears('radio "1"');
  await person.taps('单 蓝');
  await hears('radio "2"');
});

it('a picker asks in a list from below; a time is typed there', async () => {
  await person.taps('挑颜色');
  await person.answers('蓝');
  await hears('picker 2');
  await person.taps('挑时间');
  await person.answers('确定');
  await hears('time "09:30"');
});

it('a form gives what its fields hold', async () => {
  await person.writes('谁', '央金');
  await person.presses('交');
  await hears('submit {"who":"央金"}');
});

it('WeChat’s own questions are drawn, and may be refused', async () => {
  await person.presses('手机号');
  await person.answers('拒绝');
  await hears('phone "getphonenumber:fail user deny"');
  await person.presses('手机号');
  await person.answers('允许');
  await hears('phone "phone-code"');
  await person.presses('问一问');
  await person.answers('取消');
  await hears('modal false');
  await person.presses('选一选');
  await person.answers('相册');
  await hears('sheet 相册');
  await person.presses('选一选');
  await person.answers('取消');
  await hears('sheet fail cancel');
  await person.presses('提示');
  await person.isTold('存好了');
});

it('a box that scrolls tells of its end', async () => {
  await person.swipesUp('第 2 行');
  await hears('lowest "bottom"');
});

it('a page without a bar of its own has WeChat’s, and its arrow leads back', async () => {
  await person.presses('下一页');
  await person.sees('到了');
  await person.isTold('第二页');
  await person.turnsBack();
  await person.sees('挑颜色');
});
