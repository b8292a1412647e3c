/** A promise of the realm that nobody listens to when it is rejected is told, as WeChat's console tells it, and never reaches node. */

/** Runs inside the realm, by its source: whatever it needs is given to it. */
export function watchPromises(
  realm: { Promise: PromiseConstructor },
  complain: (words: string) => void,
  later: (work: () => void, ms: number) => void,
): void {
  const Plain = realm.Promise;
  const told = (reason: unknown): string => {
    const { message, errMsg } = (reason ?? {}) as { message?: string; errMsg?: string };
    return message ?? errMsg ?? String(reason);
  };
  class Watched<T> extends Plain<T> {
    private heard?: boolean;

    constructor(work: ConstructorParameters<typeof Promise<T>>[0]) {
      super(work);
      // Listened to as a plain promise, or listening would make another watched one, and so on.
      void Object.defineProperty(this, 'constructor', { value: Plain, configurable: true });
      void super.then(undefined, (reason: unknown) =>
        later(() => {
          if (!this.heard) complain(`unhandled rejection: ${told(reason)}`);
        }, 0),
      );
      delete (this as { constructor?: unknown }).constructor;
    }

    override then<A = T, B = never>(
      kept?: ((value: T) => A | PromiseLike<A>) | null,
      broken?: ((reason: unknown) => B | PromiseLike<B>) | null,
    ): Promise<A | B> {
      this.heard = true;
      return super.then(kept, broken);
    }
  }
  realm.Promise = Watched;
}
