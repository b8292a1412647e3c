/** The device is worth what it notices: faults planted into a copy of the build, each told for what it is; without one nothing is told. */
import fs from 'node:fs';
import { compile } from './compile/build';
import type { Person } from './person';
import { FAULTS, plant } from './planted';
import { demo, DIST } from './server';
import { openStudio, somebody } from './studio';

openStudio();

/** Once nothing has moved for so long, nothing more will come; milliseconds. */
const CALM = 1_200;

async function files(guest: Person): Promise<void> {
  guest.phone.scan((await demo()).cardUrl);
  await guest.sees(/您家的网格员/);
  await guest.presses('我要反映');
  await guest.comesTo('tickets/open');
  await guest.chooses(/路灯照明/);
  await guest.writes(/说一说怎么了/, `楼道灯坏了 ${Date.now()}`);
  await guest.presses('提交');
  await guest.sees('收到了');
}

/** What a journey on the build in `folder` ends with. */
async function told(folder: string): Promise<string> {
  let guest: Person | undefined;
  try {
    guest = await somebody({ build: compile(folder), calm: CALM });
    await files(guest);
    return guest.phone.wrongs.join('\n');
  } catch (error) {
    return (error as Error).message;
  } finally {
    await guest?.phone.switchOff();
  }
}

it('nothing is told of the build as it is', async () => {
  expect(await told(DIST)).toBe('');
});

it.each(FAULTS)('noticed: $name', async (fault) => {
  const folder = plant(fault);
  try {
    expect(await told(folder)).toMatch(fault.says);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});
