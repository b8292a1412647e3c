/** Names for invented people: nobody in the demo community exists. */
import type { Random } from './random';

const FIRST = [
  '扎西', '次仁', '格桑', '达娃', '尼玛', '巴桑', '白玛', '德吉', '平措', '强巴', '洛桑', '边巴', '普布', '米玛', '索朗',
  '罗布', '旦增', '顿珠', '央金', '曲珍', '拉巴', '益西', '加央', '阿旺',
]; // prettier-ignore
const SECOND = [
  '卓玛', '顿珠', '卓嘎', '拉姆', '旺堆', '曲珍', '央宗', '多吉', '平措', '仓决', '玉珍', '措姆', '旺姆', '晋美', '桑布', '群培',
]; // prettier-ignore
const HAN_FIRST = ['张', '王', '李', '刘', '陈', '杨', '赵', '周', '吴', '马', '何', '罗', '唐', '欧阳'];
const HAN_SECOND = [
  '秀英', '建国', '桂兰', '志强', '晓梅', '明', '丽华', '海燕', '文军', '春花', '永福', '雪', '德全', '小红', '光明',
]; // prettier-ignore
const TIBETAN = ['ཚེ་རིང་སྒྲོལ་མ', 'བཀྲ་ཤིས་དོན་གྲུབ', 'སྐལ་བཟང་ཆོས་སྒྲོན', 'པད་མ་དབྱངས་ཅན', 'བསོད་ནམས་རྡོ་རྗེ', 'ཉི་མ་ལྷ་མོ'];

/** A name as people of the demo community have: most of them Tibetan, written in Chinese or in Tibetan. */
export function inventName(rng: Random): string {
  const kind = rng.next();
  if (kind < 0.06) return rng.pick(TIBETAN);
  if (kind < 0.22) return rng.pick(FIRST);
  if (kind < 0.75) {
    const first = rng.pick(FIRST);
    return first + rng.pick(SECOND.filter((second) => second !== first));
  }
  return rng.pick(HAN_FIRST) + rng.pick(HAN_SECOND);
}

/** In the 154 range, which no operator gives out. */
export const inventPhone = (rng: Random): string => `154${String(rng.int(0, 99_999_999)).padStart(8, '0')}`;
