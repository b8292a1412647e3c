/** Words that may mean danger to life: whoever writes them is shown the emergency numbers first. */

const SIGNS = [
  '煤气泄漏', '燃气泄漏', '漏气', '煤气味', '煤气中毒', '着火', '起火', '火灾', '冒烟', '爆炸', '触电', '漏电',
  '打人', '持刀', '砍', '家暴', '自杀', '轻生', '跳楼', '坍塌', '塌了', '倒塌', '昏迷', '没有呼吸', '心脏病', '大出血', '救命',
  'མེ་ཤོར', 'མེ་འབར', 'གས་རླངས་ཐོན', 'རྡུང་རེས', 'རང་སྲོག', 'ཁང་པ་རྡིབ', 'གློག་ཐོགས',
]; // prettier-ignore

/** True when the text holds one of the signs; a false alarm only shows the numbers once. */
export const soundsDangerous = (text: string): boolean => SIGNS.some((sign) => text.includes(sign));

export { EMERGENCY_NUMBERS } from '../kernel/emergencies';
