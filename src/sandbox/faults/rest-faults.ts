/** The REST half of the fault switches: which fault a call meets. */

import { match } from '../rest/route.ts';
import type { FaultAim, RestFault } from './faults.ts';

interface Armed {
  readonly aim: FaultAim;
  readonly fault: RestFault;
  skip: number;
  left: number;
}

export class RestFaults {
  private armed: Armed[] = [];

  set(aim: FaultAim, fault: RestFault): () => void {
    const armed: Armed = { aim, fault, skip: aim.skip ?? 0, left: aim.times ?? 1 };
    this.armed.push(armed);
    return () => {
      this.armed = this.armed.filter((each) => each !== armed);
    };
  }

  clear(): void {
    this.armed = [];
  }

  /** The fault for this call, used up by one. */
  meet(method: string, path: string): RestFault | null {
    for (const armed of this.armed) {
      const { aim } = armed;
      if (armed.left <= 0 || (aim.method !== '*' && aim.method !== method) || !match(aim.route, path))
        continue;
      if (armed.skip > 0) {
        armed.skip -= 1;
        continue;
      }
      armed.left -= 1;
      return armed.fault;
    }
    return null;
  }
}
