/** The window's line to the sandbox. */

import type { Answers, Call, Change, Delivery, Request } from '../protocol.ts';

/** The sandbox would not do what was asked; its words are for the person. */
export class Refused extends Error {}

type AnswerTo<R extends Request> = Answers[R['do']];

interface Listeners {
  change(change: Change): void;
  /** The line is there again, or has gone. */
  connected(connected: boolean): void;
}

const again = 1000;

export class Connection {
  private readonly listeners: Listeners;
  private readonly waiting = new Map<number, { resolve(value: unknown): void; reject(cause: Error): void }>();
  private socket: WebSocket | null = null;
  private lastId = 0;

  constructor(listeners: Listeners) {
    this.listeners = listeners;
  }

  open(): void {
    const secret = document.querySelector('meta[name="secret"]')?.getAttribute('content') ?? '';
    const socket = new WebSocket(`ws://${location.host}/socket`, ['sandbox', `secret.${secret}`]);
    socket.addEventListener('open', () => {
      this.socket = socket;
      this.listeners.connected(true);
    });
    socket.addEventListener('message', ({ data }) => this.receive(JSON.parse(String(data))));
    socket.addEventListener('close', () => {
      const wasOpen = this.socket === socket;
      this.socket = null;
      for (const { reject } of this.waiting.values()) reject(new Refused('The sandbox has stopped'));
      this.waiting.clear();
      if (wasOpen) this.listeners.connected(false);
      setTimeout(() => this.retry(), again);
    });
  }

  /** @throws Refused (in the promise). */
  ask<R extends Request>(request: R): Promise<AnswerTo<R>> {
    const { socket } = this;
    if (!socket) return Promise.reject(new Refused('The sandbox is not running'));
    this.lastId += 1;
    const call: Call = { id: this.lastId, request };
    socket.send(JSON.stringify(call));
    return new Promise((resolve, reject) => {
      this.waiting.set(call.id, { resolve: (value) => resolve(value as AnswerTo<R>), reject });
    });
  }

  private receive(delivery: Delivery): void {
    if (delivery.kind === 'change') {
      this.listeners.change(delivery.change);
      return;
    }
    const waiting = this.waiting.get(delivery.id);
    this.waiting.delete(delivery.id);
    if (delivery.kind === 'answer') waiting?.resolve(delivery.value);
    else waiting?.reject(new Refused(delivery.words));
  }

  /** A sandbox that was started anew has another secret: the page is loaded again to learn it. */
  private retry(): void {
    fetch('/', { method: 'HEAD' }).then(
      () => location.reload(),
      () => setTimeout(() => this.retry(), again),
    );
  }
}
