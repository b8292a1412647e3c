/** No network, and a phone that takes its memory back: what somebody wrote is neither lost nor filed twice. */
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import { residentFiled } from './colleagues';
import type { Person } from './person';
import { openStudio, somebody } from './studio';

openStudio();

/** A resident with the form open and one sentence in it. */
async function writing(words: string): Promise<Person> {
  const resident = await somebody();
  await resident.isLoggedIn('resident');
  resident.phone.launch();
  await resident.presses('我要反映');
  await resident.comesTo('tickets/open');
  await resident.chooses(/环境卫生/);
  await resident.writes(/说一说怎么了/, words);
  return resident;
}

const until = async (holds: () => Promise<boolean>): Promise<void> => {
  for (const end = Date.now() + 15_000; !(await holds());) {
    if (Date.now() > end) throw new Error('waited in vain for the server');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
};

const attempts = ({ phone }: Person): number =>
  phone.network.asked.filter((one) => one === `POST /api/v1${ticketRoutes.open.path}`).length;

const isEmpty = ({ phone }: Person): boolean => JSON.stringify(phone.storage.get('sg.outbox')) === '[]';

it('what is filed without network waits through a kill, and is sent once when the network is back', async () => {
  const words = `垃圾没人收 ${Date.now()}`;
  const resident = await writing(words);
  resident.phone.network.turns(false);
  await resident.presses('提交');
  await resident.sees('已记在手机里');
  await resident.phone.photograph('offline-1-kept');
  expect(await residentFiled(words)).toEqual([]);
  resident.phone.launch();
  await resident.presses('我的事');
  await resident.sees(words);
  await resident.phone.photograph('offline-2-waiting');
  resident.phone.network.turns(true);
  await until(async () => (await residentFiled(words)).length > 0);
  await until(() => Promise.resolve(isEmpty(resident)));
  resident.phone.launch();
  await resident.presses('我的事');
  await resident.sees(words);
  await resident.settles();
  expect(await residentFiled(words)).toHaveLength(1);
  expect(attempts(resident)).toBe(1);
  await resident.leaves();
});

it('a phone that kills the app in the middle of a sentence has it when it opens again', async () => {
  const words = `没写完的一句 ${Date.now()}`;
  const resident = await writing(words);
  await resident.settles();
  await until(() => Promise.resolve(JSON.stringify(resident.phone.storage.get('sg.drafts') ?? '').includes(words)));
  resident.phone.launch();
  await resident.presses('我要反映');
  await resident.sees(/已恢复您上次没写完的内容/);
  expect(await resident.reads(/说一说怎么了/)).toBe(words);
  await resident.phone.photograph('killed-draft');
  await resident.leaves();
});

it('an app killed between sending and the answer asks again with the same key, and it is filed once', async () => {
  const words = `发到一半 ${Date.now()}`;
  const resident = await writing(words);
  resident.phone.network.deaf = true;
  await resident.presses('提交');
  await until(async () => (await residentFiled(words)).length > 0);
  resident.phone.kill();
  resident.phone.network.deaf = false;
  resident.phone.launch();
  await until(() => Promise.resolve(attempts(resident) > 1));
  await resident.presses('我的事');
  await resident.sees(words);
  await resident.settles();
  expect(await residentFiled(words)).toHaveLength(1);
  expect(resident.phone.storage.get('sg.outbox')).toEqual([]);
  await resident.leaves();
});
