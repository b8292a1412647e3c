/** The grid worker's way on the production build: from the queue to the result, which somebody else has to find true. */
import { colleagueVerifies, residentFiles } from './colleagues';
import { openStudio, somebody } from './studio';

openStudio();

it('a grid worker finds it in the queue, accepts, records a visit and resolves; a colleague closes it', async () => {
  const words = `楼道灯坏了 ${Date.now()}`;
  const { id, number } = await residentFiles(words);
  const worker = await somebody();
  worker.phone.launch();
  await worker.logsIn('worker');
  await worker.phone.photograph('worker-1-home');
  await worker.presses('待办');
  await worker.comesTo('tickets/queue');
  await worker.phone.photograph('worker-2-queue');
  await worker.writes('按编号查找', number);
  await worker.presses(new RegExp(words));
  await worker.comesTo('tickets/detail');
  await worker.begins('受理');
  await worker.phone.photograph('worker-3-accept');
  await worker.sends('受理');
  await worker.begins('登记走访');
  await worker.chooses('上门');
  await worker.writes(/看到什么/, '上门看过，灯座锈坏');
  await worker.sends('登记走访');
  await worker.begins('登记办结');
  await worker.chooses('办好了');
  await worker.writes(/做了什么/, '换了新的声控灯');
  await worker.phone.photograph('worker-4-resolve');
  await worker.sends('登记办结');
  await worker.sees('换了新的声控灯');
  await worker.seesNot('回访登记');
  await worker.phone.photograph('worker-5-resolved');
  await colleagueVerifies(id);
  worker.phone.pullDown();
  await worker.sees(/已办结/);
  await worker.leaves();
});
