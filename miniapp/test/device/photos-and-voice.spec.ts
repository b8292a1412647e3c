/** Photos and a voice on the production build: taken, kept over a kill, sent once from where the line broke, seen and heard. */
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import { idOf, residentFiled, residentFiles } from './colleagues';
import {
  BY_DAY,
  BY_NIGHT,
  bytesTaken,
  draftHasAll,
  hasSent,
  hearsOut,
  looksAt,
  losesTheLine,
  marks,
  seesPhotos,
  speaks,
  takesPhotos,
  writes,
} from './media/hands';
import type { Size } from '../realm/wx-api';
import type { Person } from './person';
import { as } from './server';
import { openStudio, somebody } from './studio';

openStudio();

async function writing(words: string, size?: Size): Promise<Person> {
  const resident = await somebody({ size });
  await writes(resident, words);
  return resident;
}

/** What came with the first words of an appeal, as the grid worker finds it. */
async function sentAlong(id: string) {
  const { timeline } = await as('worker').does(ticketRoutes.ticket, { params: { id } });
  return timeline.flatMap(({ media }) => media.map(({ kind }) => kind)).sort();
}

it('a resident takes two photos, says what is wrong and files; the worker sees, hears and looks at them large', async () => {
  const words = `拍了照也说了 ${Date.now()}`;
  const resident = await writing(words);
  await takesPhotos(resident, BY_DAY, BY_NIGHT);
  await speaks(resident, 700);
  await hasSent(resident, 3);
  await seesPhotos(resident, 2);
  await resident.phone.photograph('media-1-form');
  await resident.presses('提交');
  await resident.sees('收到了');
  expect(resident.phone.files.kept()).toEqual([]);
  await resident.leaves();
  const [filed] = await residentFiled(words);
  const id = filed?.id ?? '';
  expect(await sentAlong(id)).toEqual(['photo', 'photo', 'voice']);

  const worker = await somebody();
  await worker.isLoggedIn('worker');
  worker.phone.launch();
  worker.phone.goes('tickets/detail', `id=${id}`);
  await worker.sees(words);
  await seesPhotos(worker, 2);
  await worker.phone.photograph('media-2-ticket');
  await hearsOut(worker);
  await worker.presses('看大图：照片 2');
  await looksAt(worker, '2 / 2');
  await worker.phone.photograph('media-3-large');
  await worker.leaves();
});

it('an app killed with the draft open, and half a photo sent, has all of it again and sends only the rest', async () => {
  const words = `拍到一半 ${Date.now()}`;
  const resident = await writing(words);
  const { network } = resident.phone;
  await speaks(resident, 400);
  await hasSent(resident, 1);
  await losesTheLine(resident);
  await resident.phone.photograph('media-4-broken-line');
  expect(await marks(resident)).toEqual(['已传好', expect.stringMatching(/^已传 [1-9]\d?%，等网络$/)]);
  expect(network.handed).toBeGreaterThan(50_000);
  network.turns(true);
  await hasSent(resident, 2);
  expect(network.handed).toBe(bytesTaken(resident));
  await resident.presses('提交');
  await resident.sees('收到了');
  const [filed] = await residentFiled(words);
  expect(await sentAlong(filed?.id ?? '')).toEqual(['photo', 'voice']);
  await resident.leaves();
});

it('a photo taken on a visit without network is kept, and goes with the visit once the network is back', async () => {
  const { id } = await residentFiles(`没信号的楼道 ${Date.now()}`);
  await as('worker').does(ticketRoutes.accept, { params: { id }, body: { grade: 'G3' } });
  const worker = await somebody();
  await worker.isLoggedIn('worker');
  worker.phone.launch();
  worker.phone.goes('tickets/detail', `id=${id}`);
  await worker.begins('登记走访');
  await worker.chooses('上门');
  await worker.writes(/看到什么/, '灯座锈坏，拍了照');
  worker.phone.network.turns(false);
  await takesPhotos(worker, BY_DAY);
  await worker.sees('等待上传');
  await seesPhotos(worker, 1);
  await worker.phone.photograph('media-5-visit-offline');
  worker.phone.network.turns(true);
  await hasSent(worker, 1);
  await worker.sends('登记走访');
  await worker.sees('灯座锈坏，拍了照');
  await seesPhotos(worker, 1);
  expect(await sentAlong(id)).toEqual(['photo']);
  await worker.leaves();
});

it('who refused the microphone is told what to do, and may speak once it is allowed in the settings', async () => {
  const resident = await writing(`先不给麦克风 ${Date.now()}`);
  await resident.presses('按一下，开始说');
  await resident.answers('拒绝');
  await resident.sees(/没有打开麦克风/);
  await resident.presses('按一下，开始说');
  await resident.sees(/没有打开麦克风/);
  await resident.phone.photograph('media-6-denied');
  await resident.presses('去设置打开');
  await resident.answers('打开麦克风');
  await speaks(resident, 400);
  await hasSent(resident, 1);
  await resident.seesNot(/没有打开麦克风/);
  await resident.leaves();
});

it('a phone without room says so, and keeps what was written', async () => {
  const words = `手机满了 ${Date.now()}`;
  const resident = await writing(words);
  resident.phone.files.room = 0;
  await takesPhotos(resident, BY_DAY);
  await resident.sees(/手机空间不够了/);
  expect(await resident.reads(/说一说怎么了/)).toBe(words);
  await resident.leaves();
});

it('photos and a voice are there in Tibetan, in the largest type and on the smallest phone', async () => {
  const resident = await writing(`བང་རིམ་གྱི་གློག་བཞུ་མི་འབར། ${Date.now()}`, { width: 320, height: 700 });
  await takesPhotos(resident, BY_DAY, BY_NIGHT);
  await speaks(resident, 400);
  await hasSent(resident, 3);
  await draftHasAll(resident);
  resident.phone.storage.set('sg.language', 'bo').set('sg.textSize', 'huge');
  resident.phone.launch();
  resident.phone.goes('tickets/open');
  await resident.comesTo('tickets/open');
  await seesPhotos(resident, 2);
  await resident.scrollsTo('voice-said');
  await resident.phone.photograph('media-7-form-tibetan');
  await resident.scrollsTo('photos');
  await resident.phone.photograph('media-8-form-tibetan-photos');
  await resident.presses('འབུལ་བ།');
  await resident.sees(/^幸-/);
  const [number = ''] = await resident.wordsOf('tickets-code');
  resident.phone.goes('tickets/detail', `id=${await idOf(number)}`);
  await resident.comesTo('tickets/detail');
  await seesPhotos(resident, 2);
  await resident.scrollsTo('media-shown');
  await resident.phone.photograph('media-9-ticket-tibetan');
  await resident.leaves();
});
