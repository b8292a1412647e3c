/** Days on the production build, by WeChat's own picker: of a leave, and of a holiday. */
import { openStudio, somebody } from './studio';

openStudio();

it('a day is picked on WeChat’s wheels: today where there is none yet, and what was picked stands in the field', async () => {
  const lead = await somebody();
  await lead.isLoggedIn('lead');
  lead.phone.launch();
  lead.phone.goes('tickets/handover');
  await lead.comesTo('tickets/handover');
  await lead.taps('同时登记请假');
  await lead.picks(/^从哪天/, '2027-02-06');
  await lead.presses(/^到哪天/);
  await lead.phone.photograph('days-1-wheels');
  await lead.answers('取消');
  await lead.scrollsTo('handover-leave');
  await lead.phone.photograph('days-2-leave');
  lead.phone.goes('tickets/calendar');
  await lead.comesTo('tickets/calendar');
  await lead.taps('一段一段填');
  await lead.chooses('放假');
  await lead.picks(/^从哪天/, '2027-02-06');
  await lead.picks(/^到哪天/, '2027-02-12');
  await lead.writes(/什么日子/, '藏历新年');
  await lead.scrollsTo('calendar-shift');
  await lead.phone.photograph('days-3-calendar');
  await lead.presses('加上这一段');
  await lead.sees(/7 天/);
  await lead.leaves();
});
