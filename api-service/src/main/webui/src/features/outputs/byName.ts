import type { OutputView } from '../../api/types';

/** An output with all the instances that have it. */
export interface OutputKind {
  name: string;
  instances: OutputView[];
}

const ORDER = ['influxdb', 'namespace', 'sparkplug-node', 'kafka'];

/** Outputs by what they are, in a fixed order; instances that did not answer are told apart. */
export function byName(all: OutputView[]): { kinds: OutputKind[]; silent: OutputView[] } {
  const kinds = new Map<string, OutputView[]>();
  all.filter((each) => each.name !== undefined).forEach((each) => kinds.set(each.name!, [...kinds.get(each.name!) ?? [], each]));
  const place = (name: string) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
  return {
    kinds: [...kinds].map(([name, instances]) => ({ name, instances })).sort((a, b) => place(a.name) - place(b.name) || a.name.localeCompare(b.name)),
    silent: all.filter((each) => each.name === undefined),
  };
}
