import { byName } from '../../lib/order';

interface Labelled {
  labels?: Record<string, string>;
}

export interface LabelValue<D> {
  value: string;
  devices: D[];
}

export interface LabelGroup<D> {
  name: string;
  values: LabelValue<D>[];
}

/** Devices by the names of their labels and the values of those, both as people order them. */
export function labelGroups<D extends Labelled>(devices: D[]): LabelGroup<D>[] {
  const names = new Map<string, Map<string, D[]>>();
  for (const device of devices) {
    for (const [name, value] of Object.entries(device.labels ?? {})) {
      const values = names.get(name) ?? new Map<string, D[]>();
      names.set(name, values);
      values.set(value, [...(values.get(value) ?? []), device]);
    }
  }
  return [...names].sort(([a], [b]) => byName(a, b)).map(([name, values]) => ({
    name, values: [...values].sort(([a], [b]) => byName(a, b)).map(([value, found]) => ({ value, devices: found })),
  }));
}
