export interface ServerEvent {
  event: string;
  data: string;
}

/**
 * Cuts a text stream into server-sent events (HTML standard, 9.2.6). Comments such as heartbeats yield nothing.
 * The stream may be cut anywhere, also within a line or between CR and LF.
 */
export class EventCutter {
  private rest = '';
  private event = '';
  private data: string[] = [];

  push(text: string): ServerEvent[] {
    this.rest += text;
    const events: ServerEvent[] = [];
    for (;;) {
      const end = this.rest.search(/[\r\n]/);
      if (end < 0 || (this.rest[end] === '\r' && end === this.rest.length - 1)) {
        return events;
      }
      const line = this.rest.slice(0, end);
      this.rest = this.rest.slice(end + (this.rest.startsWith('\r\n', end) ? 2 : 1));
      const event = this.take(line);
      if (event) {
        events.push(event);
      }
    }
  }

  private take(line: string): ServerEvent | null {
    if (line === '') {
      const event = this.data.length > 0 ? { event: this.event || 'message', data: this.data.join('\n') } : null;
      this.event = '';
      this.data = [];
      return event;
    }
    const colon = line.indexOf(':');
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (name === 'event') {
      this.event = value;
    } else if (name === 'data') {
      this.data.push(value);
    }
    return null;
  }
}
