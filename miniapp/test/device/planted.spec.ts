/** The device is worth what it notices: faults planted into a copy of the build, each told for what it is; without one nothing is told. */
import fs from 'node:fs';
import { compile } from './compile/build';
import type { Person } from './person';
import { bytesTaken, hasSent, losesTheLine, writes } from './media/hands';
import { FAULTS, plant, type Fault } from './planted';
import { demo, DIST } from './server';
import { openStudio, somebody } from './studio';

openStudio();

/** Once nothing has moved for so long, nothing more will come; milliseconds. A draft is kept every two seconds. */
const CALM = { filing: 1_200, showing: 3_500 };

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

/** Half a photo, a broken line, a kill: the rest goes, and nothing else. */
async function shows(resident: Person): Promise<void> {
  await writes(resident, `拍到一半 ${Date.now()}`);
  await losesTheLine(resident);
  resident.phone.network.turns(true);
  await hasSent(resident, 1);
  const [handed, taken] = [resident.phone.network.handed, bytesTaken(resident)];
  if (handed > taken) resident.phone.wrongs.push(`${handed - taken} bytes went twice`);
}

/** What a journey on the build in `folder` ends with. */
async function told(folder: string, by: Fault['by'] = 'filing'): Promise<string> {
  let person: Person | undefined;
  try {
    person = await somebody({ build: compile(folder), calm: CALM[by] });
    await (by === 'showing' ? shows(person) : files(person));
    return person.phone.wrongs.join('\n');
  } catch (error) {
    return (error as Error).message;
  } finally {
    await person?.phone.switchOff();
  }
}

it.each(['filing', 'showing'] as const)('nothing is told of the build as it is: %s', async (by) => {
  expect(await told(DIST, by)).toBe('');
});

it.each(FAULTS)('noticed: $name', async (fault) => {
  const folder = plant(fault);
  try {
    expect(await told(folder, fault.by)).toMatch(fault.says);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});
