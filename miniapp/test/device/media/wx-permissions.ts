/** What the person allowed the app: asked once, remembered over every kill, changed in WeChat's settings only. */
import type { Answering, WxCall } from '../../realm/wx-answer';
import type { Data } from '../../realm/wx-types';
import type { GlassScreen } from '../screen';

const NAMES: Record<string, string> = { 'scope.record': '麦克风' };

export class Permissions {
  private readonly given = new Map<string, boolean>();

  /** Undefined while nobody was asked. */
  of = (scope: string): boolean | undefined => this.given.get(scope);

  all = (): Data => Object.fromEntries(this.given);

  /** A refusal is not asked about again. @throws when it is not allowed */
  async ask(screen: GlassScreen, scope: string): Promise<void> {
    const name = NAMES[scope];
    if (name === undefined) throw new Error('invalid scope');
    if (!this.given.has(scope)) {
      const asked = { shape: 'list', words: `申请使用你的${name}`, answers: ['允许'], cancel: '拒绝' } as const;
      this.given.set(scope, (await screen.ask({ ...asked, answers: [...asked.answers] })) !== null);
    }
    if (!this.given.get(scope)) throw new Error('auth deny');
  }

  /** WeChat's own page, which lists only what was asked for once. */
  async change(screen: GlassScreen): Promise<void> {
    const answers = [...this.given].map(([scope, allowed]) => `${allowed ? '关闭' : '打开'}${NAMES[scope] ?? ''}`);
    const answer = await screen.ask({ shape: 'list', title: '设置', answers, cancel: '返回' });
    const scope = [...this.given.keys()][answers.indexOf(answer ?? '')];
    if (scope !== undefined) this.given.set(scope, !this.given.get(scope));
  }
}

export function permissionsApi(permissions: Permissions, screen: GlassScreen, answer: Answering): Data {
  const asking =
    (work: (scope: string) => Promise<void>): WxCall =>
    (options = {}) =>
      void work(String(options.scope)).then(
        () => answer(options, () => ({ authSetting: permissions.all() })),
        (error: Error) =>
          answer(options, () => {
            throw error;
          }),
      );
  return {
    authorize: asking((scope) => permissions.ask(screen, scope)),
    getSetting: asking(() => Promise.resolve()),
    openSetting: asking(() => permissions.change(screen)),
  };
}
