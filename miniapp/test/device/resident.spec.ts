/** The resident's way on the production build: from the printed card to the last word, in both languages and in the largest type. */
import { colleagueVerifies, idOf, residentFiled, residentFiles, workerHandles } from './colleagues';
import { demo, nameOf } from './server';
import { openStudio, somebody } from './studio';

openStudio();

const now = Date.now();

const TIBETAN = /[\u0f40-\u0fbc]{3}/;

it('a guest scans the card, files in three taps and one sentence, and finds it again by number and code', async () => {
  const { cardUrl } = await demo();
  const words = `楼道灯坏了三天 ${now}`;
  const guest = await somebody();
  guest.phone.scan(cardUrl);
  await guest.sees(/您家的网格员/);
  await guest.phone.photograph('guest-1-card');
  await guest.presses('我要反映');
  await guest.comesTo('tickets/open');
  await guest.chooses(/路灯照明/);
  await guest.writes(/说一说怎么了/, words);
  await guest.presses('提交');
  await guest.sees('收到了');
  await guest.sees(new RegExp(`${await nameOf('worker')}.*来办`));
  await guest.sees(/^\d+月\d+日 周. \d\d:\d\d\s前$/);
  await guest.phone.photograph('guest-2-filed');
  const [number = '', code = ''] = await guest.wordsOf('tickets-code');
  await guest.presses('复制编号和查询码');
  expect(guest.phone.clipboard).toContain(code);
  await guest.presses('看进展');
  await guest.sees(words);
  await guest.leaves();

  const other = await somebody();
  other.phone.launch();
  await other.presses('用查询码查进展');
  await other.writes(/编号/, number);
  await other.writes(/查询码/, code);
  await other.presses('查进展');
  await other.sees(words);
  await other.leaves();
});

it('a resident files, finds it under 我的事, reads every step and has the last word', async () => {
  const words = `水管漏水 ${now}`;
  const resident = await somebody();
  resident.phone.launch();
  await resident.logsIn('resident');
  await resident.phone.photograph('resident-1-home');
  await resident.presses('我要反映');
  await resident.comesTo('tickets/open');
  await resident.chooses(/水电气暖/);
  await resident.writes(/说一说怎么了/, words);
  await resident.presses('提交');
  await resident.sees('收到了');
  const [number = ''] = await resident.wordsOf('tickets-code');
  await resident.presses('回首页');
  await resident.comesTo('home/home');
  await resident.presses('我的事');
  await resident.comesTo('tickets/mine');
  await workerHandles(await idOf(number));
  resident.phone.pullDown();
  await resident.presses(new RegExp(words));
  await resident.comesTo('tickets/detail');
  for (const step of [/反映了这件事/, /接手了/, '上门看过，灯座锈坏', '换了新的声控灯']) await resident.sees(step);
  await resident.phone.photograph('resident-2-ticket');
  await resident.presses('解决了');
  await resident.phone.photograph('resident-3-sheet');
  await resident.confirms('解决了');
  await resident.sees(/已解决/);
  await resident.leaves();
});

it('"not solved" after the return visit reopens it', async () => {
  const words = `井盖松动 ${now}`;
  const { id } = await residentFiles(words);
  await workerHandles(id);
  await colleagueVerifies(id);
  const resident = await somebody();
  await resident.isLoggedIn('resident');
  resident.phone.launch();
  await resident.presses('我的事');
  await resident.comesTo('tickets/mine');
  await resident.turnsTo('办完的');
  await resident.presses(new RegExp(words));
  await resident.presses('没解决');
  await resident.writes('哪里还不行', '又松了');
  await resident.confirms('没解决');
  await resident.sees('重新办理');
  await resident.leaves();
  expect((await residentFiled(words)).map(({ stage }) => stage)).toEqual(['reopened']);
});

it('the way of a resident is there in Tibetan and in the largest type', async () => {
  const words = `བང་རིམ་གྱི་གློག་བཞུ་མི་འབར། ${now}`;
  const { id } = await residentFiles(words);
  const resident = await somebody();
  await resident.isLoggedIn('resident');
  resident.phone.launch();
  await resident.presses('我的');
  await resident.comesTo('identity/me');
  await resident.chooses('特大');
  await resident.chooses('བོད་ཡིག');
  await resident.sees(TIBETAN);
  await resident.phone.photograph('tibetan-1-me');
  for (const page of ['home/home', 'tickets/open', 'tickets/mine', 'tickets/detail'] as const) {
    resident.phone.goes(page, `id=${id}`);
    await resident.comesTo(page);
    await resident.sees(TIBETAN);
    await resident.phone.photograph(`tibetan-2-${page.replace('/', '-')}`);
  }
  await resident.sees(words);
  await resident.leaves();
});
