import { byName } from '../../lib/order';

/** A message as the stream of the API tells it. */
export interface Message {
  topic: string;
  payload?: string;
  base64?: string;
  size: number;
  truncated?: boolean;
  qos: number;
  retain: boolean;
  timestamp: string;
  /** Its number on this page. */
  n?: number;
}

/** Keeps the newest messages, and of each topic the last one and how many there were. Both are bounded. */
export class Recorder {
  items: Message[] = [];
  count = 0;
  dropped = 0;
  private readonly byTopic = new Map<string, { topic: string; count: number; last: Message }>();

  constructor(private readonly most = 2000, private readonly mostTopics = 2000) {}

  add(message: Message) {
    const own = { ...message, n: ++this.count };
    this.items = this.items.length >= this.most ? [own, ...this.items.slice(0, this.most - 1)] : [own, ...this.items];
    const known = this.byTopic.get(message.topic);
    if (known) {
      known.count++;
      known.last = own;
    } else if (this.byTopic.size < this.mostTopics) {
      this.byTopic.set(message.topic, { topic: message.topic, count: 1, last: own });
    }
  }

  /** Takes over how many are missing: a number, or JSON with one. */
  drop(data: string) {
    const found = /\d+/.exec(data);
    this.dropped += found ? Number(found[0]) : 1;
  }

  topics() {
    return [...this.byTopic.values()].sort((a, b) => byName(a.topic, b.topic));
  }

  clear() {
    this.items = [];
    this.count = 0;
    this.dropped = 0;
    this.byTopic.clear();
  }
}

/** The payload as people read it: JSON in lines, octets as hex. */
export function payloadText(message: Message): string {
  if (message.payload === undefined) {
    return message.base64 === undefined ? '' : [...atob(message.base64)].map((each) => each.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')).join(' ');
  }
  try {
    return JSON.stringify(JSON.parse(message.payload), null, 2);
  } catch {
    return message.payload;
  }
}

/** Whether a topic matches a filter with `+` and `#`. */
export function matches(filter: string, topic: string): boolean {
  const want = filter.split('/');
  const have = topic.split('/');
  for (let i = 0; i < want.length; i++) {
    if (want[i] === '#') {
      return true;
    }
    if (i >= have.length || (want[i] !== '+' && want[i] !== have[i])) {
      return false;
    }
  }
  return want.length === have.length;
}

/** What is wrong with a topic filter; null for a good one. */
export function filterProblem(filter: string): 'empty' | 'hash' | 'plus' | null {
  const levels = filter.split('/');
  return filter === '' ? 'empty' : levels.some((level, i) => level.includes('#') && (level !== '#' || i !== levels.length - 1)) ? 'hash'
    : levels.some((level) => level.includes('+') && level !== '+') ? 'plus' : null;
}
