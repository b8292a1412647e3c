/** Words of danger are noticed in both languages, ordinary trouble is left alone. */
import { soundsDangerous } from '@sevengrid/shared/tickets/danger';

describe('danger to life', () => {
  it.each(['厨房有煤气味，头晕', '三楼着火了', '楼下有人打人', 'ཁང་པའི་ནང་མེ་ཤོར་སོང་།'])('is heard in “%s”', (text) => {
    expect(soundsDangerous(text)).toBe(true);
  });

  it.each(['路灯不亮，晚上看不清', '垃圾没人收', 'ལམ་ཁའི་གློག་བཞུ་མི་འདུག'])('is not heard in “%s”', (text) => {
    expect(soundsDangerous(text)).toBe(false);
  });
});
