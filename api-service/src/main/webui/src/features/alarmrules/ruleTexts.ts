import type { AlarmRule, AlarmScope } from '../../api/types';
import type { Messages } from '../../i18n';

/** When a rule makes an alarm, in one line. */
export function conditionText({ kind, condition = {} }: AlarmRule, t: Messages): string {
  const of = condition.parameter ?? t.rules.anyParameter;
  const delay = condition.on_delay ? t.rules.longerThan(condition.on_delay) : '';
  const text = (() => {
    switch (kind) {
      case 'range':
        return condition.described ? t.rules.outsideDescribed(of)
          : [condition.low !== undefined && `${of} < ${condition.low}`, condition.high !== undefined && `${of} > ${condition.high}`].filter(Boolean).join(` ${t.rules.or} `);
      case 'rate': return t.rules.faster(of, condition.change ?? 0, condition.over ?? '');
      case 'status': return t.rules.hasStatus(of, condition.statuses?.join(', ') || t.rules.anyStatus);
      case 'silence': return t.rules.silentFor(condition.over ?? '');
      case 'dead_letters': return t.rules.deadLetters(condition.count ?? 1, condition.over ?? '');
      default: return t.rules.disconnected;
    }
  })();
  return [text, delay].filter(Boolean).join(', ');
}

/** The devices that a rule holds for. */
export function scopeText(scope: AlarmScope | undefined, t: Messages): string {
  switch (scope?.type) {
    case 'device': return scope.device_id ?? '';
    case 'label': return t.rules.withLabel(scope.label ?? '');
    case 'description': return t.rules.withDescription(scope.description_id ?? 0);
    default: return t.rules.allDevices;
  }
}
