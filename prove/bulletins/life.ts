/** One run of a process, from its start to the moment it is killed. */
export interface Life {
  readonly dead: boolean;
  /** Resolves when it dies. */
  readonly death: Promise<void>;
  kill(): void;
}

export function createLife(): Life {
  let dead = false;
  let ended: () => void = () => undefined;
  const death = new Promise<void>((resolve) => {
    ended = resolve;
  });
  return {
    get dead() {
      return dead;
    },
    death,
    kill() {
      dead = true;
      ended();
    },
  };
}

/**
 * The same object, of which every method may be the last thing a process does: `mayDie` is asked before and after each
 * call. After death a call never returns, as nothing does in a killed process.
 */
export function mortal<Part extends object>(
  part: Part,
  life: Life,
  mayDie: (where: string) => boolean,
): Part {
  const never = () => new Promise<never>(() => undefined);
  const dies = (where: string) => {
    if (!life.dead && mayDie(where)) life.kill();
    return life.dead;
  };
  return new Proxy(part, {
    get(target, name, receiver) {
      const method: unknown = Reflect.get(target, name, receiver);
      if (typeof method !== 'function') return method;
      return async (...values: unknown[]) => {
        if (dies(`before ${String(name)}`)) return never();
        const result: unknown = await method.apply(target, values);
        return dies(`after ${String(name)}`) ? never() : result;
      };
    },
  });
}
