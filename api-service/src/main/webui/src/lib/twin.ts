import { byName } from './order';
import type { Rejection } from '../api/types';

/** One value of a twin, by JSON pointer. */
export interface Leaf {
  pointer: string;
  desired?: unknown;
  reported?: unknown;
  /** Wanted, and not yet reported nor rejected. */
  open: boolean;
  rejected?: Rejection;
  desiredAt?: number;
  reportedAt?: number;
}

interface Twin {
  desired?: unknown;
  reported?: unknown;
  delta?: unknown;
  rejected?: Record<string, Rejection>;
  metadata?: { desired?: Record<string, { timestamp?: number }>; reported?: Record<string, { timestamp?: number }> };
}

const escape = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');
const unescape = (name: string) => name.replaceAll('~1', '/').replaceAll('~0', '~');

/** Leaves of a document; lists count as a leaf, because a patch replaces them whole. */
export function leavesOf(document: unknown, at = ''): Map<string, unknown> {
  const all = new Map<string, unknown>();
  if (document && typeof document === 'object' && !Array.isArray(document)) {
    for (const [name, value] of Object.entries(document)) {
      for (const [pointer, leaf] of leavesOf(value, `${at}/${escape(name)}`)) {
        all.set(pointer, leaf);
      }
    }
  } else if (at) {
    all.set(at, document);
  }
  return all;
}

/** Everything that is wanted, reported or rejected, side by side. */
export function leaves(twin: Twin): Leaf[] {
  const desired = leavesOf(twin.desired);
  const reported = leavesOf(twin.reported);
  const delta = leavesOf(twin.delta);
  const pointers = new Set([...desired.keys(), ...reported.keys(), ...Object.keys(twin.rejected ?? {})]);
  return [...pointers].sort((a, b) => byName(a, b)).map((pointer) => ({
    pointer,
    desired: desired.get(pointer),
    reported: reported.get(pointer),
    open: delta.has(pointer),
    rejected: twin.rejected?.[pointer],
    desiredAt: twin.metadata?.desired?.[pointer]?.timestamp,
    reportedAt: twin.metadata?.reported?.[pointer]?.timestamp,
  }));
}

/** A merge patch that sets one value; null takes it away. */
export function patchOf(pointer: string, value: unknown): unknown {
  return pointer.split('/').slice(1).map(unescape).reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
}

/** `V_Settings/1` of a parameter as the pointer by which the twin holds it. */
export function pointerOf(key: string): string {
  const slash = key.lastIndexOf('/');
  return slash > 0 && /^\d+$/.test(key.slice(slash + 1)) ? `/${escape(key.slice(0, slash))}/${key.slice(slash + 1)}` : `/${escape(key)}`;
}

export function keyOfPointer(pointer: string): string {
  return pointer.split('/').slice(1).map(unescape).join('/');
}

/** Milliseconds of a time that may be in seconds. */
export function millis(time: number | undefined): number | undefined {
  return time === undefined ? undefined : time < 100_000_000_000 ? time * 1000 : time;
}

/** Has a write refused when the twin is another version by now. One that nobody has written yet is version 0, and may be written by somebody meanwhile too. */
export function versionHeader(version: number | undefined): Record<string, string> | undefined {
  return version === undefined ? undefined : { 'If-Match': `"${version}"` };
}
